package baton.tui.flow;

import java.util.ArrayList;
import java.util.List;

import baton.view.prose.Prose;
import baton.view.prose.Wrapping;
import baton.view.talk.Block.Call;
import baton.view.talk.Block.Fate;
import baton.view.talk.Block.Turn;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** The calls of an answer, one row each; unfolded, what they were given and what they said as well. */
final class CallRows {
    private static final int RESULT_ROWS = 60;
    /** Calls that show as blocks or facts of their own. */
    private static final List<String> ELSEWHERE = List.of("ask_question", "propose_decision", "report_blocker",
            "hand_off", "share_finding", "publish_contract");

    private CallRows() {}

    static List<Row> of(Turn turn, int width, boolean whole) {
        var rows = new ArrayList<Row>();
        for (var call : turn.calls()) {
            if (whole || !ELSEWHERE.contains(call.tool())) {
                rows.add(row(call, width));
            }
            if (whole) {
                details(call, width).forEach(line -> rows.add(Row.free(line)));
            }
        }
        return rows;
    }

    private static Row row(Call call, int width) {
        var right = fate(call);
        int room = width - TextWidth.of(right.text()) - 3;
        String verb = verb(call.tool());
        var line = StyledLine.of("  ").and(sign(call), signOf(call)).and(Tone.DIM, verb);
        String what = call.what().lines().findFirst().orElse("");
        int left = room - TextWidth.of(line.text()) - 1;
        return new Row("", 0, left > 6 ? line.and(" ").and(toneOf(call), TextWidth.cut(what, left)) : line, right);
    }

    private static Tone toneOf(Call call) {
        return call.tool().equals("update_status") || call.tool().equals("complete_task") ? Tone.DIM : Tone.CODE;
    }

    private static String verb(String tool) {
        return switch (tool) {
            case "update_status" -> "";
            case "complete_task" -> "says it is done:";
            case "run_command" -> "$";
            default -> tool.replace('_', ' ');
        };
    }

    private static String signOf(Call call) {
        return switch (call.fate()) {
            case ASKED -> "○ ";
            case RUNNING -> "● ";
            case DONE -> "· ";
            case FAILED, DENIED -> "✖ ";
            case STOPPED -> "■ ";
        };
    }

    private static Tone sign(Call call) {
        return switch (call.fate()) {
            case ASKED, DONE -> Tone.DIM;
            case RUNNING -> Tone.GOOD;
            case FAILED, DENIED -> Tone.BAD;
            case STOPPED -> Tone.ATTENTION;
        };
    }

    private static StyledLine fate(Call call) {
        return switch (call.fate()) {
            case ASKED -> StyledLine.EMPTY;
            case RUNNING -> StyledLine.of(Tone.GOOD, "running");
            case FAILED -> StyledLine.of(Tone.BAD, "failed");
            case DENIED -> StyledLine.of(Tone.BAD, "not allowed");
            case STOPPED -> StyledLine.of(Tone.ATTENTION, "stopped");
            case DONE -> size(call);
        };
    }

    private static StyledLine size(Call call) {
        long lines = call.result().lines().limit(100_001).count();
        return lines > 1 ? StyledLine.of(Tone.DIM, Amounts.of(lines, "line") + " ▸") : StyledLine.EMPTY;
    }

    private static List<StyledLine> details(Call call, int width) {
        var lines = new ArrayList<StyledLine>();
        var bar = StyledLine.of(Tone.DIM, "    │ ");
        call.result().lines().limit(RESULT_ROWS).forEach(text -> lines.add(bar.and(Tone.DIM,
                TextWidth.cut(first(text, width * 2), width - 6))));
        long more = call.result().lines().limit(100_001).count() - RESULT_ROWS;
        if (more > 0) {
            lines.add(bar.and(Tone.DIM, "… " + Amounts.of(more, "more line") + " · Enter opens all"));
        }
        if (call.fate() == Fate.DONE && call.result().isBlank() && !call.arguments().isBlank()) {
            Wrapping.of(StyledLine.of(Tone.DIM, first(call.arguments(), width * 4)), width - 6, bar, bar)
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The beginning of a line that may be a megabyte long. */
    private static String first(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, text.offsetByCodePoints(0, chars / 2));
    }

    /** The whole of a call for a pager, as Markdown that {@link Prose} could show. */
    static String whole(Call call) {
        return "$ " + call.tool() + " " + call.what() + "\n" + call.arguments() + "\n\n" + call.result();
    }
}
