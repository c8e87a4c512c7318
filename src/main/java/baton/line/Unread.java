package baton.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.SessionState;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.view.talk.Block.Delivery;
import baton.view.talk.Block.Said;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * A message that nobody has read yet.
 *
 * @param message number of the fact that said it
 * @param line what says it again when it is typed
 */
record Unread(long message, String line) {
    private static final int SHOWN = 160;

    static List<Unread> of(SessionState state) {
        return state.people().unread().entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
    }

    private static Unread of(long message, MessageSaid said) {
        return new Unread(message,
                new Said(said.by(), said.toAgent(), said.toTask(), said.text(), Delivery.WAITING).line());
    }

    String id() {
        return "M-" + message;
    }

    /** The one that is called so, with or without its letter; the newest where nothing is said. */
    static Optional<Unread> find(SessionState state, String id) {
        var all = of(state);
        return id.isBlank()
                ? all.reversed().stream().findFirst()
                : all.stream()
                        .filter(one -> id.strip().replaceFirst("(?i)^m-", "").equals(String.valueOf(one.message())))
                        .findFirst();
    }

    /** Why there is none of this name. */
    static Came none(SessionState state, String id) {
        var ids = of(state).stream().map(Unread::id).toList();
        return id.isBlank() || ids.isEmpty()
                ? new Came.Refused("no message waits: whatever was said has been read", "")
                : new Came.Refused("no message " + id.strip() + " waits; what was said under it has been read",
                        "Waiting are " + String.join(", ", ids) + ".");
    }

    static List<StyledLine> page(SessionState state) {
        var lines = new ArrayList<StyledLine>();
        for (var one : of(state)) {
            lines.add(StyledLine.of(Tone.STRONG, one.id())
                    .and("  " + TextWidth.cut(one.line().replace('\n', ' '), SHOWN)));
        }
        lines.add(StyledLine.of(Tone.DIM, lines.isEmpty()
                ? "No message waits: whatever was said has been read."
                : "They are read at the next turn of whoever they are for. /unsend takes the newest back, /unsend "
                        + of(state).getFirst().id() + " this one."));
        return List.copyOf(lines);
    }
}
