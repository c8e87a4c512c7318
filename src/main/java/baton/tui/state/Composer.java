package baton.tui.state;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What is being written.
 *
 * <p>A large paste stands in the text as a short mark and is put in its place when the text is sent, so that a draft of any
 * size stays quick to edit. A text that was cleared is the newest of the history: nothing typed is ever lost.
 *
 * @param caret index into the text, between two clusters
 * @param history texts sent or cleared, oldest first
 * @param at which of the history is shown; its size while the draft is
 * @param draft what was being written before the history was looked at
 * @param killed what was cut last
 */
public record Composer(String text, int caret, PVector<String> pastes, PVector<String> history, int at, String draft,
        String killed) {
    public static final Composer EMPTY = new Composer("", 0, TreePVector.empty(), TreePVector.empty(), 0, "", "");
    private static final int HISTORY_MAX = 500;
    private static final int BEGINNING = 200;

    public Composer {
        caret = Math.clamp(caret, 0, text.length());
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The first words, by which is told whom the text is for; the blanks before them left out. */
    public String beginning() {
        return text.substring(0, Math.min(text.length(), BEGINNING)).stripLeading();
    }

    /** Another text, with the caret in it. */
    public Composer with(String changed, int place) {
        return new Composer(changed, place, pastes, history, history.size(), "", killed);
    }

    public Composer moved(int place) {
        return new Composer(text, place, pastes, history, at, draft, killed);
    }

    public Composer insert(String more) {
        return with(text.substring(0, caret) + more + text.substring(caret), caret + more.length());
    }

    /** Without the characters from {@code from} to {@code to}; {@code keep} puts them where {@link #yank} takes from. */
    public Composer cut(int from, int to, boolean keep) {
        if (from >= to) {
            return this;
        }
        String gone = text.substring(from, to);
        return new Composer(text.substring(0, from) + text.substring(to), from, pastes, history, history.size(), "",
                keep ? gone : killed);
    }

    public Composer yank() {
        return insert(killed);
    }

    /** A paste: short ones as they are, long ones as a mark. */
    public Composer paste(String pasted) {
        String tidy = pasted.replace("\u0000", "");
        if (tidy.length() <= 2_000 && tidy.lines().count() <= 20) {
            return insert(tidy);
        }
        var more = pastes.plus(tidy);
        String mark = mark(more.size(), tidy);
        return new Composer(text.substring(0, caret) + mark + text.substring(caret), caret + mark.length(), more,
                history, history.size(), "", killed);
    }

    private static String mark(int number, String pasted) {
        return "[paste " + number + ": " + pasted.lines().count() + " lines, " + pasted.length() + " characters]";
    }

    /** The text with every paste in its place. */
    public String whole() {
        String whole = text;
        for (int i = 0; i < pastes.size(); i++) {
            whole = whole.replace(mark(i + 1, pastes.get(i)), pastes.get(i));
        }
        return whole;
    }

    /** Empty again; what was there is the newest of the history. */
    public Composer cleared() {
        if (text.isBlank()) {
            return new Composer("", 0, pastes, history, history.size(), "", killed);
        }
        var kept = historyWith(text);
        return new Composer("", 0, pastes, kept, kept.size(), "", killed);
    }

    /** The same draft; this text is the newest of the history. */
    Composer keeping(String line) {
        var kept = historyWith(line);
        return new Composer(text, caret, pastes, kept, kept.size(), "", killed);
    }

    private PVector<String> historyWith(String line) {
        var known = history.minus(line).plus(line);
        return known.size() > HISTORY_MAX ? known.minus(0) : known;
    }

    /** The text before this one. */
    public Composer older() {
        if (at == 0) {
            return this;
        }
        String keep = at == history.size() ? text : draft;
        String shown = history.get(at - 1);
        return new Composer(shown, shown.length(), pastes, history, at - 1, keep, killed);
    }

    /** The text behind this one, at last the draft. */
    public Composer newer() {
        if (at >= history.size()) {
            return this;
        }
        boolean back = at + 1 == history.size();
        String shown = back ? draft : history.get(at + 1);
        return new Composer(shown, shown.length(), pastes, history, at + 1, back ? "" : draft, killed);
    }
}
