package baton.view.page;

import java.util.Optional;

import baton.engine.fact.RecordedEvent;
import baton.view.Sentence;
import baton.view.Sentence.Weight;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * Puts sentences in columns: run time, task, agent, what happened. A rehearsal says so in every line.
 *
 * <p>The columns are as wide as the widest task and agent that is known when the first of them is named, up to a bound.
 */
public final class SentenceLayout {
    private static final int TASK_COLUMNS_MAX = 12;
    private static final int AGENT_COLUMNS_MAX = 24;

    /** How much is told. */
    public enum Detail {
        /** Nothing; the view is kept all the same. */
        SILENT,
        /** Changes of state. */
        MAIN,
        /** Every step. */
        ALL
    }

    private int taskColumns;
    private int agentColumns;

    /** The line for a fact; empty where so small a step is not wanted. */
    public Optional<StyledLine> line(SessionView view, RecordedEvent event, Detail detail) {
        return wanted(view, event, detail).map(sentence -> laidOut(view, sentence));
    }

    /** The same without columns, for a reader who hears it: time, task and agent, then the sentence. */
    public static Optional<StyledLine> spoken(SessionView view, RecordedEvent event, Detail detail) {
        return wanted(view, event, detail).map(sentence -> {
            String who = (sentence.task() + " " + sentence.agent()).strip();
            return StyledLine.of(Tone.DIM, Amounts.clock(view.head().runMs()) + " ")
                    .and(who.isEmpty() ? "" : who + " ").and(sentence.tone(), sentence.says().value());
        });
    }

    private static Optional<Sentence> wanted(SessionView view, RecordedEvent event, Detail detail) {
        if (detail == Detail.SILENT) {
            return Optional.empty();
        }
        var sentence = Sentences.of(view, event);
        return detail == Detail.MAIN && sentence.weight() == Weight.DETAIL ? Optional.empty() : Optional.of(sentence);
    }

    private StyledLine laidOut(SessionView view, Sentence sentence) {
        var line = begin(view);
        if (!sentence.task().isEmpty() || !sentence.agent().isEmpty()) {
            if (taskColumns == 0) {
                view.tasks().ids().forEach(id -> taskColumns = wider(taskColumns, id, TASK_COLUMNS_MAX));
                view.agents().ids().forEach(id -> agentColumns = wider(agentColumns, id, AGENT_COLUMNS_MAX));
            }
            taskColumns = wider(taskColumns, sentence.task().value(), TASK_COLUMNS_MAX);
            agentColumns = wider(agentColumns, sentence.agent().value(), AGENT_COLUMNS_MAX);
            line = line.and(TextWidth.padRight(sentence.task().value(), taskColumns) + "  ")
                    .and(TextWidth.padRight(sentence.agent().value(), agentColumns) + "  ");
        }
        return line.and(sentence.tone(), sentence.says().value());
    }

    private static int wider(int columns, String text, int columnsMax) {
        return Math.max(columns, Math.min(columnsMax, TextWidth.of(text)));
    }

    /** The start of every line: the run time, and the word rehearsal in one. */
    public static StyledLine begin(SessionView view) {
        var time = StyledLine.of(Tone.DIM, TextWidth.padLeft(Amounts.clock(view.head().runMs()), 7) + "  ");
        return view.head().isRehearsal() ? time.and(Tone.DIM, "rehearsal  ") : time;
    }
}
