package baton.tui;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import baton.engine.Command;
import baton.tui.frame.Capabilities;
import baton.tui.screen.ScreenSight;
import baton.tui.state.Lists;
import baton.tui.state.Moment;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.tui.state.UiAction.Destination;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.terminal.TerminalPort;
import baton.view.SessionView;
import baton.view.talk.Block;
import org.jspecify.annotations.Nullable;

/**
 * The screen at work: one thread that takes events in their order, changes the state and has it painted.
 *
 * <p>Nothing that may block runs on it: the painter alone writes to the terminal, and {@link Chores} do the rest. News of the
 * session are looked at no oftener than they could be painted, and never before a key that waits. The clock is looked at only
 * while one is in sight and runs; otherwise the loop sleeps until something happens.
 */
public final class ScreenLoop {
    private static final int EVENTS_MAX = 4_096;
    private static final long TICK_NANOS = 1_000_000_000L;
    /** Half the time of a frame: news wait for the painter, never the painter for news. */
    private static final long NEWS_NANOS = 1_000_000_000L / 60;
    /** Characters of keys that are taken together; more would keep the screen from showing that it hears them. */
    private static final int JOINED_MAX = 16_384;
    private static final byte[] BELL = {7};

    private final TerminalPort terminal;
    private final Capabilities capabilities;
    private final SceneSource source;
    private final Outside outside;
    private final Keeper keeper;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>(EVENTS_MAX);
    private final AtomicBoolean news = new AtomicBoolean();
    /** Whether news were heard of that have not been looked at; the loop's own. */
    private boolean newsWait;
    /** What was read while keys were joined, and is none of them. */
    private @Nullable Letter ahead;
    private long newsNanos = System.nanoTime();
    private final ScreenSight sight = new ScreenSight();
    private volatile @Nullable Exit exit;
    private UiState state;
    private Scene scene = Scene.EMPTY;
    private long alarms;
    /** What was last looked at for matters that stop everything; the conversation alone brings none. */
    private SessionView looked = SessionView.EMPTY;

    /** What arrives: an event, or the word that the scene has changed. */
    private sealed interface Letter {
        record Event(UiEvent event) implements Letter {}

        record News() implements Letter {}

        /** The list of sessions was read. */
        record Listed(List<SessionRow> rows) implements Letter {}
    }

    /** How the screen was left. */
    public sealed interface Exit {
        /** The person left. */
        record Left() implements Exit {}

        /** The terminal is gone. */
        record Gone() implements Exit {}

        /** The person wants to be somewhere else. */
        record Elsewhere(Destination to) implements Exit {}

        /** The session ended by itself, or was told to by a signal. */
        record Ended() implements Exit {}
    }

    public ScreenLoop(TerminalPort terminal, Capabilities capabilities, SceneSource source, Outside outside,
            Keeper keeper, UiState start) {
        this.terminal = terminal;
        this.capabilities = capabilities;
        this.source = source;
        this.outside = outside;
        this.keeper = keeper;
        this.state = start;
    }

    /** Ends the loop from another thread: the session is over, or a signal came. */
    public void end() {
        exit = new Exit.Ended();
        letters.offer(new Letter.News());
    }

    /** An event from the terminal; where nobody reads any more, keys wait for a moment and are then dropped. */
    public void hear(UiEvent event) {
        try {
            letters.offer(new Letter.Event(event), 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows the session until the person leaves or the session ends. The terminal must have been entered. */
    public Exit run() throws InterruptedException {
        source.watch(this::changed);
        try (var painter = new Painter(terminal, capabilities, this::hear);
                var tells = new Chores("to-session", this::told);
                var chores = new Chores("chores", this::told)) {
            var hands = new Hands(painter, tells, chores);
            scene = merged(source.now());
            painter.paint(scene, state, true, true);
            list("", hands);
            while (exit == null) {
                step(next(), hands);
            }
            painter.settle();
            painter.part();
            painter.settle();
            painter.failure().ifPresent(broken -> {
                throw new IllegalStateException("the screen cannot be painted: " + broken, broken);
            });
        } finally {
            source.watch(() -> {});
        }
        var left = exit;
        return left == null ? new Exit.Left() : left;
    }

    /** Who does what a step asks for. */
    private record Hands(Painter painter, Chores tells, Chores chores) {}

    private void step(Letter letter, Hands hands) {
        scene = merged(source.now());
        ringWhereNeeded(hands.painter());
        long before = state.revision();
        boolean urgent = switch (letter) {
            case Letter.Event event ->
                !(event.event() instanceof UiEvent.Ticked) && handle(joined(event.event()), hands);
            case Letter.Listed listed -> {
                scene = scene.with(listed.rows());
                yield true;
            }
            case Letter.News nothing -> false;
        };
        boolean changed = urgent || before != state.revision() || !(letter instanceof Letter.Event);
        if (changed && exit == null) {
            hands.painter().paint(scene, state, urgent, false);
        }
    }

    /** The bell is for what stops everything, once for each such matter. */
    @SuppressWarnings("ReferenceEquality")
    private void ringWhereNeeded(Painter painter) {
        if (looked == scene.session()) {
            return;
        }
        looked = scene.session();
        long now = scene.session().inbox().stream().filter(item -> item.isOpen() && Lists.severity(item) == 0).count();
        if (now > alarms && !scene.isRecorded()) {
            painter.send(BELL);
        }
        alarms = now;
    }

    /** Sources know nothing of other sessions; the list is the screen's own. */
    private Scene merged(Scene now) {
        return now.with(scene.sessions());
    }

    private void changed() {
        if (!news.getAndSet(true)) {
            letters.offer(new Letter.News());
        }
    }

    /** The next event; news where there is none and they are due; news as well when a clock that is in sight moves on. */
    private Letter next() throws InterruptedException {
        boolean ticking = state.isTimed() || scene.isRunning();
        var letter = await(ticking);
        if (ticking) {
            state = UiUpdate.apply(state, new UiEvent.Ticked(nowMs()), moment(nowMs())).state();
        }
        return letter;
    }

    private Letter await(boolean ticking) throws InterruptedException {
        long tickNanos = System.nanoTime() + TICK_NANOS;
        newsWait |= news.get();
        while (true) {
            long dueNanos = newsWait ? newsNanos + NEWS_NANOS : tickNanos;
            long leftNanos = Math.max(0, dueNanos - System.nanoTime());
            var kept = ahead;
            ahead = null;
            if (kept != null) {
                return kept;
            }
            var letter = newsWait || ticking ? letters.poll(leftNanos, TimeUnit.NANOSECONDS) : letters.take();
            if (letter == null) {
                newsWait = false;
                newsNanos = System.nanoTime();
                news.set(false);
                return new Letter.News();
            }
            if (!(letter instanceof Letter.News)) {
                return letter;
            }
            if (exit != null) {
                return letter;
            }
            newsWait = true;
        }
    }

    /** The event, or with it all keys that wait behind it and only write: a text typed by a machine is one change. */
    private UiEvent joined(UiEvent first) {
        String begin = UiUpdate.writes(state, first);
        if (begin.isEmpty() || letters.isEmpty()) {
            return first;
        }
        var text = new StringBuilder(begin);
        while (text.length() < JOINED_MAX && ahead == null) {
            var next = letters.poll();
            if (next == null) {
                break;
            }
            String more = next instanceof Letter.Event event ? UiUpdate.writes(state, event.event()) : "";
            text.append(more);
            newsWait |= next instanceof Letter.News;
            ahead = more.isEmpty() && !(next instanceof Letter.News) ? next : null;
        }
        return new UiEvent.Written(text.toString(), first instanceof UiEvent.Typed key ? key.atMs() : nowMs());
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    private Moment moment(long atMs) {
        return new Moment(scene, sight, source::names, atMs);
    }

    /** Applies an event and does what comes of it; true where the screen must show it at once. */
    private boolean handle(UiEvent event, Hands hands) {
        if (event instanceof UiEvent.Gone) {
            exit = new Exit.Gone();
            return false;
        }
        if (event instanceof UiEvent.Background background) {
            hands.painter().dress(capabilities.on(background.colour()));
            return true;
        }
        long before = state.revision();
        var step = UiUpdate.apply(state, event, moment(at(event)));
        state = step.state();
        step.actions().forEach(action -> act(action, hands));
        return before != state.revision();
    }

    private static long at(UiEvent event) {
        return event instanceof UiEvent.Typed key
                ? key.atMs()
                : event instanceof UiEvent.Written written ? written.atMs() : nowMs();
    }

    /** Says something on the screen, from any thread. */
    private void told(String text) {
        if (!text.isEmpty()) {
            hear(new UiEvent.Told(text, nowMs()));
        }
    }

    private void act(UiAction action, Hands hands) {
        var painter = hands.painter();
        switch (action) {
            case UiAction.Tell tell -> hands.tells().take(() -> told(outside.tell(tell.command())));
            case UiAction.Unsend unsend -> hands.tells().take(() -> unsend(unsend));
            case UiAction.Copy copy -> hands.chores().take(() -> told(keeper.copy(copy.what(), copy.text(),
                    sequence -> painter.send(sequence.getBytes(StandardCharsets.UTF_8)))));
            case UiAction.Save save -> hands.chores().take(() -> told(keeper.save(save.file(), save.text())));
            case UiAction.Page page -> painter.lend(() -> told(keeper.page(page.text())));
            case UiAction.Edit edit -> painter.lend(() -> told(keeper.edit(edit.draft(),
                    text -> hear(new UiEvent.Edited(text)))));
            case UiAction.Dump dump -> painter.lend(() -> keeper.dump(dump.text()));
            case UiAction.Bell bell -> painter.send(BELL);
            case UiAction.MouseReports reports -> painter.mouse(reports.on());
            case UiAction.Redraw redraw -> redraw(painter);
            case UiAction.Seek seek -> source.seek(seek.seq());
            case UiAction.Compare compare -> source.compare(compare.seq());
            case UiAction.Play play -> source.play(play.on(), play.speedMilli());
            case UiAction.Switch to -> exit = new Exit.Elsewhere(to.to());
            case UiAction.ListSessions list -> list(list.words(), hands);
            case UiAction.Look look -> hands.chores().take(() -> look(look));
            case UiAction.Leave leave -> exit = new Exit.Left();
        }
    }

    private void unsend(UiAction.Unsend unsend) {
        String why = outside.ask(new Command.Unsend(unsend.message(), Block.PERSON));
        if (why.isEmpty()) {
            hear(new UiEvent.TakenBack(unsend.line(), unsend.use(), nowMs()));
        } else {
            told(why);
        }
    }

    private void look(UiAction.Look look) {
        var page = outside.look(look);
        hear(new UiEvent.Shown(page.title(), page.lines()));
    }

    private void list(String words, Hands hands) {
        hands.chores().take(() -> letters.offer(new Letter.Listed(outside.sessions(words))));
    }

    private void redraw(Painter painter) {
        state = UiUpdate.apply(state, new UiEvent.Resized(terminal.size()), moment(nowMs())).state();
        painter.redraw(scene, state);
    }

    /** The state as it was left, for whoever shows the next scene on the same screen. */
    public UiState state() {
        return state;
    }
}
