package baton.view.page;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

import baton.engine.fact.RecordedEvent;
import baton.view.Sentence;
import baton.view.Sentence.Weight;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.text.Amounts;
import baton.view.text.Folding;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * Puts sentences in columns: run time, task, agent, what happened. A rehearsal says so in every line.
 *
 * <p>The columns are as wide as the widest task and agent that is known when the first of them is named, up to a bound. On a
 * narrow screen the agent has no column of its own.
 */
public final class SentenceLayout {
    /** For files and pipes, where nothing is folded; still a bound, since a title may be of any length. */
    public static final int UNFOLDED = 1_000;

    private static final int TASK_COLUMNS_MAX = 12;
    private static final int AGENT_COLUMNS_MAX = 24;
    private static final int NARROW = 100;
    private static final int LINES_MAX = 3;
    private static final int INDENT_MAX = 34;

    /** How much is told. */
    public enum Detail {
        /** Nothing; the view is kept all the same. */
        SILENT,
        /** Changes of state. */
        MAIN,
        /** Every step. */
        ALL
    }

    private final IntSupplier columnsNow;
    private int taskColumns;
    private int agentColumns;

    /** For a place that folds lines by itself. */
    public SentenceLayout() {
        this(UNFOLDED);
    }

    /** For a screen of so many columns. */
    public SentenceLayout(int columns) {
        this(() -> columns);
    }

    /** For a screen that may change its width; it is asked anew for every sentence. */
    public SentenceLayout(IntSupplier columnsNow) {
        this.columnsNow = columnsNow;
    }

    /** The line for a fact; empty where so small a step is not wanted. */
    public Optional<StyledLine> line(SessionView view, RecordedEvent event, Detail detail) {
        return lines(view, event, detail).stream().findFirst();
    }

    /** The same folded to the screen, the later lines below the sentence. */
    public List<StyledLine> lines(SessionView view, RecordedEvent event, Detail detail) {
        return wanted(view, event, detail).map(sentence -> laidOut(view, sentence)).orElse(List.of());
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

    private List<StyledLine> laidOut(SessionView view, Sentence sentence) {
        int columns = columnsNow.getAsInt();
        var line = begin(view);
        int indent = TextWidth.of(line.text()) + 2;
        if (!sentence.task().isEmpty() || !sentence.agent().isEmpty()) {
            measure(view, sentence);
            line = line.and(TextWidth.fit(sentence.task().value(), taskColumns) + "  ");
            indent += taskColumns + 2;
            if (columns >= NARROW) {
                line = line.and(TextWidth.padRight(TextWidth.cut(sentence.agent().value(), AGENT_COLUMNS_MAX),
                        agentColumns) + "  ");
                indent += agentColumns + 2;
            } else if (!sentence.agent().isEmpty()) {
                line = line.and(TextWidth.cut(sentence.agent().value(), AGENT_COLUMNS_MAX) + "  ");
            }
        }
        return Folding.of(line.and(sentence.tone(), sentence.says().value()), columns,
                columns >= NARROW ? indent : Math.min(indent, INDENT_MAX), LINES_MAX);
    }

    private void measure(SessionView view, Sentence sentence) {
        if (taskColumns == 0) {
            view.tasks().ids().forEach(id -> taskColumns = wider(taskColumns, id, TASK_COLUMNS_MAX));
            view.agents().ids().forEach(id -> agentColumns = wider(agentColumns, id, AGENT_COLUMNS_MAX));
        }
        taskColumns = wider(taskColumns, sentence.task().value(), TASK_COLUMNS_MAX);
        agentColumns = wider(agentColumns, sentence.agent().value(), AGENT_COLUMNS_MAX);
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
