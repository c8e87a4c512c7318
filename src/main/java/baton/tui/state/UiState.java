package baton.tui.state;

import java.util.List;
import java.util.Optional;

import baton.tui.frame.Size;
import org.pcollections.TreePMap;

/**
 * What the screen knows beside the session. Immutable.
 *
 * @param revision grows with every change
 * @param picks the chosen row of each view, by its id
 * @param tops the first row of a view's text
 * @param form the answer under way, while a matter is open
 * @param toast a word that goes away by itself
 * @param about what is known of the place before there is a session, a label and a text each, with a bar between
 * @param nowMs the time of the last event that had one
 */
public record UiState(long revision, Size size, View view, Zone zone, Composer composer, Completion completion,
        Reading reading, TreePMap<View, String> picks, TreePMap<View, Integer> tops, Optional<Form> form,
        Overlay overlay, Toast toast, Switches switches, List<String> about, long nowMs) {

    private static final long TOAST_MS = 6_000;
    private static final long READ_MS = 2_000;

    /** Where keys go. */
    public enum Zone {
        COMPOSER, VIEW, DETAIL
    }

    /** A word that goes away by itself; an empty one is none. */
    public record Toast(String text, long untilMs) {
        public static final Toast NONE = new Toast("", 0);
    }

    /**
     * What a person switched.
     *
     * @param panel whether the chat has its panel, where there is room
     * @param mouse whether the mouse reports to us
     * @param zoom whether the view shows one of its parts alone
     * @param criticalOnly whether the plan shows its critical path alone
     * @param tail whether the board shows what the chosen agent does
     * @param byName whether the board is in the order of names
     * @param markA the fact of a replay that differences are shown from; 0 for none
     * @param leaveAtMs until when a second press leaves; 0 for not
     * @param filter words that the names of the board's agents hold
     * @param lanes whether the chat shows agents side by side
     */
    public record Switches(boolean panel, boolean mouse, boolean zoom, boolean criticalOnly, boolean tail,
            boolean byName, long markA, long leaveAtMs, String filter, boolean lanes) {
        public static final Switches START = new Switches(true, true, false, false, true, false, 0, 0, "", false);

        Switches panel(boolean on) {
            return new Switches(on, mouse, zoom, criticalOnly, tail, byName, markA, leaveAtMs, filter, lanes);
        }

        Switches mouse(boolean on) {
            return new Switches(panel, on, zoom, criticalOnly, tail, byName, markA, leaveAtMs, filter, lanes);
        }

        Switches zoom(boolean on) {
            return new Switches(panel, mouse, on, criticalOnly, tail, byName, markA, leaveAtMs, filter, lanes);
        }

        Switches criticalOnly(boolean on) {
            return new Switches(panel, mouse, zoom, on, tail, byName, markA, leaveAtMs, filter, lanes);
        }

        Switches tail(boolean on) {
            return new Switches(panel, mouse, zoom, criticalOnly, on, byName, markA, leaveAtMs, filter, lanes);
        }

        Switches byName(boolean on) {
            return new Switches(panel, mouse, zoom, criticalOnly, tail, on, markA, leaveAtMs, filter, lanes);
        }

        Switches markA(long seq) {
            return new Switches(panel, mouse, zoom, criticalOnly, tail, byName, seq, leaveAtMs, filter, lanes);
        }

        Switches leaveUntil(long ms) {
            return new Switches(panel, mouse, zoom, criticalOnly, tail, byName, markA, ms, filter, lanes);
        }

        Switches filter(String words) {
            return new Switches(panel, mouse, zoom, criticalOnly, tail, byName, markA, leaveAtMs, words, lanes);
        }

        Switches lanes(boolean on) {
            return new Switches(panel, mouse, zoom, criticalOnly, tail, byName, markA, leaveAtMs, filter, on);
        }
    }

    /** A screen of this size, before anything was typed. */
    public static UiState start(Size size, long nowMs) {
        return new UiState(1, size, View.CHAT, Zone.COMPOSER, Composer.EMPTY, Completion.NONE, Reading.START,
                TreePMap.empty(), TreePMap.empty(), Optional.empty(), Overlay.None.ONLY, Toast.NONE, Switches.START,
                List.of(), nowMs);
    }

    /** Knows these things of the place it is at. */
    public UiState about(List<String> facts) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks, tops, form, overlay,
                toast, switches, List.copyOf(facts), nowMs);
    }

    /** True where both are certain to look the same; the clock apart, which shows in nothing. */
    @SuppressWarnings({"ReferenceEquality", "OptionalEquality"})
    public boolean looksAs(UiState other) {
        return size.equals(other.size) && view == other.view && zone == other.zone && composer == other.composer
                && completion == other.completion && reading == other.reading && picks == other.picks
                && tops == other.tops && form == other.form && overlay == other.overlay && toast == other.toast
                && switches == other.switches && about == other.about;
    }

    /** The row chosen in this view; empty text where none was. */
    public String pick(View of) {
        return picks.getOrDefault(of, "");
    }

    public int top(View of) {
        return tops.getOrDefault(of, 0);
    }

    UiState with(Size changed) {
        return new UiState(revision + 1, changed, view, zone, composer, completion, reading, picks, tops, form, overlay,
                toast, switches, about,
                nowMs);
    }

    /** Another view has the screen; an answer under way stays as it is, unanswered. */
    public UiState in(View other) {
        return new UiState(revision + 1, size, other, other == View.CHAT ? zone : Zone.VIEW, composer, Completion.NONE,
                reading, picks, tops, Optional.empty(), Overlay.None.ONLY, toast, switches, about,
                nowMs);
    }

    public UiState in(Zone other) {
        return new UiState(revision + 1, size, view, other, composer, Completion.NONE, reading, picks, tops, form,
                overlay, toast, switches, about,
                nowMs);
    }

    public UiState with(Composer changed) {
        return new UiState(revision + 1, size, view, zone, changed, completion, reading, picks, tops, form, overlay,
                toast, switches, about,
                nowMs);
    }

    UiState with(Completion changed) {
        return new UiState(revision + 1, size, view, zone, composer, changed, reading, picks, tops, form, overlay,
                toast, switches, about,
                nowMs);
    }

    public UiState with(Reading changed) {
        return new UiState(revision + 1, size, view, zone, composer, completion, changed, picks, tops, form, overlay,
                toast, switches, about,
                nowMs);
    }

    public UiState pick(View of, String id) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks.plus(of, id),
                tops.minus(of), form, overlay, toast, switches, about,
                nowMs);
    }

    UiState scroll(View of, int top) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks,
                tops.plus(of, Math.max(0, top)), form, overlay, toast, switches, about,
                nowMs);
    }

    UiState with(Optional<Form> changed) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks, tops, changed, overlay,
                toast, switches, about,
                nowMs);
    }

    public UiState with(Overlay changed) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks, tops, form, changed,
                toast, switches, about,
                nowMs);
    }

    UiState with(Switches changed) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks, tops, form, overlay,
                toast, changed, about,
                nowMs);
    }

    UiState at(long ms) {
        boolean over = !toast.text().isEmpty() && ms >= toast.untilMs();
        boolean leaving = switches.leaveAtMs() != 0 && ms >= switches.leaveAtMs();
        return new UiState(over || leaving ? revision + 1 : revision, size, view, zone, composer, completion, reading,
                picks, tops, form, overlay, over ? Toast.NONE : toast, leaving ? switches.leaveUntil(0) : switches,
                about, ms);
    }

    /** Without a word that has been there long enough to be read, now that a key goes on. */
    UiState read(long ms) {
        return !toast.text().isEmpty() && ms >= toast.untilMs() - TOAST_MS + READ_MS ? saying("") : this;
    }

    /** Says a word for some seconds. */
    public UiState saying(String text) {
        return new UiState(revision + 1, size, view, zone, composer, completion, reading, picks, tops, form, overlay,
                new Toast(text, nowMs + TOAST_MS), switches, about,
                nowMs);
    }

    /** The draft with nothing beside the conversation, for where that stands in the terminal's own scrollback. */
    public UiState draftAlone() {
        return with(reading.at(Optional.empty())).with(switches.panel(false).lanes(false));
    }

    /** True while something waits to be seen, because only keys pressed after that may answer it. */
    public boolean isUnseen() {
        return form.filter(open -> open.shownAtMs() < 0).isPresent()
                || overlay.isUnseen();
    }

    /** True while something goes away by itself, so that the clock is needed. */
    public boolean isTimed() {
        return !toast.text().isEmpty() || switches.leaveAtMs() != 0;
    }
}
