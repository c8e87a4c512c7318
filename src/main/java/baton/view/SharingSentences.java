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
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about what agents pass on to each other. */
final class SharingSentences {
    private SharingSentences() {}

    static Sentence of(SessionView view, Subject subject, SharingEvent fact) {
        return switch (fact) {
            case HandoffCreated created -> Sentences.main(subject, created(created));
            case HandoffAccepted accepted ->
                Sentences.detail(subject, "handoff " + accepted.id() + from(view, accepted.id()) + " is taken up");
            case HandoffBounced bounced -> Sentences.main(subject, Tone.ATTENTION,
                    "handoff " + bounced.id() + from(view, bounced.id()) + " is sent back"
                            + Wording.after(bounced.reason()));
            case FindingShared finding -> finding(subject, finding);
            case ContractPublished contract -> Sentences.main(subject,
                    "publishes contract " + contract.name() + " " + contract.version()
                            + (contract.path().isEmpty() ? "" : " in " + contract.path())
                            + Wording.after(contract.summary()));
            case ArtifactProduced artifact -> Sentences.detail(subject,
                    "delivers " + artifact.path() + " (" + Amounts.bytes(artifact.bytes()) + ")");
            case StatusUpdated status ->
                Sentences.detail(subject, "is at " + status.percent() + " %" + Wording.after(status.text()));
        };
    }

    private static String created(HandoffCreated fact) {
        String to = fact.to().isEmpty() ? "the next attempt" : fact.to();
        String author = fact.synthesised() ? ", written from the record" : "";
        return "hands off to " + to + " (" + fact.id() + author + ")" + Wording.after(fact.note().notes());
    }

    private static String from(SessionView view, String id) {
        return view.handoffs().get(id).map(handoff -> " from " + handoff.from()).orElse("");
    }

    private static Sentence finding(Subject subject, FindingShared fact) {
        String says = fact.id() + ": " + fact.title() + Wording.after(fact.text());
        return fact.urgent()
                ? Sentences.main(subject, Tone.ATTENTION, "found something urgent, " + says)
                : Sentences.main(subject, "found " + says);
    }
}
