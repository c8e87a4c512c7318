package baton.chat;

import java.util.ArrayList;
import java.util.List;

/** What was given for the arguments of a command, by the arguments' names and in their order. */
public record Arguments(List<Given> given) {
    static final Arguments NONE = new Arguments(List.of());

    /** The value of one argument; several values only for {@link Argument.Kind#MANY}. */
    public record Given(String name, List<String> values) {
        public Given {
            values = List.copyOf(values);
        }
    }

    public Arguments {
        given = List.copyOf(given);
    }

    /** The value as one text; empty where it was not given. */
    public String text(String name) {
        return String.join(" ", all(name));
    }

    public List<String> all(String name) {
        return given.stream().filter(one -> one.name().equals(name)).findFirst().map(Given::values).orElse(List.of());
    }

    Arguments with(String name, List<String> values) {
        var more = new ArrayList<>(given);
        more.add(new Given(name, values));
        return new Arguments(more);
    }
}
