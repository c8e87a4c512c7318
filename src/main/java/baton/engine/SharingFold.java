package baton.engine;

import java.util.Optional;

import baton.engine.AttemptState.Mail;
import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.SharingEvent.ContractPublished;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.SharingEvent.HandoffBounced;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.SharingEvent.StatusUpdated;

/** Folds facts that agents share. */
final class SharingFold {
    private SharingFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, SharingEvent event) {
        var shared = state.shared();
        return switch (event) {
            case HandoffCreated created -> created(state, recorded, created);
            case HandoffAccepted accepted -> {
                var handoff = shared.handoffs().get(accepted.id());
                yield handoff == null ? state : state.with(shared.withHandoff(handoff.asAccepted()));
            }
            case HandoffBounced bounced -> bounced(state, bounced.id());
            case FindingShared finding -> found(state, recorded.subject(), finding);
            case ContractPublished contract -> state.with(shared.withContract(contract));
            case ArtifactProduced artifact -> state
                    .with(shared.withArtifact(
                            new FileChange(artifact.path(), "", artifact.sha256(), artifact.bytes(), true),
                            recorded.subject().task()));
            case StatusUpdated ignored -> state;
        };
    }

    /** The subject's task receives the handoff; with an attempt number its next attempt goes on from it. */
    private static SessionState created(SessionState state, RecordedEvent recorded, HandoffCreated created) {
        var task = state.work().task(recorded.subject().task()).orElseThrow();
        var known = new Shared.Handoff(created.id(), created.from(), created.to(), task.id(), created.note(),
                created.synthesised(),
                false);
        var told = task.withHandoff(created.id());
        var continued = recorded.subject().attempt() > 0 ? told.continuing(created.id()) : told;
        return state.with(state.shared().withHandoff(known)).with(state.work().withTask(continued))
                .with(state.totals().counting(0, 1, 0)).with(PeopleFold.numbered(state.course(), created.id()));
    }

    /** Nobody goes on from a handoff that came back; its words stay in the record. */
    private static SessionState bounced(SessionState state, String id) {
        var handoff = state.shared().handoffs().get(id);
        var task = handoff == null ? Optional.<TaskState>empty() : state.work().task(handoff.task());
        return task.map(known -> state.with(state.work().withTask(known.withoutHandoff(id)))
                .with(state.totals().counting(0, -1, 0))).orElse(state);
    }

    /** Everybody at work whom it concerns hears of it, of an urgent one everybody; never the one who shares it. */
    private static SessionState found(SessionState state, Subject subject, FindingShared finding) {
        var known = new Shared.Finding(finding.id(), finding.title(), finding.text(), finding.urgent(),
                subject.agent(), subject.task());
        var next = state.with(state.shared().withFinding(known))
                .with(PeopleFold.numbered(state.course(), finding.id()));
        if (!finding.urgent() && finding.tells().isEmpty()) {
            return next;
        }
        var mail = new Mail(subject.agent(), (finding.urgent() ? "urgent finding " : "finding ") + finding.id() + ": "
                + finding.title() + ". " + finding.text());
        var work = next.work();
        for (var attempt : next.work().attempts().values()) {
            boolean hears = finding.urgent() || finding.tells().contains(attempt.id());
            if (hears && !attempt.id().equals(Attempts.id(subject))) {
                work = Attempts.mail(work, attempt, mail);
            }
        }
        return next.with(work);
    }
}
