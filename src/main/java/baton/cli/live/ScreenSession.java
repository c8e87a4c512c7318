package baton.cli.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

import baton.cli.console.ExitCode;
import baton.cli.console.Interrupts;
import baton.cli.record.SessionPages;
import baton.cli.record.SessionRows;
import baton.engine.Command;
import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.settings.RunSettings;
import baton.tui.LiveScene;
import baton.tui.Outside;
import baton.tui.ScreenLoop;
import baton.tui.ScreenLoop.Exit;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.tui.state.UiAction.Destination;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.view.SessionView;
import baton.view.page.Summary;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import baton.view.text.Typing;
import org.jspecify.annotations.Nullable;

/** One session on the full screen: a person steers it, leaves it, and finds its end in their scrollback. */
final class ScreenSession implements SessionFace, Outside {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int STOP_LOOKS_MAX = 20;
    private static final int TAIL = 12;
    /** Far more than a commit takes; a loop that is stuck must not hold its person. */
    private static final long RECORDED_SECONDS_MAX = 20;

    private final ScreenStage stage;
    private final SessionRows rows;
    private final SessionPages pages;
    private final Typing typing;
    private final LiveScene scene;
    private final Reports reports;
    private final IntSupplier columns;
    private volatile @Nullable ScreenLoop loop;
    private volatile @Nullable SessionControl control;
    private volatile StopReason reason = StopReason.QUIT;
    private Optional<Destination> elsewhere = Optional.empty();
    private List<StyledLine> changed = List.of();

    /** {@code reports} are written at the session's end. */
    ScreenSession(ScreenStage stage, SessionRows rows, SessionPages pages, Reports reports, Typing typing,
            IntSupplier columns) {
        this.reports = reports;
        this.stage = stage;
        this.rows = rows;
        this.pages = pages;
        this.typing = typing;
        this.scene = new LiveScene(typing);
        this.columns = columns;
    }

    @Override
    public RunSettings.Face kind() {
        return RunSettings.Face.TUI;
    }

    @Override
    public List<SessionListener> listeners() {
        return List.of(scene);
    }

    @Override
    public void catchUp(RecordedEvent event) {
        scene.catchUp(event);
    }

    @Override
    public SessionView view() {
        return scene.now().session();
    }

    @Override
    public void remark(String note) {
        say(typing.inOwn(note));
    }

    /** All of it stands on a page before the person until they close it; the conversation says it in short. */
    @Override
    public void changed(List<String> changes, List<String> meaning) {
        changed = ChangesSince.page(changes, meaning).stream().map(typing::inOwn).toList();
    }

    private UiState start() {
        var start = stage.start();
        return changed.isEmpty()
                ? start
                : start.with(new Overlay.Pager("Changed since it stopped", new Overlay.Content.Lines(changed), 0));
    }

    private void say(String text) {
        var shown = loop;
        if (shown != null && !text.isEmpty()) {
            shown.hear(new UiEvent.Told(text, System.nanoTime() / 1_000_000));
        }
    }

    /** Where the person wants to be instead; empty where they left. */
    Optional<Destination> elsewhere() {
        return elsewhere;
    }

    @Override
    public ExitCode watch(SessionControl steered, String filesIn, SessionRecord record) throws InterruptedException {
        control = steered;
        scene.clock(steered::wallMs);
        var shown = stage.loop(scene, this, start());
        loop = shown;
        Interrupts.passTo(signal -> {
            reason = signal;
            shown.end();
        });
        var watcher = Thread.ofVirtual().start(() -> watchOver(steered, shown));
        var exit = shown.run();
        if (exit instanceof Exit.Elsewhere other) {
            elsewhere = Optional.of(other.to());
        }
        if (exit instanceof Exit.Gone && reason == StopReason.QUIT) {
            // Whoever takes the terminal away ends the program; whether its end or the signal is noticed first is chance.
            reason = StopReason.TERMINATED;
        }
        watcher.interrupt();
        return ended(steered, filesIn, record);
    }

    /** A session that broke must not leave its person before a screen that never changes again. */
    private void watchOver(SessionControl steered, ScreenLoop shown) {
        try {
            while (steered.failure().isEmpty()) {
                if (steered.awaitResult(LOOK).isPresent() && timedOut()) {
                    break;
                }
            }
            shown.end();
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        }
    }

    /** A session that ended by itself stays on the screen; only its result tells. */
    private static boolean timedOut() throws InterruptedException {
        Thread.sleep(LOOK);
        return false;
    }

    private ExitCode ended(SessionControl steered, String filesIn, SessionRecord record)
            throws InterruptedException {
        steered.tell(new Stop(reason));
        Optional<SessionResult> result = Optional.empty();
        for (int looks = 0; looks < STOP_LOOKS_MAX && result.isEmpty() && steered.failure().isEmpty(); looks++) {
            result = steered.awaitResult(LOOK);
        }
        var failure = steered.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        var page = parting(filesIn);
        stage.part(page);
        reports.write(scene.now().session(), record).ifPresent(note -> {
            page.add(StyledLine.of(Tone.DIM, "note: " + note));
            stage.part(page);
        });
        return result.map(SessionResult::exitCode).flatMap(ScreenSession::exitCode)
                .orElseThrow(() -> new IllegalStateException("the session did not end in time"));
    }

    private static Optional<ExitCode> exitCode(int number) {
        return List.of(ExitCode.values()).stream().filter(code -> code.number() == number).findFirst();
    }

    /** The end of the conversation, then the page every run ends with. */
    private List<StyledLine> parting(String filesIn) {
        var now = scene.now();
        int across = columns.getAsInt();
        var lines = new ArrayList<StyledLine>();
        var transcript = now.session().transcript();
        var told = new ArrayList<StyledLine>();
        for (int i = transcript.size() - 1; i >= 0 && told.size() < TAIL; i--) {
            var line = transcript.get(i);
            if (line.sentence().weight() == baton.view.Sentence.Weight.MAIN) {
                told.addFirst(StyledLine.of(Tone.DIM, Amounts.clock(line.runMs()) + "  ")
                        .and(TextWidth.cut(line.sentence().whole().value(), Math.max(20, across - 10))));
            }
        }
        lines.addAll(told);
        lines.add(StyledLine.EMPTY);
        lines.addAll(Summary.of(now.session(), new Summary.Frame(typing, filesIn, across).brief()));
        return lines;
    }

    @Override
    public String tell(Command command) {
        var steered = control;
        if (steered == null) {
            return "The session is only just beginning.";
        }
        var _ = steered.ask(command).thenAccept(recorded -> say(refusal(recorded)));
        return "";
    }

    @Override
    public String ask(Command command) {
        var steered = control;
        if (steered == null) {
            return "The session is only just beginning.";
        }
        try {
            return refusal(steered.ask(command).get(RECORDED_SECONDS_MAX, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException slow) {
            return "The session has not said in time whether it took this.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The session ends.";
        }
    }

    /** Why nothing came of it; empty where something did. */
    private String refusal(List<RecordedEvent> recorded) {
        if (recorded.isEmpty()) {
            return typing.inOwn("The session is over. baton resume " + typing.session() + " goes on.");
        }
        return recorded.stream().map(RecordedEvent::event).filter(CommandRefused.class::isInstance).findFirst()
                .map(event -> "Refused: " + new ScreenText(((CommandRefused) event).reason()).value()).orElse("");
    }

    @Override
    public List<SessionRow> sessions(String words) {
        return rows.of(words);
    }

    @Override
    public Looked look(UiAction.Look look) {
        return pages.of(look);
    }

    @Override
    public void leaving() {
        // The loop's end says it.
    }

    Scene last() {
        return scene.now();
    }

    @Override
    public void close() {
        // The stage has the terminal, and closes it.
    }
}
