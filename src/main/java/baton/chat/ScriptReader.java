package baton.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.chat.Expectation.TaskIs;

/**
 * Reads lines of a script: {@code #} and a blank begin a comment, {@code expect} an expectation, all else is a chat line.
 *
 * <p>Whether names exist is looked at when a line's turn comes, since tasks may be added on the way.
 */
public final class ScriptReader {
    /** How long an expectation is waited for where it says no time of its own. */
    public static final long WITHIN_USUAL_MS = 30_000;

    private static final String EXPECT = "expect";
    private static final List<String> WAYS = List.of("task T-3 accepted", "tasks accepted", "event task.accepted",
            "no event task.failed", "words \"merged\"", "inbox empty", "inbox Q-1", "file docs/a.md", "idle",
            "exit 0");

    private ScriptReader() {}

    public static ScriptLine read(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.equals("#") || text.startsWith("# ") || text.startsWith("##")) {
            return new ScriptLine.Nothing();
        }
        if (!text.equals(EXPECT) && !text.startsWith(EXPECT + " ")) {
            return new ScriptLine.Say(text);
        }
        try {
            return expectation(new Scanner(text, EXPECT.length()).all());
        } catch (Scanner.Unclosed unclosed) {
            return new ScriptLine.Faulty(new ChatProblem(unclosed.position(), text.length() - unclosed.position(),
                    "This quote is not closed.", "End it with \"."));
        }
    }

    private static ScriptLine expectation(List<Scanner.Word> all) {
        var words = all;
        long within = WITHIN_USUAL_MS;
        int size = words.size();
        if (size >= 2 && words.get(size - 2).text().equals("within")) {
            var time = ArgumentReading.Durations.parse(words.get(size - 1).text().toLowerCase(Locale.ROOT));
            if (time.isEmpty()) {
                return faulty(words.get(size - 1), "is no time", "Write it as 90s, 5m or 1h30m.");
            }
            within = time.getAsLong();
            words = words.subList(0, size - 2);
        }
        if (words.isEmpty()) {
            return new ScriptLine.Faulty(new ChatProblem(EXPECT.length(), 0, "What is expected?", ways()));
        }
        long withinMs = within;
        var first = words.getFirst();
        return expected(words.stream().map(Scanner.Word::text).toList())
                .<ScriptLine>map(found -> new ScriptLine.Expect(found, withinMs))
                .orElseGet(() -> faulty(first, "begins nothing that can be expected", ways()));
    }

    private static String ways() {
        return WAYS.stream().map(way -> "expect " + way).collect(Collectors.joining(" · "));
    }

    private static ScriptLine faulty(Scanner.Word word, String what, String hint) {
        return new ScriptLine.Faulty(
                new ChatProblem(word.start(), word.length(), "\"" + word.text() + "\" " + what + ".", hint));
    }

    private static Optional<Expectation> expected(List<String> words) {
        var rest = words.subList(1, words.size());
        return switch (words.getFirst().toLowerCase(Locale.ROOT)) {
            case "task" -> rest.size() == 2
                    ? is(rest.get(1)).map(is -> new Expectation.TaskStands(NameFinder.bare(rest.getFirst(), '#'), is))
                    : Optional.empty();
            case "tasks" -> tasks(rest);
            case "event" -> event(rest);
            case "no" -> rest.size() == 2 && rest.getFirst().equals("event")
                    ? Optional.of(new Expectation.EventNotSeen(rest.get(1)))
                    : Optional.empty();
            case "words", "message" -> said(rest);
            case "inbox" -> inbox(rest);
            case "file" -> rest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Expectation.FileIs(rest.getFirst(),
                            String.join(" ", rest.subList(1, rest.size()))));
            case "idle" -> rest.isEmpty() ? Optional.of(new Expectation.Idle()) : Optional.empty();
            case "exit" -> rest.size() == 1
                    ? number(rest.getFirst()).map(Expectation.Exit::new)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Expectation> tasks(List<String> rest) {
        if (rest.size() == 1) {
            return is(rest.getFirst()).map(is -> new Expectation.TasksStand(OptionalInt.empty(), is));
        }
        var count = rest.size() == 2 ? number(rest.getFirst()) : Optional.<Integer>empty();
        return count.flatMap(
                many -> is(rest.get(1)).map(is -> new Expectation.TasksStand(OptionalInt.of(many), is)));
    }

    private static Optional<Expectation> event(List<String> rest) {
        if (rest.size() == 1) {
            return Optional.of(new Expectation.EventSeen(rest.getFirst(), 1));
        }
        return rest.size() == 2
                ? number(rest.get(1)).map(times -> new Expectation.EventSeen(rest.getFirst(), times))
                : Optional.empty();
    }

    private static Optional<Expectation> said(List<String> rest) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean byAgent = rest.size() > 1 && rest.getFirst().startsWith("@");
        var words = byAgent ? rest.subList(1, rest.size()) : rest;
        return Optional.of(new Expectation.WordsSaid(byAgent ? rest.getFirst().substring(1) : "",
                String.join(" ", words)));
    }

    private static Optional<Expectation> inbox(List<String> rest) {
        if (rest.size() > 1) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            return Optional.of(new Expectation.InboxHas(""));
        }
        return rest.getFirst().equalsIgnoreCase("empty")
                ? Optional.of(new Expectation.InboxEmpty())
                : Optional.of(new Expectation.InboxHas(rest.getFirst().toUpperCase(Locale.ROOT)));
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static Optional<TaskIs> is(String word) {
        return Stream.of(TaskIs.values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
    }
}
