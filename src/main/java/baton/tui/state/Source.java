package baton.tui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.view.HandoffCard;
import baton.view.InboxItem;
import baton.view.talk.Block;
import baton.view.text.Amounts;

/** What was really written, for copying, saving and reading in full: no tags, no wrapped lines, no marks of ours. */
public final class Source {
    private static final Pattern CODE = Pattern.compile("(?ms)^ {0,3}(`{3,}|~{3,})[^\\n]*\\n(.*?)^ {0,3}\\1 *$");

    private static final Pattern FENCE = Pattern.compile("`{3,}");

    private Source() {}

    /** The text of a block, byte for byte; of an answer with calls, the calls behind it. */
    public static String of(Scene scene, Block block) {
        return switch (block.body()) {
            case Block.Turn turn -> turn(turn);
            case Block.Said said -> said.text();
            case Block.Order order -> order.text();
            case Block.Note note -> note.sentence().whole().value();
            case Block.Handoff handoff -> scene.session().handoffs().get(handoff.handoff()).map(Source::of).orElse("");
            case Block.Ask ask -> scene.session().inbox().get(ask.item()).map(Source::of).orElse("");
        };
    }

    /** A block to be read in full, as Markdown: of an answer with calls, each call with what came of it line by line. */
    static String page(Scene scene, Block block) {
        return block.body() instanceof Block.Turn turn ? page(turn) : of(scene, block);
    }

    private static String page(Block.Turn turn) {
        var text = new StringBuilder(turn.text());
        for (var call : turn.calls()) {
            text.append(text.isEmpty() ? "" : "\n\n").append("### ").append(call.tool()).append(' ')
                    .append(call.what().lines().findFirst().orElse(""));
            fenced(text, call.arguments());
            fenced(text, call.result());
        }
        return text.toString();
    }

    /** In a fence that is longer than any within it. */
    private static void fenced(StringBuilder text, String lines) {
        if (!lines.isBlank()) {
            String fence = "`".repeat(Math.max(3, FENCE.matcher(lines).results()
                    .mapToInt(match -> match.end() - match.start() + 1).max().orElse(3)));
            text.append("\n\n").append(fence).append('\n').append(lines.stripTrailing()).append('\n').append(fence);
        }
    }

    /** The words alone, which is what copying means. */
    static String words(Scene scene, Block block) {
        return block.body() instanceof Block.Turn turn && !turn.text().isBlank() ? turn.text() : of(scene, block);
    }

    /** The last piece of code in the block; empty where there is none. */
    static Optional<String> code(Block block) {
        if (!(block.body() instanceof Block.Turn turn)) {
            return Optional.empty();
        }
        var matcher = CODE.matcher(turn.text());
        Optional<String> last = Optional.empty();
        while (matcher.find()) {
            last = Optional.of(matcher.group(2));
        }
        return last;
    }

    private static String turn(Block.Turn turn) {
        var text = new StringBuilder(turn.text());
        for (var call : turn.calls()) {
            text.append(text.isEmpty() ? "" : "\n\n").append("> ").append(call.tool()).append(' ').append(call.what());
            if (!call.arguments().isBlank()) {
                text.append("\n").append(call.arguments());
            }
            if (!call.result().isBlank()) {
                text.append("\n\n").append(call.result());
            }
        }
        return text.toString();
    }

    /** A handoff as its fields. */
    public static String of(HandoffCard card) {
        var note = card.note();
        var lines = new ArrayList<String>();
        lines.add("Handoff " + card.id() + " of " + card.task() + ": " + card.from() + " to "
                + (card.to().isEmpty() ? "the next attempt" : card.to()));
        field(lines, "Completed", note.completed());
        field(lines, "Dependencies ready", note.dependenciesReady());
        field(lines, "Blockers", note.blockers());
        field(lines, "Next steps", note.nextSteps());
        field(lines, "Artifacts",
                note.artifacts().stream().map(file -> file.path() + "  " + file.description()).toList());
        if (!note.notes().isBlank()) {
            lines.add("Notes:\n" + note.notes());
        }
        return String.join("\n", lines);
    }

    private static void field(List<String> lines, String name, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(name + ":");
            values.forEach(value -> lines.add("- " + value));
        }
    }

    static String of(InboxItem item) {
        var lines = new ArrayList<>(List.of(item.id() + " " + item.ask().words()));
        Answers.options(item).forEach(option -> lines.add("- " + option));
        return String.join("\n", lines);
    }

    /** The whole conversation, oldest first, as plain text. */
    public static String transcript(Scene scene, int blocksMax) {
        var ids = scene.talk().blocks().ids();
        var text = new StringBuilder();
        for (int i = Math.max(0, ids.size() - blocksMax); i < ids.size(); i++) {
            scene.talk().blocks().get(ids.get(i)).ifPresent(block -> text.append(Amounts.clock(block.runMs()))
                    .append("  ").append(block.agent().map(agent -> "@" + agent + "  ").orElse(""))
                    .append(words(scene, block)).append("\n\n"));
        }
        return text.toString();
    }
}
