package baton.chat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One argument of a command.
 *
 * @param name as help shows it
 * @param need whether the command can do without
 * @param words the fixed words of a {@link Kind#WORD}
 */
public record Argument(String name, Kind kind, Need need, List<String> words) {
    /** What an argument must look like. */
    public enum Kind {
        /** An id of a task, with or without {@code #}. */
        TASK,
        /** An agent by id, name or alias, with or without {@code @}. */
        AGENT,
        /** A task, an agent with {@code @}, or the word all. */
        TARGET,
        /** An id of something that waits for a person, as its four kinds. */
        QUESTION, DECISION, APPROVAL, BLOCKER,
        /** A time such as 90s, 5m, 1h30m. */
        DURATION,
        /** One of fixed words. */
        WORD,
        /** Any one word, or several in quotes. */
        ONE,
        /** Several words or quoted texts, to the end. */
        MANY,
        /** Everything that is left, as it stands. */
        REST;

        /** The kind of thing an item id must stand for. */
        java.util.Optional<ChatNames.Wait> item() {
            return switch (this) {
                case QUESTION -> java.util.Optional.of(ChatNames.Wait.QUESTION);
                case DECISION -> java.util.Optional.of(ChatNames.Wait.DECISION);
                case APPROVAL -> java.util.Optional.of(ChatNames.Wait.APPROVAL);
                case BLOCKER -> java.util.Optional.of(ChatNames.Wait.BLOCKER);
                case TASK, AGENT, TARGET, DURATION, WORD, ONE, MANY, REST -> java.util.Optional.empty();
            };
        }
    }

    /** Whether a command can do without it. */
    public enum Need {
        REQUIRED, OPTIONAL
    }

    public Argument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(need, "need");
        words = List.copyOf(words);
    }

    static Argument needed(String name, Kind kind) {
        return new Argument(name, kind, Need.REQUIRED, List.of());
    }

    static Argument optional(String name, Kind kind) {
        return new Argument(name, kind, Need.OPTIONAL, List.of());
    }

    static Argument oneOf(String name, Need need, String... words) {
        return new Argument(name, Kind.WORD, need, List.of(words));
    }

    /** {@code TASK} or {@code [REASON]}. */
    public String usage() {
        var word = name.toUpperCase(Locale.ROOT) + (kind == Kind.MANY ? " …" : "");
        return need == Need.REQUIRED ? word : "[" + word + "]";
    }
}
