package baton.replay;

import java.util.function.BooleanSupplier;

import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.replay.Player.Pause;
import baton.replay.Player.Viewer;
import baton.runtime.SessionRecord;
import baton.view.Projector;
import baton.view.SessionView;

/**
 * Shows a session from its first fact on and goes on with what is recorded meanwhile, until the process that works on it ends.
 *
 * <p>Looks into the record a few times a second; whoever writes it is not asked and not held up.
 */
public final class Follower {
    private static final long LOOK_MS = 200;

    private final BooleanSupplier atWork;
    private final Pause pause;

    /** {@code atWork} says whether some process writes the record at this moment. */
    public Follower(BooleanSupplier atWork, Pause pause) {
        this.atWork = atWork;
        this.pause = pause;
    }

    /** Follows and returns the view at the end; without a result in it where the process ended without one. */
    public SessionView follow(SessionRecord record, Viewer viewer) throws InterruptedException {
        var view = SessionView.EMPTY;
        for (boolean first = true;; first = false) {
            // Asked before reading: what is written before the process ends is then read after it.
            boolean goesOn = atWork.getAsBoolean();
            boolean ended = false;
            try (var events = record.events(view.head().lastSeq() + 1, Long.MAX_VALUE)) {
                for (var recorded = events.iterator(); recorded.hasNext();) {
                    RecordedEvent event = recorded.next();
                    view = Projector.boards(view, event);
                    ended = event.event() instanceof SessionResult;
                    if (!viewer.see(view, event)) {
                        return view;
                    }
                }
            }
            // At first, the result of an earlier process may stand there while the next one begins.
            if (!goesOn || (ended && !first)) {
                return view;
            }
            pause.forMs(LOOK_MS);
        }
    }
}
