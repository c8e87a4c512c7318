package baton.tui;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import baton.tui.frame.Capabilities;
import baton.tui.screen.ScreenSight;
import baton.tui.state.Lists;
import baton.tui.state.Moment;
import baton.tui.state.Scene;
import baton.tui.state.UiAction;
import baton.tui.state.UiAction.Destination;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.terminal.TerminalPort;
import org.jspecify.annotations.Nullable;

/**
 * The screen at work: one thread that takes events in their order, changes the state and has it painted.
 *
 * <p>The clock is looked at only while one is in sight and runs; otherwise the loop sleeps until something happens.
 */
public final class ScreenLoop {
    private static final int EVENTS_MAX = 4_096;
    private static final long TICK_MS = 1_000;

    private final TerminalPort terminal;
    private final Capabilities capabilities;
    private final SceneSource source;
    private final Outside outside;
    private final Keeper keeper;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>(EVENTS_MAX);
    private final AtomicBoolean news = new AtomicBoolean();
    private final ScreenSight sight = new ScreenSight();
    private volatile @Nullable Exit exit;
    private UiState state;
    private Scene scene = Scene.EMPTY;
    private long alarms;

    /** What arrives: an event, or the word that the scene has changed. */
    private sealed interface Letter {
        record Event(UiEvent event) implements Letter {}

        record News() implements Letter {}
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
        try (var painter = new Painter(terminal, capabilities, this::hear)) {
            scene = source.now().with(outside.sessions(""));
            painter.paint(scene, state, true, true);
            while (exit == null) {
                var letter = next();
                news.set(false);
                scene = merged(source.now());
                ringWhereNeeded();
                long before = state.revision();
                boolean urgent = letter instanceof Letter.Event event && !(event.event() instanceof UiEvent.Ticked)
                        && handle(event.event(), painter);
                boolean changed = urgent || before != state.revision() || !(letter instanceof Letter.Event);
                if (changed && exit == null) {
                    painter.paint(scene, state, urgent, false);
                }
            }
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

    /** The bell is for what stops everything, once for each such matter. */
    private void ringWhereNeeded() {
        long now = scene.session().inbox().stream().filter(item -> item.isOpen() && Lists.severity(item) == 0).count();
        if (now > alarms && !scene.isRecorded()) {
            write("\u0007");
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

    private Letter next() throws InterruptedException {
        boolean ticking = state.isTimed() || scene.isRunning();
        var letter = ticking ? letters.poll(TICK_MS, TimeUnit.MILLISECONDS) : letters.take();
        if (ticking) {
            state = UiUpdate.apply(state, new UiEvent.Ticked(nowMs()), moment(nowMs())).state();
        }
        return letter == null ? new Letter.News() : letter;
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000;
    }

    private Moment moment(long atMs) {
        return new Moment(scene, sight, source::names, atMs);
    }

    /** Applies an event and does what comes of it; true where the screen must show it at once. */
    private boolean handle(UiEvent event, Painter painter) {
        if (event instanceof UiEvent.Gone) {
            exit = new Exit.Gone();
            return false;
        }
        long before = state.revision();
        var step = UiUpdate.apply(state, event, moment(event instanceof UiEvent.Typed key ? key.atMs() : nowMs()));
        state = step.state();
        step.actions().forEach(action -> act(action, painter));
        return before != state.revision();
    }

    private void say(String text) {
        if (!text.isEmpty()) {
            state = UiUpdate.apply(state, new UiEvent.Told(text, nowMs()), moment(nowMs())).state();
        }
    }

    private void act(UiAction action, Painter painter) {
        switch (action) {
            case UiAction.Tell tell -> say(outside.tell(tell.command()));
            case UiAction.Copy copy -> say(keeper.copy(copy.what(), copy.text(), this::write));
            case UiAction.Save save -> say(keeper.save(save.file(), save.text()));
            case UiAction.Page page -> lend(painter, () -> say(keeper.page(page.text())));
            case UiAction.Edit edit -> lend(painter, () -> edit(edit.draft()));
            case UiAction.Dump dump -> lend(painter, () -> keeper.dump(dump.text()));
            case UiAction.Bell bell -> write("\u0007");
            case UiAction.MouseReports reports -> mouse(reports.on());
            case UiAction.Redraw redraw -> redraw(painter);
            case UiAction.Seek seek -> source.seek(seek.seq());
            case UiAction.Compare compare -> source.compare(compare.seq());
            case UiAction.Play play -> source.play(play.on(), play.speedMilli());
            case UiAction.Switch to -> exit = new Exit.Elsewhere(to.to());
            case UiAction.ListSessions list -> scene = scene.with(outside.sessions(list.words()));
            case UiAction.Look look -> Thread.ofVirtual().start(() -> look(look));
            case UiAction.Leave leave -> exit = new Exit.Left();
        }
    }

    private void look(UiAction.Look look) {
        var page = outside.look(look);
        hear(new UiEvent.Shown(page.title(), page.lines()));
    }

    private void edit(String draft) {
        Optional<String> edited = keeper.edit(draft);
        edited.ifPresent(text -> state = UiUpdate.apply(state, new UiEvent.Edited(text), moment(nowMs())).state());
    }

    private void write(String sequence) {
        try {
            terminal.write(sequence.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException gone) {
            exit = new Exit.Gone();
        }
    }

    private void mouse(boolean on) {
        try {
            terminal.mouse(on);
        } catch (IOException gone) {
            exit = new Exit.Gone();
        }
    }

    private void redraw(Painter painter) {
        try {
            terminal.enter();
            state = UiUpdate.apply(state, new UiEvent.Resized(terminal.size()), moment(nowMs())).state();
            painter.paint(scene, state, true, true);
        } catch (IOException gone) {
            exit = new Exit.Gone();
        }
    }

    private void lend(Painter painter, Runnable program) {
        painter.settle();
        try {
            terminal.lend(program);
            redraw(painter);
        } catch (IOException gone) {
            exit = new Exit.Gone();
        }
    }

    /** The state as it was left, for whoever shows the next scene on the same screen. */
    public UiState state() {
        return state;
    }
}
