package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Problem;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Problems of documents as lines: {@code file:line: message}, the hint below. */
public final class ProblemLines {
    private ProblemLines() {}

    /** Errors first, otherwise in the order given. */
    public static List<StyledLine> of(List<Problem> problems, int indent) {
        var lines = new ArrayList<StyledLine>();
        for (var severity : Problem.Severity.values()) {
            problems.stream().filter(problem -> problem.severity() == severity)
                    .forEach(problem -> lines.addAll(of(problem, indent)));
        }
        return lines;
    }

    private static List<StyledLine> of(Problem problem, int indent) {
        String before = " ".repeat(indent);
        var where = problem.place().toString();
        var line = StyledLine.of(before + (where.isEmpty() ? "" : where + ": "))
                .and(tone(problem), word(problem) + ": ").and(problem.message());
        return problem.hint().isBlank()
                ? List.of(line)
                : List.of(line, StyledLine.of(Tone.DIM, before + "  hint: " + problem.hint()));
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
