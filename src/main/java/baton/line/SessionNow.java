package baton.line;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionListener;
import baton.view.Projector;
import baton.view.SessionView;

/** What a session looks like at this moment; any thread may look. */
public final class SessionNow implements SessionListener {
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile Moment moment = new Moment(SessionView.EMPTY, SessionState.EMPTY);

    /** View and state after the same fact; the state is empty until the first fact of this process. */
    public record Moment(SessionView view, SessionState state) {
        /** Nothing runs: only a person, a clock or a provider that comes back lets it go on. */
        public boolean isIdle() {
            return state.isOpen() && state.work().inFlight() == 0;
        }
    }

    @Override
    public void committed(List<RecordedEvent> events, SessionState state) {
        var view = moment.view();
        for (var event : events) {
            view = Projector.boards(view, event);
        }
        moment = new Moment(view, state);
        if (state.isOpen()) {
            begun.countDown();
        }
    }

    /** Waits, a bounded time, for the first facts of this process: before them no name means anything. */
    public void awaitBegin(Duration wait) throws InterruptedException {
        var _ = begun.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A fact that another process recorded. */
    public void catchUp(RecordedEvent event) {
        moment = new Moment(Projector.boards(moment.view(), event), moment.state());
    }

    public Moment moment() {
        return moment;
    }

    public SessionView view() {
        return moment.view();
    }
}
