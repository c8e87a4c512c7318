package baton.cli.fork;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import baton.cli.console.UserError;
import baton.engine.Fold;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.Origin;
import baton.runtime.SessionRecord;
import baton.view.InboxItem;
import baton.view.Projector;
import baton.view.SessionView;

/**
 * A point of a recorded session at which another one can begin: after an event that is the last its input led to.
 *
 * @param view the session as it stood there
 * @param state the same as the engine has it
 * @param origin the point as it is remembered
 * @param openUntil for every matter of the inbox the last such point at which it was open
 */
record ForkPoint(SessionView view, SessionState state, Origin origin, Map<String, Long> openUntil) {

    /** Refuses what is no such point, with those next to it. */
    static ForkPoint of(SessionRecord record, long seq) {
        if (seq < 1) {
            throw UserError.usage("--at " + seq + " names no event: they are counted from 1", numbers(record));
        }
        return new Search(record, seq).found();
    }

    private static String numbers(SessionRecord record) {
        return "baton replay " + record.name() + " --numbers  shows the numbers.";
    }

    /** When the matter was last open; empty where it was settled by the same input that opened it. */
    OptionalLong lastOpen(String id) {
        var seq = openUntil.get(id);
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    /** One walk through the record. */
    private static final class Search {
        private final SessionRecord record;
        private final long seq;
        private final Map<String, Long> openUntil = new LinkedHashMap<>();
        private SessionView view = SessionView.EMPTY;
        private SessionState state = SessionState.EMPTY;
        private Optional<RecordedEvent> before = Optional.empty();
        /** The last point before the event. */
        private long earlier;

        Search(SessionRecord record, long seq) {
            this.record = record;
            this.seq = seq;
        }

        ForkPoint found() {
            try (var events = record.events(1, Long.MAX_VALUE)) {
                for (var facts = events.iterator(); facts.hasNext();) {
                    var fact = facts.next();
                    if (before.filter(last -> last.n() != fact.n()).isPresent() && !passed()) {
                        break;
                    }
                    if (fact.seq() <= seq) {
                        view = Projector.boards(view, fact);
                        state = Fold.evolve(state, fact);
                    }
                    before = Optional.of(fact);
                }
            }
            return point();
        }

        /** An input's last event has gone by; false where it is the one that is wanted, or stands behind it. */
        private boolean passed() {
            long end = before.map(RecordedEvent::seq).orElse(0L);
            if (end >= seq) {
                return false;
            }
            earlier = end;
            view.inbox().stream().filter(InboxItem::isOpen).forEach(item -> openUntil.put(item.id(), end));
            return true;
        }

        private ForkPoint point() {
            long end = before.map(RecordedEvent::seq).orElse(0L);
            if (end < seq) {
                throw UserError.usage("--at " + seq + " is past the end: the last event is " + end,
                        end == 0 ? "Nothing was recorded yet." : "--at " + end + "  takes all of it.");
            }
            if (end > seq) {
                throw UserError.usage("--at " + seq + " stands inside events " + (earlier + 1) + " to " + end
                        + ", which came of one input and hold together",
                        (earlier > 0 ? "--at " + earlier + " is before them, " : "") + "--at " + end
                                + " is after them.");
            }
            return new ForkPoint(view, state, new Origin(record.name(), seq, record.hashAt(seq)), openUntil);
        }
    }
}
