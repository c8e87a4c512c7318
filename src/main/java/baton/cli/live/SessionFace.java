package baton.cli.live;

import java.util.List;

import baton.cli.console.ExitCode;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import baton.runtime.SessionRecord;
import baton.runtime.TimeSource;
import baton.settings.RunSettings;
import baton.view.SessionView;
import baton.view.text.Typing;

/**
 * What stands between a person, or nobody, and a session that works in this process.
 *
 * <p>{@link LiveSession} makes one when the session has its name, tells it what was recorded before ({@link #catchUp}), lets
 * it listen ({@link #listeners}), and then gives it the thread ({@link #watch}) until the session or the person is done.
 */
public interface SessionFace extends AutoCloseable {
    /** Makes the face of a session, which has its name and the words that find it from here. */
    @FunctionalInterface
    interface Maker {
        SessionFace of(Typing session);
    }

    /** What the session is told about who drives it; only a batch session ends by itself. */
    RunSettings.Face kind();

    /** The session's clock, before anything happens; a face that must act at an exact moment may hold it. */
    default void clock(TimeSource time) {}

    /** Heard in this order, on the loop's thread: they must return quickly and never throw. */
    List<SessionListener> listeners();

    /** One fact that another process recorded, in the order of the record; before anything is heard. */
    void catchUp(RecordedEvent event);

    /** What this face knows of the session; any thread may ask. */
    SessionView view();

    /** A note of the program itself, such as a command of the person that could not be run. Any thread may call it. */
    void remark(String note);

    /** Says before the session goes on what is different from what it left, and what that means. */
    default void changed(List<String> changes, List<String> meaning) {
        ChangesSince.told(changes).forEach(change -> remark("since it stopped: " + change));
        meaning.forEach(this::remark);
    }

    /**
     * Shows the session until it has its result, and ends with the session's exit code.
     *
     * <p>A face whose person leaves tells the session to stop and waits for the result as well.
     *
     * @param filesIn the folder with what a rehearsal wrote, or empty
     * @param record what is durable, also where the session could not say it itself
     */
    ExitCode watch(SessionControl control, String filesIn, SessionRecord record) throws InterruptedException;

    /** Waits a bounded time until everything is shown; called once more after {@link #watch}, or without it. */
    @Override
    void close();
}
