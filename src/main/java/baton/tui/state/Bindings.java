package baton.tui.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.tui.state.UiState.Zone;
import baton.view.course.Course.Kind;

/**
 * Which key does what where: the one table that dispatch, hints, help and palette are made of.
 *
 * <p>No key outside of the draft is one that terminals, multiplexers or systems commonly take; no deed needs the mouse, Alt,
 * a function key or Shift+Enter.
 */
public final class Bindings {
    /** Where a binding holds. */
    public enum Context {
        EVERYWHERE("everywhere"), DRAFT("draft"), VIEWS("views"), CHAT("chat"), AGENTS("agents"), PLAN("plan"), INBOX(
                "inbox"),
        HANDOFFS("handoffs"), METRICS("metrics"), REPLAY("replay"), SESSIONS("sessions"), LEADER("menu"), GO("go");

        private final String words;

        Context(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** One row of the table. */
    public record Binding(Context context, String chord, Deed deed) {}

    public static final List<Binding> ALL = table();

    private static final Map<Context, Map<String, Deed>> BY_CHORD = byChord();

    private Bindings() {}

    /** Collects rows of one context. */
    private record Rows(Context context, List<Binding> all) {
        Rows on(Deed deed, String... chords) {
            for (String chord : chords) {
                all.add(new Binding(context, chord, deed));
            }
            return this;
        }
    }

    private static List<Binding> table() {
        var all = new ArrayList<Binding>();
        everywhere(new Rows(Context.EVERYWHERE, all));
        draft(new Rows(Context.DRAFT, all));
        views(new Rows(Context.VIEWS, all));
        chat(new Rows(Context.CHAT, all));
        boards(all);
        recorded(all);
        prefixes(all);
        return List.copyOf(all);
    }

    private static void everywhere(Rows rows) {
        rows.on(Going.INTERRUPT, "Ctrl+C").on(Going.LEADER, "Ctrl+X").on(Going.REDRAW, "Ctrl+L")
                .on(Going.CLOSE, "Esc").on(Going.PREVIOUS_ZONE, "Shift+Tab");
        for (var view : View.values()) {
            rows.on(Going.to(view), view.functionKey());
        }
    }

    private static void draft(Rows rows) {
        rows.on(Writing.SEND, "Enter").on(Writing.NEW_LINE, Writing.NEW_LINE_CHORD).on(Writing.COMPLETE, "Tab")
                .on(Writing.ERASE, "Backspace").on(Writing.DELETE, "Delete").on(Writing.END_OR_DELETE, "Ctrl+D")
                .on(Writing.LEFT, "Left").on(Writing.RIGHT, "Right", "Ctrl+F").on(Writing.WORD_LEFT, "Ctrl+Left")
                .on(Writing.WORD_RIGHT, "Ctrl+Right").on(Writing.HOME, "Home", "Ctrl+A")
                .on(Writing.END, "End", "Ctrl+E")
                .on(Writing.CUT_LINE, "Ctrl+U").on(Writing.CUT_REST, "Ctrl+K").on(Writing.CUT_WORD, "Ctrl+W")
                .on(Writing.YANK, "Ctrl+Y").on(Writing.OLDER, "Up").on(Writing.NEWER, "Down")
                .on(Moving.PAGE_UP, "PgUp").on(Moving.PAGE_DOWN, "PgDn");
    }

    private static void views(Rows rows) {
        rows.on(Moving.DOWN, "j", "Down").on(Moving.UP, "k", "Up").on(Moving.PAGE_DOWN, "PgDn", "Ctrl+D")
                .on(Moving.PAGE_UP, "PgUp", "Ctrl+U").on(Moving.FIRST, "Home").on(Moving.LAST, "G", "End")
                .on(Moving.OPEN, "Enter").on(Moving.PEEK, "Space").on(Moving.NEXT_BLOCK, "]")
                .on(Moving.PREVIOUS_BLOCK, "[").on(Moving.ZOOM, "z").on(Moving.FIND, "/").on(Moving.FIND_NEXT, "n")
                .on(Moving.FIND_BEFORE, "N").on(Keeping.COPY, "y").on(Keeping.COPY_CODE, "Y").on(Keeping.SAVE, "w")
                .on(Keeping.PAGER, "o").on(Keeping.DIFF, "=")
                .on(Keeping.PROMPT, "P").on(Steering.MESSAGE, "m").on(Going.NEXT_ZONE, "Tab").on(Going.GO, "g")
                .on(Going.HELP, "?").on(Going.PALETTE, ":").on(Going.NEED, "!").on(Going.CLOSE, "q");
        for (var view : View.values()) {
            rows.on(Going.to(view), view.number());
        }
    }

    private static void chat(Rows rows) {
        rows.on(Moving.LAST, "f").on(Steering.LANE, "l").on(Steering.LANE_BACK, "h").on(Steering.LANES, "Z")
                .on(Unread.UNSEND, "u")
                .on(Going.PANEL, "b").on(Going.NEXT_ZONE, "i");
    }

    private static void boards(List<Binding> all) {
        new Rows(Context.AGENTS, all).on(Steering.PAUSE, "p").on(Steering.STOP, "x").on(Steering.RETRY, "r")
                .on(Steering.MORE_TIME, "t")
                .on(Steering.SORT, "s");
        new Rows(Context.PLAN, all).on(Steering.CRITICAL, "c").on(Steering.RETRY, "r").on(Steering.MORE_TIME, "t");
        new Rows(Context.INBOX, all).on(Steering.MESSAGE, "a");
        new Rows(Context.SESSIONS, all).on(Sessions.GO_ON, "c");
    }

    private static void recorded(List<Binding> all) {
        new Rows(Context.REPLAY, all).on(Sessions.PLAY, "Space", "p").on(Sessions.STEP, "l", "Right")
                .on(Sessions.BACK, "h", "Left").on(Sessions.MINUTE, "L").on(Sessions.MINUTE_BACK, "H")
                .on(Sessions.FASTER, "+").on(Sessions.SLOWER, "-").on(Sessions.START, "0").on(Sessions.END, "$")
                .on(Sessions.SEEK, "t").on(Sessions.MARK, "v")
                .on(Sessions.jump("blocker", Kind.BLOCKER, 1), "b").on(Sessions.jump("blocker", Kind.BLOCKER, -1), "B")
                .on(Sessions.jump("handoff", Kind.HANDOFF, 1), "a").on(Sessions.jump("handoff", Kind.HANDOFF, -1), "A")
                .on(Sessions.jump("decision", Kind.DECISION, 1), "d")
                .on(Sessions.jump("decision", Kind.DECISION, -1), "D");
    }

    private static void prefixes(List<Binding> all) {
        var leader = new Rows(Context.LEADER, all);
        var go = new Rows(Context.GO, all);
        for (var view : View.values()) {
            leader.on(Going.to(view), view == View.METRICS ? "w" : view.letter());
            go.on(Going.to(view), view == View.METRICS ? "w" : view.letter());
        }
        go.on(Moving.FIRST, "g");
        leader.on(FillingKeys.OPEN, "v").on(Unread.UNSEND, "u").on(Steering.LANE, "l").on(Going.PANEL, "b")
                .on(Going.MOUSE, "m")
                .on(Keeping.COPY, "y")
                .on(Keeping.DUMP, "d").on(Keeping.EDITOR, "e").on(Keeping.PAGER, "o").on(Going.NEED, "!")
                .on(Going.HELP, "?").on(Going.PALETTE, ":", ".").on(Going.LEAVE, "q").on(Moving.FIND, "/");
    }

    private static Map<Context, Map<String, Deed>> byChord() {
        var contexts = new LinkedHashMap<Context, Map<String, Deed>>();
        for (var binding : ALL) {
            contexts.computeIfAbsent(binding.context(), context -> new LinkedHashMap<>())
                    .putIfAbsent(binding.chord(), binding.deed());
        }
        return contexts;
    }

    /** The contexts that count for keys now, the first one that knows a key decides. */
    static List<Context> contexts(UiState state) {
        if (state.view() == View.CHAT && state.zone() == Zone.COMPOSER) {
            return List.of(Context.DRAFT, Context.EVERYWHERE);
        }
        return List.of(of(state.view()), Context.VIEWS, Context.EVERYWHERE);
    }

    public static Context of(View view) {
        return Context.valueOf(view.name());
    }

    static Optional<Deed> find(List<Context> contexts, String chord) {
        for (var context : contexts) {
            var known = BY_CHORD.get(context);
            if (known != null && known.containsKey(chord)) {
                return Optional.ofNullable(known.get(chord));
            }
        }
        return Optional.empty();
    }

    /** Keys of a context, each deed once with all its keys. */
    public static Map<Deed, List<String>> keys(Context context) {
        var keys = new LinkedHashMap<Deed, List<String>>();
        ALL.stream().filter(binding -> binding.context() == context)
                .forEach(binding -> keys.computeIfAbsent(binding.deed(), deed -> new ArrayList<>())
                        .add(binding.chord()));
        return keys;
    }

    /** What is worth a hint now, the most useful first. */
    public static List<Binding> hints(UiState state) {
        boolean draft = state.view() == View.CHAT && state.zone() == Zone.COMPOSER;
        List<String> chords = draft
                ? List.of("Enter", "Ctrl+J", "Ctrl+X", "Tab", "Esc")
                : switch (state.view()) {
                    case CHAT -> List.of("Tab", "j", "[", "Enter", "Space", "Z", "=", "y", "G", "/", "!", "?");
                    case AGENTS -> List.of("j", "Enter", "Space", "m", "p", "x", "r", "t", "s", "/", "?");
                    case PLAN -> List.of("j", "Tab", "c", "z", "=", "P", "r", "t", "m", "?");
                    case INBOX -> List.of("j", "Enter", "a", "!", "y", "?");
                    case HANDOFFS -> List.of("j", "Tab", "=", "y", "w", "?");
                    case METRICS -> List.of("j", "q", "?");
                    case REPLAY -> List.of("Space", "l", "L", "+", "b", "a", "d", "t", "v", "?");
                    case SESSIONS -> List.of("j", "Enter", "c", "/", "q", "?");
                };
        var found = new ArrayList<Binding>();
        var contexts = contexts(state);
        for (String chord : chords) {
            contexts.stream().filter(context -> find(List.of(context), chord).isPresent()).findFirst()
                    .ifPresent(context -> found.add(new Binding(context, chord,
                            find(List.of(context), chord).orElseThrow())));
        }
        return found;
    }
}
