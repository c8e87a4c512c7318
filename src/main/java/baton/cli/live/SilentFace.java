package baton.cli.live;

import java.time.Duration;
import java.util.List;

import baton.cli.console.ExitCode;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.settings.RunSettings;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.course.Course;

/** Follows a session that nobody watches, for what can be said of it at its end. */
public final class SilentFace implements SessionFace {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private volatile SessionView view = SessionView.EMPTY;
    private volatile Course course = Course.EMPTY;

    @Override
    public RunSettings.Face kind() {
        return RunSettings.Face.BATCH;
    }

    @Override
    public List<SessionListener> listeners() {
        return List.of((events, _) -> events.forEach(this::catchUp));
    }

    @Override
    public void catchUp(RecordedEvent event) {
        view = Projector.boards(view, event);
        course = course.after(view, event);
    }

    @Override
    public SessionView view() {
        return view;
    }

    public Course course() {
        return course;
    }

    @Override
    public void remark(String note) {
        // Nobody is there to read it.
    }

    @Override
    public ExitCode watch(SessionControl control, String filesIn, SessionRecord record) throws InterruptedException {
        var result = control.awaitResult(PATIENCE);
        control.failure().ifPresent(failure -> {
            throw failure;
        });
        return ExitCode.of(result.orElseThrow(() -> new IllegalStateException("the rehearsal did not end in time"))
                .exitCode());
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
