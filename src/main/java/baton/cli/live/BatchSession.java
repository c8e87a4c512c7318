package baton.cli.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.batch.EventLines;
import baton.batch.LineOutput;
import baton.batch.TextProgress;
import baton.cli.console.EventText;
import baton.cli.console.ExitCode;
import baton.cli.console.Failures;
import baton.cli.console.Interrupts;
import baton.cli.console.OutputFormat;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.setup.UnusedAnswers;
import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.settings.RunSettings;
import baton.view.SessionView;
import baton.view.page.SentenceLayout.Detail;
import baton.view.page.Summary;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.view.text.Typing;
import baton.wire.LineWriter;

/** One session in the foreground with nobody before it: shows it as asked, hears signals, ends with its exit code. */
public final class BatchSession implements SessionFace {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int STOP_LOOKS_MAX = 20;

    private final Surroundings around;
    private final Show show;
    private final String session;
    private final Typing typing;
    private final LineOutput out;
    private final TextProgress progress;
    private final Optional<EventLines> lines;
    private volatile boolean stopping;

    /** How it is shown, and what is written at its end. */
    public record Show(OutputOptions output, OutputFormat format, boolean verbose, Reports reports) {}

    public BatchSession(Surroundings around, Show show, Typing typing) {
        this.around = around;
        this.show = show;
        this.typing = typing;
        this.session = typing.session();
        this.out = show.output().out(around);
        this.progress = new TextProgress(show.output().err(around), detail(show), around.columnsOfProgress(), nowMs());
        this.lines = show.format() == OutputFormat.STREAM_JSON
                ? Optional.of(new EventLines(out, EventText.lines(session)))
                : Optional.empty();
    }

    private static Detail detail(Show show) {
        if (show.verbose()) {
            return Detail.ALL;
        }
        return show.format() == OutputFormat.STREAM_JSON ? Detail.SILENT : Detail.MAIN;
    }

    private static long nowMs() {
        return System.nanoTime() / 1_000_000L;
    }

    @Override
    public List<SessionListener> listeners() {
        var listeners = new ArrayList<SessionListener>(List.of(progress));
        lines.ifPresent(listeners::add);
        return listeners;
    }

    @Override
    public void catchUp(RecordedEvent event) {
        progress.catchUp(event);
    }

    @Override
    public RunSettings.Face kind() {
        return RunSettings.Face.BATCH;
    }

    @Override
    public SessionView view() {
        return progress.view();
    }

    @Override
    public ExitCode watch(SessionControl control, String filesIn, SessionRecord record) throws InterruptedException {
        Interrupts.passTo(reason -> stop(control, reason));
        var result = await(control);
        progress.close();
        var failure = control.failure().or(() -> result.isPresent()
                ? Optional.empty()
                : Optional.of(new IllegalStateException("the session did not end in time")));
        if (result.isEmpty()) {
            failure.ifPresent(this::tellUnstored);
        }
        lines.ifPresent(EventLines::close);
        if (failure.isPresent()) {
            throw failure.get();
        }
        show(filesIn, record);
        return ExitCode.of(result.orElseThrow().exitCode());
    }

    /** Programs always get a result as their last line, also where the record could not take one. */
    private void tellUnstored(RuntimeException failure) {
        int exitCode = Failures.exitCode(failure).number();
        var line = new LineWriter(session).unstoredLine(
                progress.unstoredResult(exitCode, "not recorded: " + failure.getMessage()));
        switch (show.format()) {
            case TEXT -> {
                // The error itself is all there is to say.
            }
            case JSON -> out.write(line);
            case STREAM_JSON -> lines.ifPresent(queue -> queue.unstored(line));
        }
    }

    @Override
    public void remark(String note) {
        show.output().err(around).show(StyledLine.of(Tone.DIM, "note: " + note));
    }

    private void stop(SessionControl control, StopReason reason) {
        stopping = true;
        control.tell(new Stop(reason));
    }

    private Optional<SessionResult> await(SessionControl control) throws InterruptedException {
        int looks = 0;
        while (looks < STOP_LOOKS_MAX) {
            var result = control.awaitResult(LOOK);
            if (result.isPresent() || control.failure().isPresent()) {
                return result;
            }
            looks = stopping ? looks + 1 : 0;
            if (!around.terminals().err()) {
                progress.heartbeat(nowMs());
            }
        }
        return Optional.empty();
    }

    private void show(String filesIn, SessionRecord record) {
        var view = progress.view();
        switch (show.format()) {
            case TEXT -> out.show(Summary.of(view, new Summary.Frame(typing, filesIn, around.columns())));
            case JSON -> progress.last().map(EventText.lines(session)).ifPresent(out::write);
            case STREAM_JSON -> {
                // The last line has said it.
            }
        }
        UnusedAnswers.notes(view).forEach(this::remark);
        show.reports().write(view, record).ifPresent(this::remark);
    }

    @Override
    public void close() {
        progress.close();
    }
}
