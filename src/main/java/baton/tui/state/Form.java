package baton.tui.state;

/**
 * The answer to one matter of the inbox while it is being given.
 *
 * <p>Nothing typed before a frame with the matter stood on the screen for {@link #GUARD_MS} counts.
 *
 * @param item the matter's id
 * @param revision of the state that opened it
 * @param shownAtMs when a frame with it stood on the screen; negative before
 * @param option counted from 0; negative for none
 * @param comment words beside or instead of an option
 * @param writing true while keys go into the comment
 */
public record Form(String item, long revision, long shownAtMs, int option, String comment, boolean writing) {
    /** How long a matter must have been seen before a key answers it. */
    public static final long GUARD_MS = 500;

    public static Form opened(String item, long revision, int option, boolean writing) {
        return new Form(item, revision, -1, option, "", writing);
    }

    public Form shown(long atMs) {
        return shownAtMs >= 0 ? this : new Form(item, revision, atMs, option, comment, writing);
    }

    public Form choose(int index) {
        return new Form(item, revision, shownAtMs, index, comment, false);
    }

    public Form say(String words) {
        return new Form(item, revision, shownAtMs, option, words, true);
    }

    public Form writing(boolean on) {
        return new Form(item, revision, shownAtMs, option, comment, on);
    }

    /** True where a key pressed at this time was pressed by somebody who has seen the matter. */
    public boolean isArmed(long keyAtMs) {
        return shownAtMs >= 0 && keyAtMs >= shownAtMs + GUARD_MS;
    }
}
