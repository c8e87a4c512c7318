package baton.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import baton.engine.Engine;
import baton.engine.Input.Stamped;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.replay.Verdict.Damaged;
import baton.replay.Verdict.Diverged;
import baton.replay.Verdict.Empty;
import baton.replay.Verdict.Exact;
import baton.replay.Verdict.Folded;
import baton.runtime.SessionRecord;
import baton.view.Projector;
import baton.view.SessionView;

/**
 * Decides a recorded session again: the recorded inputs go through the engine, and every fact must come out as it was.
 *
 * <p>First the hash chain is recomputed, so that a changed byte is told from a changed decision. A session that other rules
 * decided is folded only. Nothing is written, asked or run.
 */
public final class Verifier {
    private static final String NOTHING = "(no event)";

    private final SessionRecord record;
    private final Function<RecordedEvent, String> canonical;
    private final StreamedText streamed;
    private SessionState state = SessionState.EMPTY;
    private long events;
    private long inputs;

    /** {@code canonical} writes a whole event as the text that is compared and shown. */
    public Verifier(SessionRecord record, Function<RecordedEvent, String> canonical) {
        this.record = record;
        this.canonical = canonical;
        this.streamed = new StreamedText(record);
    }

    /** Reads the whole record once, and once more for its hashes. */
    public Verdict verify() {
        var damage = record.findDamage();
        if (damage.isPresent()) {
            return new Damaged(damage.get().seq(), damage.get().type(), damage.get().message());
        }
        var started = started();
        if (started.isEmpty()) {
            return new Empty();
        }
        return started.get().rules() == SessionEvent.RULES ? decideAgain() : fold(started.get().rules());
    }

    private Optional<SessionStarted> started() {
        try (var first = record.events(1, 1)) {
            return first.map(RecordedEvent::event).filter(SessionStarted.class::isInstance)
                    .map(SessionStarted.class::cast).findFirst();
        }
    }

    private Verdict decideAgain() {
        try (var recordedInputs = record.inputs(1); var recordedEvents = record.events(1, Long.MAX_VALUE)) {
            var facts = recordedEvents.iterator();
            for (var given = recordedInputs.iterator(); given.hasNext();) {
                var difference = compare(given.next(), facts);
                if (difference.isPresent()) {
                    return difference.get();
                }
            }
            return facts.hasNext() ? more(facts.next()) : new Exact(events, inputs);
        }
    }

    private Optional<Verdict> compare(Stamped input, Iterator<RecordedEvent> facts) {
        inputs++;
        var step = Engine.handle(state, input);
        state = step.state();
        for (var decided : step.events()) {
            events++;
            var recorded = facts.hasNext() ? Optional.of(facts.next()) : Optional.<RecordedEvent>empty();
            String was = recorded.map(canonical).orElse(NOTHING);
            String is = canonical.apply(decided);
            if (!was.equals(is)) {
                return Optional.of(new Diverged(decided.seq(), input.n(), was, is));
            }
            var torn = streamed.check(decided);
            if (torn.isPresent()) {
                return torn;
            }
        }
        return Optional.empty();
    }

    private Verdict more(RecordedEvent extra) {
        return new Diverged(extra.seq(), extra.n(), canonical.apply(extra), NOTHING);
    }

    /** Folds every fact, so that at least each is known to be still understood. */
    private Verdict fold(int rules) {
        var view = SessionView.EMPTY;
        try (var recorded = record.events(1, Long.MAX_VALUE)) {
            for (var facts = recorded.iterator(); facts.hasNext(); events++) {
                var fact = facts.next();
                view = Projector.boards(view, fact);
                var torn = streamed.check(fact);
                if (torn.isPresent()) {
                    return torn.get();
                }
            }
        }
        return new Folded(rules, view.head().lastSeq());
    }

    /** The first places at which two texts differ, with a little before them; for showing both sides of a divergence. */
    public static List<String> around(String one, String other, int charsMax) {
        int same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - charsMax / 4);
        return List.of(window(one, from, charsMax), window(other, from, charsMax));
    }

    private static String window(String text, int from, int charsMax) {
        int to = Math.min(text.length(), from + charsMax);
        return (from > 0 ? "…" : "") + text.substring(Math.min(from, to), to) + (to < text.length() ? "…" : "");
    }
}
