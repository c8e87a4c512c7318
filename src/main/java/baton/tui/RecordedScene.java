package baton.tui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.replay.Pace;
import baton.runtime.EventStore.Chunk;
import baton.runtime.SessionRecord;
import baton.tui.state.Scene;
import baton.tui.state.Scene.Mode;
import baton.tui.state.Scene.Playback;
import baton.view.SessionView;
import baton.view.text.Typing;

/**
 * The scenes of a recorded session, at any of its facts and at any pace. Nothing is asked, run or written.
 *
 * <p>Scenes share what stays the same, so every hundredth one is kept and the others are folded anew from there.
 */
public final class RecordedScene implements SceneSource, AutoCloseable {
    private static final int KEPT_EVERY = 100;
    private static final long IDLE_MS = 2_000;

    private final List<RecordedEvent> facts;
    private final Map<Long, List<Chunk>> pieces = new LinkedHashMap<>();
    private final List<Scene> kept = new ArrayList<>();
    private final List<Long> runMs = new ArrayList<>();
    private final Scene end;
    private final Thread player;
    private volatile Runnable changed = () -> {};
    private volatile Scene scene;
    private int at;
    private long speedMilli = 1_000;
    private boolean playing;
    private boolean closed;
    private Optional<SessionView> compared = Optional.empty();

    /** Reads the whole record of a session that is found by its name; it may be closed afterwards. */
    public RecordedScene(SessionRecord record) {
        this(record, Typing.PLAIN.of(record.name(), record.name()));
    }

    /** The same where commands find the session in another way. */
    public RecordedScene(SessionRecord record, Typing typing) {
        try (var events = record.events(1, Long.MAX_VALUE)) {
            this.facts = events.toList();
        }
        facts.stream().filter(fact -> fact.event() instanceof TurnRequested).forEach(fact -> remember(record, fact));
        this.end = foldAll(Scene.EMPTY.named(typing));
        this.scene = at(0);
        this.player = Thread.ofPlatform().name("replay").daemon().start(this::play);
    }

    private void remember(SessionRecord record, RecordedEvent fact) {
        if (fact.event() instanceof TurnRequested asked) {
            for (var chunk : record.chunks(asked.turn())) {
                pieces.computeIfAbsent(chunk.afterSeq(), seq -> new ArrayList<>()).add(chunk);
            }
        }
    }

    private Scene foldAll(Scene from) {
        var folded = from;
        for (int i = 0; i < facts.size(); i++) {
            if (i % KEPT_EVERY == 0) {
                kept.add(folded);
            }
            folded = step(folded, i);
            runMs.add(folded.session().head().runMs());
        }
        return folded;
    }

    private Scene step(Scene from, int index) {
        var fact = facts.get(index);
        var after = from.after(fact);
        for (var piece : pieces.getOrDefault(fact.seq(), List.of())) {
            after = after.piece(piece.turn(), piece.text());
        }
        return after;
    }

    /** The scene after so many facts. */
    private Scene at(int count) {
        if (kept.isEmpty()) {
            return dressed(Scene.EMPTY, 0);
        }
        int base = Math.min(count / KEPT_EVERY, kept.size() - 1);
        var folded = kept.get(base);
        for (int i = base * KEPT_EVERY; i < count; i++) {
            folded = step(folded, i);
        }
        return dressed(folded, count);
    }

    private Scene dressed(Scene folded, int count) {
        long seq = count == 0 ? 0 : facts.get(count - 1).seq();
        long total = facts.isEmpty() ? 0 : facts.getLast().seq();
        return folded.with(end.course()).comparedWith(compared)
                .with(new Playback(Mode.RECORDED, seq, total, end.session().head().runMs(), speedMilli, playing));
    }

    @Override
    public Scene now() {
        return scene;
    }

    @Override
    public void watch(Runnable listener) {
        changed = listener;
    }

    @Override
    public synchronized void seek(long target) {
        go(target >= 0 ? indexOf(target) : indexAt(-target));
        notifyAll();
    }

    private void go(int count) {
        at = Math.clamp(count, 0, facts.size());
        playing &= at < facts.size();
        scene = at(at);
        changed.run();
    }

    private int indexOf(long seq) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (facts.get(middle).seq() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int indexAt(long ms) {
        int count = 0;
        while (count < runMs.size() && runMs.get(count) <= ms) {
            count++;
        }
        return Math.max(1, count);
    }

    @Override
    public synchronized void play(boolean on, long newSpeedMilli) {
        speedMilli = Math.max(1, newSpeedMilli);
        playing = on && !facts.isEmpty();
        if (playing && at >= facts.size()) {
            at = 0;
        }
        scene = at(at);
        changed.run();
        notifyAll();
    }

    @Override
    public synchronized void compare(long seq) {
        compared = seq == 0 ? Optional.empty() : Optional.of(at(indexOf(seq)).session());
        scene = at(at);
        changed.run();
    }

    private void play() {
        try {
            while (step()) {
                // The step itself waits.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One fact on, after the wait that the record and the pace give; false once closed. */
    private synchronized boolean step() throws InterruptedException {
        while (!playing && !closed) {
            wait();
        }
        if (closed) {
            return false;
        }
        int from = at;
        long gapMs = from == 0 || from >= facts.size() ? 0 : runMs.get(from) - runMs.get(from - 1);
        long waitMs = new Pace(speedMilli, IDLE_MS).waitMs(gapMs);
        long until = System.nanoTime() + waitMs * 1_000_000;
        for (long left = waitMs; left > 0 && playing && at == from && !closed; left = (until - System.nanoTime())
                / 1_000_000) {
            wait(left);
        }
        if (playing && at == from && !closed) {
            advance();
        }
        return !closed;
    }

    private void advance() {
        if (at < facts.size()) {
            var folded = step(scene, at);
            at++;
            playing = at < facts.size();
            scene = dressed(folded, at);
        } else {
            playing = false;
            scene = dressed(scene, at);
        }
        changed.run();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        player.interrupt();
    }
}
