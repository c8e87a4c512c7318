package baton.view;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.TimeboxExtended;
import baton.engine.fact.AttemptEvent.TimeboxHard;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.fact.RecordedEvent.Subject;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about attempts. */
final class AttemptSentences {
    private AttemptSentences() {}

    static Sentence of(SessionView view, Subject subject, AttemptEvent fact) {
        return switch (fact) {
            case AttemptStarted started -> Sentences.main(subject, started(view, subject, started));
            case AttemptParked parked -> Sentences.main(subject, Tone.ATTENTION,
                    "waits and gives its slot back" + Wording.after(parked.reason()));
            case AttemptContinued continued -> Sentences.main(subject, "goes on");
            case TimeboxSoft soft ->
                Sentences.main(subject, Tone.ATTENTION, "has used its time and gets one closing turn");
            case TimeboxHard hard -> Sentences.main(subject, Tone.ATTENTION, "is stopped at the hard time limit");
            case TimeboxExtended extended -> Sentences.main(subject,
                    "gets " + Amounts.duration(extended.byMs()) + " more from " + extended.by());
            case AttemptEnded ended -> ended(subject, ended);
        };
    }

    private static String started(SessionView view, Subject subject, AttemptStarted fact) {
        int most = view.head().settings().map(settings -> settings.limits().attemptsMax()).orElse(0);
        long boxMs = fact.softAtMs() == 0 ? 0 : view.task(subject.task()).map(view::boxMs).orElse(0L);
        String box = boxMs == 0 ? "" : ", box " + Amounts.duration(boxMs);
        String from = fact.continues().isEmpty() ? "" : ", goes on from " + fact.continues();
        return "started (attempt " + subject.attempt() + (most == 0 ? "" : " of " + most) + box + from + ")";
    }

    private static Sentence ended(Subject subject, AttemptEnded fact) {
        String attempt = "attempt " + subject.attempt() + " ended";
        return switch (fact.end()) {
            case ACCEPTED -> Sentences.detail(subject, attempt + ", accepted");
            case HANDED_OFF -> Sentences.main(subject, attempt + " with a handoff" + Wording.after(fact.reason()));
            case TIME_BOX ->
                Sentences.main(subject, Tone.ATTENTION, attempt + " at its time limit" + Wording.after(fact.reason()));
            case FAILED -> Sentences.main(subject, Tone.BAD, attempt + ", failed" + Wording.after(fact.reason()));
            case PROVIDER -> Sentences.main(subject, Tone.BAD,
                    attempt + ", the provider cannot be used" + Wording.after(fact.reason()));
            case BUDGET ->
                Sentences.main(subject, Tone.ATTENTION, attempt + " at the budget" + Wording.after(fact.reason()));
            case CANCELLED -> Sentences.main(subject, attempt + ", cancelled" + Wording.after(fact.reason()));
            case LOOPED ->
                Sentences.main(subject, Tone.BAD, attempt + ", it went in circles" + Wording.after(fact.reason()));
        };
    }
}
