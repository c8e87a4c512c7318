package baton.chat;

import java.util.List;

import baton.engine.fact.Filling;

/** One line, or several that belong together, as a person typed it. */
public sealed interface ChatLine {
    /** Nothing but blanks, or a comment. */
    record Nothing() implements ChatLine {}

    /** Words for somebody; each address once, in the order written. */
    record Words(List<Address> to, String text) implements ChatLine {
        public Words {
            to = List.copyOf(to);
        }
    }

    /** {@code /command} with its arguments read by their kinds. */
    record Slash(ChatCommand command, Arguments arguments) implements ChatLine {}

    /** {@code +template @agent key=value …}; {@code agent} is empty where the template names its own. */
    record Template(String name, String agent, List<Filling> slots) implements ChatLine {
        public Template {
            slots = List.copyOf(slots);
        }
    }
}
