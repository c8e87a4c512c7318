package baton.view;

import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.SharingEvent.ContractPublished;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.SharingEvent.HandoffBounced;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.SharingEvent.StatusUpdated;
import baton.view.HandoffCard.Author;
import baton.view.HandoffCard.Stage;
import baton.view.Shared.Urgency;

/** What handoffs, findings, contracts and statuses change in the view. */
final class SharingFold {
    private SharingFold() {}

    static SessionView apply(SessionView view, Subject subject, SharingEvent fact) {
        return switch (fact) {
            case HandoffCreated created -> view.with(new HandoffCard(created.id(), subject.task(), subject.attempt(),
                    created.from(), created.to(), created.note(),
                    created.synthesised() ? Author.RECORD : Author.AGENT, Stage.OFFERED, ""));
            case HandoffAccepted accepted -> stage(view, accepted.id(), Stage.ACCEPTED, "");
            case HandoffBounced bounced -> stage(view, bounced.id(), Stage.BOUNCED, bounced.reason());
            case FindingShared finding -> view.with(view.shared().plus(new Shared.Finding(finding.id(),
                    finding.title(), finding.text(), finding.urgent() ? Urgency.URGENT : Urgency.ORDINARY,
                    subject.agent(), subject.task())));
            case ContractPublished contract -> view.with(view.shared().plus(new Shared.Contract(contract.name(),
                    contract.version(), contract.path(), contract.summary(), subject.agent())));
            case ArtifactProduced artifact -> view;
            case StatusUpdated status -> status(view, subject, status);
        };
    }

    private static SessionView stage(SessionView view, String id, Stage stage, String reason) {
        return view.handoffs().get(id).map(handoff -> view.with(handoff.at(stage, reason))).orElse(view);
    }

    private static SessionView status(SessionView view, Subject subject, StatusUpdated fact) {
        var tasks = TaskFold.change(view, subject, task -> task.withProgress(fact.percent(), fact.text()));
        return AttemptFold.agent(tasks, subject.agent(), agent -> agent.withNote(fact.text()));
    }
}
