package baton.batch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import baton.engine.Fold;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionListener;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * Tells a run as it goes, one line per change of state, and keeps the view of it.
 *
 * <p>Between changes a line says that work goes on, but only where no terminal shows it.
 */
public final class TextProgress implements SessionListener, AutoCloseable {
    private static final Duration QUIET_MAX = Duration.ofSeconds(30);

    private final LineOutput out;
    private final Detail detail;
    private final LineQueue queue = new LineQueue("progress");
    private final SentenceLayout layout;
    private volatile Optional<RecordedEvent> last = Optional.empty();
    private volatile SessionView view = SessionView.EMPTY;
    private volatile SessionState state = SessionState.EMPTY;
    private final AtomicLong toldLines = new AtomicLong();
    private long heardLines;
    private long quietSinceMs;

    /**
     * Tells nothing yet.
     *
     * @param columns of the screen, or {@link SentenceLayout#UNFOLDED}
     * @param nowMs any clock that only grows
     */
    public TextProgress(LineOutput out, Detail detail, int columns, long nowMs) {
        this.out = out;
        this.layout = new SentenceLayout(columns);
        this.detail = detail;
        this.quietSinceMs = nowMs;
    }

    @Override
    public void committed(List<RecordedEvent> events, SessionState state) {
        for (var event : events) {
            view = Projector.boards(view, event);
            last = Optional.of(event);
            layout.lines(view, event, detail).forEach(this::tell);
        }
        this.state = state;
    }

    private void tell(StyledLine line) {
        toldLines.incrementAndGet();
        queue.add(() -> out.show(line));
    }

    /** What happened before this process, told to nobody. */
    public void catchUp(RecordedEvent event) {
        view = Projector.boards(view, event);
        state = Fold.evolve(state, event);
    }

    /** A result for a session that could not record one; see {@link UnstoredResult}. */
    public RecordedEvent unstoredResult(int exitCode, String reason) {
        return UnstoredResult.after(view, state, exitCode, reason);
    }

    /** The newest fact of this process. */
    public Optional<RecordedEvent> last() {
        return last;
    }

    public SessionView view() {
        return view;
    }

    /** To be called now and then: says that work goes on where nothing was said for long. */
    public void heartbeat(long nowMs) {
        long told = toldLines.get();
        if (detail == Detail.SILENT || told != heardLines) {
            heardLines = told;
            quietSinceMs = nowMs;
        } else if (nowMs - quietSinceMs >= QUIET_MAX.toMillis()) {
            quietSinceMs = nowMs;
            var now = view;
            queue.add(() -> out.show(stillAtWork(now)));
        }
    }

    private static StyledLine stillAtWork(SessionView view) {
        int done = view.count(Stand.ACCEPTED) + view.count(Stand.DEGRADED);
        return SentenceLayout.begin(view).and(Tone.DIM,
                "Still at work: " + Amounts.of(view.pool().active(), "agent") + ", " + done + " of "
                        + Amounts.of(view.tasks().size(), "task") + " accepted");
    }

    /** Waits a bounded time until everything is written. */
    @Override
    public void close() {
        queue.close();
    }
}
