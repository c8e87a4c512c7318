package baton.view;

import baton.engine.fact.AttemptEvent;
import baton.engine.fact.ChangeEvent;
import baton.engine.fact.GateEvent;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent;
import baton.view.Sentence.Weight;
import baton.view.text.ScreenText;
import baton.view.text.Tone;

/** One plain English sentence for every fact. */
public final class Sentences {
    private Sentences() {}

    /**
     * The sentence for a fact.
     *
     * @param view the view with this fact folded in, or a later one: only what no later fact changes is read from it
     */
    public static Sentence of(SessionView view, RecordedEvent event) {
        var subject = event.subject();
        return switch (event.event()) {
            case SessionEvent fact -> SessionSentences.of(view, subject, fact);
            case TaskEvent fact -> TaskSentences.of(subject, fact);
            case AttemptEvent fact -> AttemptSentences.of(view, subject, fact);
            case TurnEvent fact -> TurnSentences.of(subject, fact);
            case ToolEvent fact -> ToolSentences.of(subject, fact);
            case PeopleEvent fact -> PeopleSentences.of(view, subject, fact);
            case SharingEvent fact -> SharingSentences.of(view, subject, fact);
            case GateEvent fact -> GateSentences.of(subject, fact);
            case LimitEvent fact -> LimitSentences.of(subject, fact);
            case ChangeEvent fact -> ChangeSentences.of(subject, fact);
        };
    }

    static Sentence main(Subject subject, Tone tone, String says) {
        return sentence(Weight.MAIN, tone, subject, says);
    }

    static Sentence main(Subject subject, String says) {
        return sentence(Weight.MAIN, Tone.PLAIN, subject, says);
    }

    static Sentence detail(Subject subject, String says) {
        return sentence(Weight.DETAIL, Tone.DIM, subject, says);
    }

    private static Sentence sentence(Weight weight, Tone tone, Subject subject, String says) {
        return new Sentence(weight, tone, new ScreenText(subject.task()), new ScreenText(subject.agent()),
                new ScreenText(says));
    }
}
