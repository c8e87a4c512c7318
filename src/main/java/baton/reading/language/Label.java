package baton.reading.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The labels under which documents describe work, each in its usual wordings, which are in the word lists. */
public enum Label {

    TASK, TASKS, TOOLS, OUTPUT, ARTIFACTS, CRITERIA, FOCUS, ROLE, RESPONSIBILITIES, OWNS, INPUTS, DEPENDS, TIME_BOX,
    DELIVERABLES, PRIORITY, PHASE, SPRINT, DEADLINE, ESTIMATE, INTEGRATION, CONTRACT, RETURNS, AGENT, TASK_ID, OPTION,
    RECOMMENDATION, QUESTION, PROBLEM, SOLUTION;

    /** What one line says of somebody or of a job; a list below such a line is about something else. */
    private static final Set<Label> IN_LINE = EnumSet.of(TOOLS, FOCUS, ROLE, OWNS, INPUTS, DEPENDS, TIME_BOX, PRIORITY,
            PHASE, SPRINT, DEADLINE, ESTIMATE, TASK_ID);
    private static final int CHARS_MAX = 80;
    private static final int ADVICE_WORDS_MAX = 3;
    private static final Set<String> BEFORE = Set.of("key", "main", "core", "assigned", "initial", "first");

    /** The label of these words; anything in brackets is left aside, and "Phase 0-1 Tasks" are tasks. */
    public static Optional<Label> of(String written) {
        List<Label> all = all(written);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** True where a value in the same line says all of it: "<b>Owns:</b> {@code src/ledger}" leads to no list below. */
    public boolean isSaidInLine(String value) {
        return IN_LINE.contains(this) && !value.isBlank() && !value.strip().endsWith(":");
    }

    /** Every label that the words may stand for: an issue is a question here and a problem there. */
    public static List<Label> all(String written) {
        if (written.length() > CHARS_MAX) {
            return List.of();
        }
        return ReadingMemory.of(memory -> memory.labels, written, Label::read);
    }

    private static List<Label> read(String written) {
        String key = Words.key(written.indexOf('(') < 0 ? written : written.replaceAll("\\([^)]*\\)", " "));
        List<Label> labels = Lexicon.WORDS.labels(key).stream().map(Label::valueOf).sorted().toList();
        if (labels.isEmpty() && isAdvice(key)) {
            return List.of(RECOMMENDATION);
        }
        return labels.isEmpty() && isTasksOfPeriod(key) ? List.of(TASKS) : labels;
    }

    /** "My preference", "our present leaning": a few words, one of which recommends. */
    private static boolean isAdvice(String key) {
        List<String> words = List.of(key.split(" ", -1));
        return words.size() <= ADVICE_WORDS_MAX
                && words.stream().anyMatch(Lexicon.WORDS.words("RECOMMENDS")::contains);
    }

    private static boolean isTasksOfPeriod(String key) {
        List<String> words = List.of(key.split(" ", -1));
        Set<String> periods = Lexicon.WORDS.words("PERIOD");
        String first = words.getFirst();
        boolean behind = isTasks(words.getLast()) && (periods.contains(first) || BEFORE.contains(first));
        return words.size() > 1 && (behind || (isTasks(first) && words.stream().anyMatch(periods::contains)));
    }

    private static boolean isTasks(String word) {
        return Lexicon.WORDS.labels(word).contains(TASKS.name()) || Lexicon.WORDS.words("WORK").contains(word);
    }
}
