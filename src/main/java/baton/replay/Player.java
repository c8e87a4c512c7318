package baton.replay;

import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionRecord;
import baton.view.Projector;
import baton.view.SessionView;

/** Plays a recorded session: folds its facts and shows those of a stretch, waiting in between as the pace says. */
public final class Player {
    private final Pace pace;
    private final Pause pause;

    /** The only way the player lets time pass. */
    public interface Pause {
        void forMs(long ms) throws InterruptedException;
    }

    /** Is shown each fact of the stretch with the view after it. */
    public interface Viewer {
        /** False ends the play. */
        boolean see(SessionView view, RecordedEvent event);
    }

    /**
     * A stretch of a record, both ends included.
     *
     * @param from first {@code seq} to show; what came before is folded without a wait
     */
    public record Stretch(long from, long to) {
        public static final Stretch WHOLE = new Stretch(1, Long.MAX_VALUE);
    }

    public Player(Pace pace, Pause pause) {
        this.pace = pace;
        this.pause = pause;
    }

    /** Plays and returns the view at the end of the stretch. The record stays open. */
    public SessionView play(SessionRecord record, Stretch stretch, Viewer viewer) throws InterruptedException {
        var view = SessionView.EMPTY;
        try (var events = record.events(1, stretch.to())) {
            for (var recorded = events.iterator(); recorded.hasNext();) {
                var event = recorded.next();
                var after = Projector.boards(view, event);
                if (event.seq() >= stretch.from()) {
                    pause.forMs(event.seq() == stretch.from() ? 0 : pace.waitMs(passedMs(view, after)));
                    if (!viewer.see(after, event)) {
                        return after;
                    }
                }
                view = after;
            }
        }
        return view;
    }

    /** Run time only: nobody wants to wait through the night in which no process ran. */
    private static long passedMs(SessionView before, SessionView after) {
        return after.head().runMs() - before.head().runMs();
    }
}
