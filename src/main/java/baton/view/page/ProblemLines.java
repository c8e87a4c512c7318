package baton.view.page;

import java.util.Comparator;
import java.util.List;

import baton.plan.Problem;
import baton.view.text.Folding;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Problems of documents as lines: {@code file:line: message}, the hint below. */
public final class ProblemLines {
    private ProblemLines() {}

    private static final int MESSAGE_COLUMNS_MAX = 600;
    private static final int LINES_MAX = 12;

    /** By file and line, what has no place at the end; not folded. */
    public static List<StyledLine> of(List<Problem> problems, int indent) {
        return of(problems, indent, Integer.MAX_VALUE);
    }

    /** The same folded to so many columns. */
    public static List<StyledLine> of(List<Problem> problems, int indent, int columns) {
        return inOrder(problems).stream().flatMap(problem -> of(problem, indent).stream())
                .flatMap(line -> Folding.of(line, columns, indent + 4, LINES_MAX).stream()).toList();
    }

    /** By file and line, what has no place at the end; otherwise in the order given. */
    public static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.<Problem, Boolean>comparing(problem -> problem.place().file().isEmpty())
                        .thenComparing(problem -> problem.place().file())
                        .thenComparingInt(problem -> problem.place().line()))
                .toList();
    }

    /** Words of a document may stand in a message at any length. */
    private static List<StyledLine> of(Problem problem, int indent) {
        String before = " ".repeat(indent);
        var where = problem.place().toString();
        var line = StyledLine.of(before + (where.isEmpty() ? "" : where + ": "))
                .and(tone(problem), word(problem) + ": ").and(TextWidth.cut(problem.message(), MESSAGE_COLUMNS_MAX));
        return problem.hint().isBlank()
                ? List.of(line)
                : List.of(line, StyledLine.of(Tone.DIM, before + "  hint: "
                        + TextWidth.cut(problem.hint(), MESSAGE_COLUMNS_MAX)));
    }

    private static String word(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static Tone tone(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.ATTENTION;
            case NOTE -> Tone.DIM;
        };
    }
}
