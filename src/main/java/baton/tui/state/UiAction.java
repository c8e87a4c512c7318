package baton.tui.state;

import baton.engine.Command;

/** What is to be done in the world, in this order, after a step. */
public sealed interface UiAction {
    /** Tells the session something. */
    record Tell(Command command) implements UiAction {}

    /** Takes a message back that nobody has read; where that is done, it comes as {@link UiEvent.TakenBack}. */
    record Unsend(long message, String line, Use use) implements UiAction {}

    /** What becomes of a message that was taken back. */
    enum Use {
        /** It is the draft. */
        EDIT,
        /** It is kept among the texts that were written before. */
        DROP
    }

    /** Puts a text where it can be pasted from; {@code what} names it. */
    record Copy(String what, String text) implements UiAction {}

    /** Writes a text into a file of this name. */
    record Save(String file, String text) implements UiAction {}

    /** Shows a text in the person's pager. */
    record Page(String text) implements UiAction {}

    /** Makes a page from the record of a session; it comes back as {@link UiEvent.Shown}. */
    record Look(Page what, String session, String task) implements UiAction {
        /** Which page. */
        public enum Page {
            /** The last request of a task, as its model got it. */
            PROMPT,
            /** What a task changed in files; all tasks where none is named. */
            DIFF
        }
    }

    /** Lets the person write on in their editor; the draft comes back as {@link UiEvent.Edited}. */
    record Edit(String draft) implements UiAction {}

    /** Leaves the screen, prints a text into the terminal's own scrollback, and comes back on a key. */
    record Dump(String text) implements UiAction {}

    /** Rings, because a person is needed at once. */
    record Bell() implements UiAction {}

    record MouseReports(boolean on) implements UiAction {}

    /** Paints everything anew and sets all modes again. */
    record Redraw() implements UiAction {}

    /** Goes to this fact of a recorded session. */
    record Seek(long seq) implements UiAction {}

    /** Shows what differs from this fact of a recorded session on; 0 ends that. */
    record Compare(long seq) implements UiAction {}

    /** Plays a recorded session, or holds it; {@code speedMilli} is thousandths of the recorded speed. */
    record Play(boolean on, long speedMilli) implements UiAction {}

    /** Leaves this session and opens another face: a new session, a replay. */
    record Switch(Destination to) implements UiAction {}

    /** Where to go from here. */
    sealed interface Destination {
        /** The shipped example as a rehearsal that plays in a person's time. */
        record Rehearse() implements Destination {}

        /** A session without a plan: what is typed first is its goal. */
        record BeginWithGoal() implements Destination {}

        record OpenPlan(String file) implements Destination {}

        /** On, with what a person said about the folder. */
        record Trusted(Overlay.Yes yes) implements Destination {}

        /** On, with what a person chose, counted from 0. */
        record Chosen(int choice) implements Destination {}

        record Watch(String session) implements Destination {}

        record GoOn(String session) implements Destination {}
    }

    /** Reads the list of sessions again, with those that hold these words where there are any. */
    record ListSessions(String words) implements UiAction {}

    /** Leaves: the session stops, is kept, and the terminal is given back. */
    record Leave() implements UiAction {}
}
