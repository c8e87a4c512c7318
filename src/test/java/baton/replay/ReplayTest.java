package baton.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.Command;
import baton.engine.Engine;
import baton.engine.Input.Stamped;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.replay.Player.Stretch;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.SessionRecord;
import baton.view.SampleRun;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReplayTest {
    @Test
    void aRecordThatComesOutTheSameIsExact() {
        var record = decided();

        assertEquals(new Verdict.Exact(record.events().size(), 2), verify(record));
    }

    @Test
    void theFirstEventThatComesOutOtherwiseIsNamedWithBothSides() {
        var record = decided();
        var changed = new ArrayList<>(record.events());
        var third = changed.get(2);
        changed.set(2, new RecordedEvent(3, third.n(), third.atMs() + 1, third.subject(), third.cause(),
                third.event()));

        assertEquals(new Verdict.Diverged(3, 1, changed.get(2).toString(), third.toString()),
                verify(new InMemory(record.inputs(), changed, Optional.empty())));
    }

    @Test
    void aMissingAndASupernumeraryEventAreDivergencesToo() {
        var record = decided();
        int last = record.events().size();
        var end = record.events().getLast();

        assertEquals(new Verdict.Diverged(last, 2, "(no event)", end.toString()),
                verify(new InMemory(record.inputs(), record.events().subList(0, last - 1), Optional.empty())));
        var stopped = record.events().stream().filter(event -> event.n() == 2).findFirst().orElseThrow();
        assertEquals(new Verdict.Diverged(stopped.seq(), 2, stopped.toString(), "(no event)"),
                verify(new InMemory(record.inputs().subList(0, 1), record.events(), Optional.empty())));
    }

    @Test
    void damageIsToldBeforeAnythingIsDecided() {
        var record = decided();
        var damage = new SessionRecord.Damage(4, "task.added", "its content does not fit its hash");

        assertEquals(new Verdict.Damaged(4, "task.added", "its content does not fit its hash"),
                verify(new InMemory(record.inputs(), record.events(), Optional.of(damage))));
    }

    @Test
    void aSessionOfOtherRulesIsOnlyRead() {
        var started = new RecordedEvent(1, 1, 0, Subject.SESSION, 0,
                new SessionStarted(999, SampleRun.settings(), List.of(), List.of()));

        assertEquals(new Verdict.Folded(999, 1), verify(new InMemory(List.of(), List.of(started), Optional.empty())));
        assertEquals(new Verdict.Empty(), verify(new InMemory(List.of(), List.of(), Optional.empty())));
    }

    @Test
    void playingWaitsAsTheRecordDidFasterAndNeverTooLong() throws InterruptedException {
        var waits = new ArrayList<Long>();
        var facts = SampleRun.whole().events();
        new Player(new Pace(10_000, 5_000), ms -> {
            if (ms > 0) {
                waits.add(ms);
            }
        }).play(new InMemory(List.of(), facts, Optional.empty()), Stretch.WHOLE, (view, event) -> true);

        // 60 s, 60 s, 60 s, 20 s, 60 s, 700 s, 30 s, 10 s, 60 s at ten times the speed, none longer than 5 s.
        assertEquals(List.of(5_000L, 5_000L, 5_000L, 2_000L, 5_000L, 5_000L, 3_000L, 1_000L, 5_000L), waits);
    }

    @Test
    void aStretchShowsItsEventsAndFoldsWhatCameBefore() throws InterruptedException {
        var seen = new ArrayList<Long>();
        var view = new Player(Pace.INSTANT, ms -> {}).play(
                new InMemory(List.of(), SampleRun.whole().events(), Optional.empty()), new Stretch(5, 7),
                (after, event) -> seen.add(event.seq()));

        assertEquals(List.of(5L, 6L, 7L), seen);
        assertEquals(7, view.head().lastSeq());
    }

    @Test
    void bothSidesOfADifferenceAreShownAroundIt() {
        assertEquals(List.of("…yzA0123456…", "…yzB0123456…"),
                Verifier.around("0123456789xyzA0123456789", "0123456789xyzB0123456789", 10));
    }

    private static Verdict verify(InMemory record) {
        return new Verifier(record, RecordedEvent::toString).verify();
    }

    /** A session that was opened and stopped, as the engine decides it. */
    private static InMemory decided() {
        var inputs = List.of(
                new Stamped(1, 1_000, 0, new Command.Open(SampleRun.settings(), SampleRun.plan(), List.of(), List.of(),
                        List.of(), List.of(), List.of())),
                new Stamped(2, 2_000, 1_000, new Command.Stop(Command.StopReason.INTERRUPTED)));
        var events = new ArrayList<RecordedEvent>();
        var state = SessionState.EMPTY;
        for (var input : inputs) {
            var step = Engine.handle(state, input);
            state = step.state();
            events.addAll(step.events());
        }
        return new InMemory(inputs, events, Optional.empty());
    }

    /** A record in memory. */
    private record InMemory(List<Stamped> inputs, List<RecordedEvent> events,
            Optional<SessionRecord.Damage> damage) implements SessionRecord {
        @Override
        public String name() {
            return "memory";
        }

        @Override
        public Stream<RecordedEvent> events(long from, long to) {
            return events.stream().filter(event -> event.seq() >= from && event.seq() <= to);
        }

        @Override
        public Stream<Stamped> inputs(long from) {
            return inputs.stream().filter(input -> input.n() >= from);
        }

        @Override
        public List<Chunk> chunks(String turn) {
            return List.of();
        }

        @Override
        public Optional<Content> content(String sha256) {
            return Optional.empty();
        }

        @Override
        public Optional<Damage> findDamage() {
            return damage;
        }

        @Override
        public String headHash() {
            return "";
        }

        @Override
        public String hashAt(long seq) {
            return "";
        }

        @Override
        public void close() {}
    }
}
