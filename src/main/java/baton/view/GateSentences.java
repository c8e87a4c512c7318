package baton.view;

import baton.engine.fact.GateEvent;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.GateEvent.ReviewGiven;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.GateEvent.ReviewVerdict;
import baton.engine.fact.RecordedEvent.Subject;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about gates. */
final class GateSentences {
    private GateSentences() {}

    static Sentence of(Subject subject, GateEvent fact) {
        return switch (fact) {
            case GateStarted started -> Sentences.detail(subject, gate(subject, fact) + "looks at "
                    + Amounts.of(started.checks().size(), "check"));
            case GatePassed passed -> Sentences.detail(subject, gate(subject, fact) + "passed");
            case GateFailed failed -> Sentences.main(subject, Tone.ATTENTION,
                    gate(subject, fact) + "says no" + Wording.after(Wording.broken(failed.results())));
            case ReviewRequested requested -> Sentences.main(subject,
                    "asks " + requested.reviewer() + " for a review (" + requested.review() + "): "
                            + requested.check());
            case ReviewGiven given -> Sentences.main(subject, tone(given.verdict()),
                    given.reviewer() + says(given.verdict()) + Wording.after(given.text()));
            case GateLost lost -> Sentences.detail(subject, gate(subject, fact)
                    + "was checking when the process ended, and checks again");
        };
    }

    private static String says(ReviewVerdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> " accepts it";
            case REJECTED -> " rejects it";
            case NOT_GIVEN -> " gives no verdict";
        };
    }

    static Tone tone(ReviewVerdict verdict) {
        return verdict == ReviewVerdict.ACCEPTED ? Tone.GOOD : Tone.ATTENTION;
    }

    private static String gate(Subject subject, GateEvent fact) {
        return subject.task().isEmpty() ? "Gate " + fact.gate() + " " : "gate ";
    }
}
