package baton.chat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line of the table of commands.
 *
 * @param name without the slash
 * @param aliases further names; help shows them behind the name
 * @param group heading under which help and palette show it
 * @param help one line
 * @param examples whole lines as people type them
 */
public record ChatCommand(String name, List<String> aliases, Group group, List<Argument> arguments, String help,
        List<String> examples, Meaning meaning) {
    /** Headings, in the order help shows them. */
    public enum Group {
        TALK("Talk"), INBOX("Answer"), WORK("Steer the work"), PLAN("Change the plan"), LOOK("Look"), FACE("Here");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Turns the arguments into what is to be done; {@code by} is who typed. */
    @FunctionalInterface
    interface Meaning {
        Dispatch of(Arguments arguments, ChatNames names, String by);
    }

    public ChatCommand {
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(group, "group");
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(help, "help");
        examples = List.copyOf(examples);
        Objects.requireNonNull(meaning, "meaning");
    }

    boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    /** {@code /pause [TARGET]}. */
    public String usage() {
        return ("/" + name + " " + arguments.stream().map(Argument::usage).collect(Collectors.joining(" "))).strip();
    }
}
