package baton.view;

import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TurnEvent;
import baton.engine.fact.TurnEvent.ModelSwitched;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnFailed;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.TurnEvent.TurnRetried;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about model calls. */
final class TurnSentences {
    private TurnSentences() {}

    static Sentence of(Subject subject, TurnEvent fact) {
        return switch (fact) {
            case TurnRequested requested -> Sentences.detail(subject, "asks " + requested.model()
                    + (requested.closing() ? " for its closing words" : ""));
            case TurnCompleted completed -> Sentences.detail(subject, completed(completed));
            case TurnFailed failed -> Sentences.main(subject, Tone.ATTENTION,
                    "got no answer, " + Wording.trouble(failed.trouble()) + Wording.after(failed.message()));
            case TurnLost lost -> Sentences.detail(subject, "had asked when the process ended, and asks again");
            case TurnCancelled cancelled ->
                Sentences.detail(subject, "stopped asking" + Wording.after(cancelled.reason()));
            case TurnRetried retried -> Sentences.detail(subject,
                    "asks again in " + Amounts.duration(retried.delayMs()) + ", "
                            + Wording.trouble(retried.trouble()) + Wording.after(retried.message()));
            case ModelSwitched switched -> Sentences.main(subject, Tone.ATTENTION,
                    "goes on with " + switched.to() + " instead of " + switched.from()
                            + Wording.after(switched.reason()));
        };
    }

    private static String completed(TurnCompleted fact) {
        var reply = fact.reply();
        String did = reply.calls().isEmpty()
                ? "answered"
                : "answered with " + Amounts.of(reply.calls().size(), "tool call");
        String tokens = " (" + Amounts.count(reply.usage().totalTokens()) + " tokens"
                + (fact.costKnown() ? ", " + Amounts.money(fact.costMicros()) : "") + ")";
        return did + tokens + Wording.after(reply.text());
    }
}
