package baton.tui.state;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.RecordedEvent;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.course.Course;
import baton.view.talk.Talk;
import baton.view.talk.TalkFold;
import baton.view.text.Typing;

/**
 * Everything there is to show: one session at one moment, and the list of others. Immutable.
 *
 * @param typing the session's name, and how commands for it are typed where the person sits
 * @param course what happened up to now, or in a recorded session up to its end
 * @param runMs run time of the session now; ahead of its last fact while somebody works
 * @param sessions the sessions of the folder, newest first
 * @param compared the session at another moment, to show what differs
 */
public record Scene(Typing typing, SessionView session, Talk talk, Course course, Playback playback, long runMs,
        List<SessionRow> sessions, Optional<SessionView> compared) {
    /** Before there is a session. */
    public static final Scene EMPTY = new Scene(Typing.PLAIN, SessionView.EMPTY, Talk.EMPTY, Course.EMPTY,
            Playback.LIVE, 0,
            List.of(), Optional.empty());

    /**
     * Where in the session's time this is.
     *
     * @param at {@code seq} of the last fact shown
     * @param total {@code seq} of the last fact there is
     * @param speedMilli thousandths of the recorded speed
     */
    public record Playback(Mode mode, long at, long total, long totalRunMs, long speedMilli, boolean playing) {
        public static final Playback LIVE = new Playback(Mode.LIVE, 0, 0, 0, 1_000, true);
    }

    /** Whether facts are made now or were recorded before. */
    public enum Mode {
        LIVE, RECORDED
    }

    /**
     * One line of the list of sessions.
     *
     * @param found words that were found in it, when somebody searched
     */
    public record SessionRow(String name, String title, String status, long startedAtMs, long events,
            boolean rehearsal, boolean example, String problem, List<String> found) {
        public SessionRow {
            found = List.copyOf(found);
        }
    }

    public Scene {
        sessions = List.copyOf(sessions);
    }

    /** With one more fact of a live session. */
    public Scene after(RecordedEvent event) {
        var view = Projector.apply(session, event);
        return new Scene(typing, view, TalkFold.apply(talk, view, event), course.after(view, event), playback,
                Math.max(runMs, view.head().runMs()), sessions, compared);
    }

    /** With a piece of streamed text. */
    public Scene piece(String turn, String text) {
        return new Scene(typing, session, talk.piece(turn, text, runMs), course, playback, runMs, sessions, compared);
    }

    public Scene at(long nowRunMs) {
        return new Scene(typing, session, talk, course, playback, Math.max(nowRunMs, session.head().runMs()), sessions,
                compared);
    }

    /** The same at the whole second before, which is all that clocks show. */
    public Scene onTheSecond() {
        return new Scene(typing, session, talk, course, playback, runMs - Math.floorMod(runMs, 1_000L), sessions,
                compared);
    }

    /** True where only the conversation may differ. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isButForTalk(Scene other) {
        return session == other.session && runMs == other.runMs && playback.equals(other.playback)
                && course == other.course && sessions == other.sessions && compared.equals(other.compared)
                && typing.equals(other.typing);
    }

    public Scene with(Playback changed) {
        return new Scene(typing, session, talk, course, changed, runMs, sessions, compared);
    }

    public Scene with(Course whole) {
        return new Scene(typing, session, talk, whole, playback, runMs, sessions, compared);
    }

    /** The same with only what waits to be read, for where the conversation stands elsewhere. */
    public Scene silent() {
        return new Scene(typing, session, talk.unreadAlone(), course, playback, runMs, sessions, compared);
    }

    public Scene with(List<SessionRow> listed) {
        return new Scene(typing, session, talk, course, playback, runMs, listed, compared);
    }

    public Scene comparedWith(Optional<SessionView> other) {
        return new Scene(typing, session, talk, course, playback, runMs, sessions, other);
    }

    public Scene named(Typing named) {
        return new Scene(named, session, talk, course, playback, runMs, sessions, compared);
    }

    /** Of the session, as the record has it; empty before there is one. */
    public String name() {
        return typing.session();
    }

    /** True while the session's clocks run: somebody works, and its process has not ended. */
    public boolean isRunning() {
        return session.pool().active() > 0 && session.head().result().isEmpty();
    }

    public boolean isRecorded() {
        return playback.mode() == Mode.RECORDED;
    }
}
