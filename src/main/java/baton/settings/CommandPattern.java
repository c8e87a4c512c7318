package baton.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A right to run commands, such as {@code mvn -q test} or {@code git diff *}, compared argument by argument.
 *
 * <p>Words must be equal, the first one exactly as written. A star that is the last word stands for any further arguments, also for
 * none. It never covers what would make the program run something else: a script given as text ({@code bash -c}), a program
 * behind another ({@code env}, {@code xargs}), or an option that starts commands or writes elsewhere ({@code git diff --output}).
 * Such a command is allowed only by a pattern that spells it out. No word has a shell's meaning, because no shell ever runs.
 */
public record CommandPattern(List<String> words, boolean open) {

    public CommandPattern {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command pattern needs the name of a program");
        }
    }

    /**
     * Reads a pattern; words are split as in {@link CommandLine}.
     *
     * @throws IllegalArgumentException where it names no program, or uses a star anywhere but as its last word
     */
    public static CommandPattern parse(String text) {
        String trimmed = Objects.requireNonNull(text, "text").strip();
        boolean open = trimmed.endsWith(" *") && !trimmed.endsWith("\\ *");
        String fixed = open ? trimmed.substring(0, trimmed.length() - 2) : trimmed;
        return switch (CommandLine.parse(fixed)) {
            case CommandLine.Words(var argv) -> new CommandPattern(argv, open);
            case CommandLine.NeedsShell(var reason) -> throw new IllegalArgumentException(
                    "\"" + trimmed + "\" is not a command pattern: " + reason);
        };
    }

    /** The pattern, or empty where the text is none; nothing may then be allowed by it. */
    public static Optional<CommandPattern> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True where this right covers the command. */
    public boolean matches(List<String> argv) {
        if (argv.size() < words.size() || (!open && argv.size() > words.size())) {
            return false;
        }
        for (String argument : argv) {
            if (argument.indexOf('\0') >= 0) {
                return false;
            }
        }
        if (!argv.subList(0, words.size()).equals(words)) {
            return false;
        }
        var rest = argv.subList(words.size(), argv.size());
        return rest.isEmpty() || StarRules.covers(words, rest);
    }

    /**
     * True where the command begins with these words, or is these words where no star stands at the end.
     *
     * <p>For confining what another right allows: unlike {@link #matches} it says nothing of what the program then does.
     */
    public boolean reaches(List<String> argv) {
        return argv.size() >= words.size() && (open || argv.size() == words.size())
                && argv.subList(0, words.size()).equals(words);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return CommandLine.quoted(words) + (open ? " *" : "");
    }
}
