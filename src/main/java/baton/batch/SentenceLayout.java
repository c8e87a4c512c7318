package baton.batch;

import java.util.Optional;

import baton.batch.TextProgress.Detail;
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

    private int taskColumns;
    private int agentColumns;

    /** The line for a fact; empty where so small a step is not wanted. */
    public Optional<StyledLine> line(SessionView view, RecordedEvent event, Detail detail) {
        if (detail == Detail.SILENT) {
            return Optional.empty();
        }
        var sentence = Sentences.of(view, event);
        if (detail == Detail.MAIN && sentence.weight() == Weight.DETAIL) {
            return Optional.empty();
        }
        return Optional.of(laidOut(view, sentence));
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
    static StyledLine begin(SessionView view) {
        var time = StyledLine.of(Tone.DIM, TextWidth.padLeft(Amounts.clock(view.head().runMs()), 7) + "  ");
        return view.head().isRehearsal() ? time.and(Tone.DIM, "rehearsal  ") : time;
    }
}
