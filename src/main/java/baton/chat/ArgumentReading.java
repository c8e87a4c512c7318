package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the arguments of one command by their kinds; the first that does not fit is the problem. */
final class ArgumentReading {
    private final String text;
    private final Scanner scanner;
    private final ChatNames names;
    private final NameFinder finder;
    private Optional<ChatProblem> problem = Optional.empty();

    ArgumentReading(String text, int from, ChatNames names) {
        this.text = text;
        this.scanner = new Scanner(text, from);
        this.names = names;
        this.finder = new NameFinder(names);
    }

    Optional<ChatProblem> problem() {
        return problem;
    }

    Arguments read(ChatCommand command) throws Scanner.Unclosed {
        var given = Arguments.NONE;
        for (var argument : command.arguments()) {
            if (scanner.isAtEnd()) {
                if (argument.need() == Argument.Need.REQUIRED) {
                    return failed(text.length(), 0, "/" + command.name() + " needs " + argument.usage() + ".",
                            "For example  " + command.examples().getFirst());
                }
                continue;
            }
            var values = read(argument);
            if (problem.isPresent()) {
                return Arguments.NONE;
            }
            given = values.isEmpty() ? given : given.with(argument.name(), values);
        }
        if (!scanner.isAtEnd()) {
            int at = scanner.position();
            return failed(at, text.length() - at, "/" + command.name() + " takes nothing more here.",
                    "It is used as  " + command.usage());
        }
        return given;
    }

    private Arguments failed(int position, int length, String message, String hint) {
        problem = Optional.of(new ChatProblem(Math.min(position, text.length()), length, message, hint));
        return Arguments.NONE;
    }

    private List<String> read(Argument argument) throws Scanner.Unclosed {
        return switch (argument.kind()) {
            case REST -> List.of(scanner.rest());
            case MANY -> many();
            case ONE -> List.of(scanner.next().text());
            case TASK -> named(argument, scanner.next());
            case AGENT -> named(argument, scanner.next());
            case TARGET -> named(argument, scanner.next());
            case WORD -> word(argument, scanner.next());
            case DURATION -> duration(scanner.next());
            case QUESTION, DECISION, APPROVAL, BLOCKER -> item(argument, scanner.next());
        };
    }

    private List<String> many() throws Scanner.Unclosed {
        var values = new ArrayList<String>();
        for (var word : scanner.all()) {
            values.add(word.text());
        }
        return values;
    }

    private List<String> fails(Scanner.Word word, String message, String hint) {
        failed(word.start(), word.length(), message, hint);
        return List.of();
    }

    private List<String> named(Argument argument, Scanner.Word word) {
        var kind = argument.kind();
        var task = kind == Argument.Kind.AGENT ? Optional.<String>empty() : finder.task(word.text());
        if (task.isPresent()) {
            return List.of(task.get());
        }
        if (kind == Argument.Kind.TASK) {
            return fails(word, "There is no task " + NameFinder.bare(word.text(), '#') + ".",
                    finder.hint(NameFinder.bare(word.text(), '#'), finder.tasks(), ""));
        }
        if (kind == Argument.Kind.TARGET && NameFinder.plain(NameFinder.bare(word.text(), '@')).equals("all")) {
            return List.of("all");
        }
        var agent = finder.agent(word.text());
        if (agent.isEmpty()) {
            return fails(word, "Nobody is called " + word.text() + ".", finder.hint(
                    NameFinder.bare(word.text(), '@'), names.agents().stream().map(ChatNames.Agent::id).toList(),
                    "@"));
        }
        return List.of(kind == Argument.Kind.AGENT ? agent.get() : "@" + agent.get());
    }

    /** A word that does not fit an optional argument is left for the next one. */
    private List<String> word(Argument argument, Scanner.Word word) {
        var found = argument.words().stream().filter(one -> one.equalsIgnoreCase(word.text())).findFirst();
        if (found.isPresent()) {
            return List.of(found.get());
        }
        if (argument.need() == Argument.Need.OPTIONAL) {
            scanner.back(word);
            return List.of();
        }
        return fails(word, "\"" + word.text() + "\" does not fit here.",
                "One of " + String.join(", ", argument.words()) + ".");
    }

    private List<String> duration(Scanner.Word word) {
        var ms = Durations.parse(word.text().toLowerCase(Locale.ROOT));
        return ms.isPresent()
                ? List.of(Long.toString(ms.getAsLong()))
                : fails(word, "\"" + word.text() + "\" is no time.", "Write it as 90s, 5m or 1h30m.");
    }

    private List<String> item(Argument argument, Scanner.Word word) {
        var kind = argument.kind().item().orElseThrow();
        var found = finder.item(word.text(), kind);
        if (found.isPresent()) {
            return List.of(found.get());
        }
        var open = names.open().stream().filter(item -> item.id().equalsIgnoreCase(word.text())).findFirst();
        var kindName = kind.name().toLowerCase(Locale.ROOT);
        return open.map(item -> fails(word,
                item.id() + " is no " + kindName + ", it is a " + item.kind().name().toLowerCase(Locale.ROOT) + ".",
                ""))
                .orElseGet(() -> fails(word, "\"" + word.text() + "\" is no id of a " + kindName + ".",
                        finder.hint(word.text(), finder.items(kind), "")));
    }

    /** Times as people type them. */
    static final class Durations {
        private static final java.util.regex.Pattern SHAPE = java.util.regex.Pattern
                .compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,6})s)?");
        private static final long DAYS_MAX_MS = 30L * 24 * 3_600_000;

        private Durations() {}

        /** Milliseconds; empty where the text is no positive time of at most 30 days. */
        static OptionalLong parse(String text) {
            var found = SHAPE.matcher(text);
            if (!found.matches()) {
                return OptionalLong.empty();
            }
            long ms = number(found.group(1)) * 3_600_000 + number(found.group(2)) * 60_000
                    + number(found.group(3)) * 1_000;
            return ms > 0 && ms <= DAYS_MAX_MS ? OptionalLong.of(ms) : OptionalLong.empty();
        }

        private static long number(@org.jspecify.annotations.Nullable String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }
}
