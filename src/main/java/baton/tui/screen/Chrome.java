package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import baton.plan.Plan;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Bindings;
import baton.tui.state.Overlay;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.InboxItem;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.Wording;
import baton.view.text.Amounts;
import baton.view.text.TextWidth;

/** What frames every view: the head line, the line of figures and the line of hints. */
final class Chrome {
    private static final int NAME_MIN = 20;

    private final Scene scene;
    private final UiState state;
    private final Shape shape;

    Chrome(Scene scene, UiState state, Shape shape) {
        this.scene = scene;
        this.state = state;
        this.shape = shape;
    }

    /** One figure of the line of figures. */
    private record Figure(String text, int ink) {}

    static long open(SessionView session) {
        return session.inbox().stream().filter(InboxItem::isOpen).count();
    }

    /** What the session is about: its plan, or where it began with a goal, the goal's first words. */
    static String name(SessionView session) {
        boolean written = session.head().plan().filter(plan -> !plan.source().isEmpty()).isPresent();
        return written || session.tasks().isEmpty()
                ? session.head().planName()
                : session.tasks().stream().findFirst().map(task -> task.spec().title()).orElse("");
    }

    /** How much of all work is done, in percent. */
    static int percent(SessionView session) {
        long sum = session.tasks().stream().filter(task -> task.stand() != Stand.CANCELLED)
                .mapToLong(task -> task.stand().isAccepted() ? 100 : Math.min(99, task.percent())).sum();
        int count = session.tasks().size() - session.count(Stand.CANCELLED);
        return count <= 0 ? 0 : (int) (sum / count);
    }

    void head(Canvas canvas, String right) {
        int at = canvas.text(1, 0, "baton", Ink.BOLD | Ink.ACCENT);
        if (scene.isRecorded()) {
            at = canvas.text(at + 2, 0, "REPLAY", Ink.BOLD | Ink.WARN);
        }
        String shown = right;
        String name = shape == Shape.NARROW || shape == Shape.TINY ? "" : name(scene.session());
        // The session's name keeps enough of itself to be known by, whatever stands at the right.
        int room = canvas.columns() - at - 10 - state.view().words().length() - Math.min(NAME_MIN, TextWidth.of(name));
        while (TextWidth.of(shown) > room && shown.contains(" · ")) {
            shown = shown.substring(shown.indexOf(" · ") + 3);
        }
        int end = canvas.textUpTo(canvas.columns() - 1, 0, Paint.cut(shown, Math.max(0, room)), Ink.DIM);
        if (!name.isEmpty()) {
            int words = state.view().words().length();
            at = canvas.text(at + 2, 0, Paint.cut(name, Math.max(4, end - at - 8 - words)), Ink.PLAIN);
        }
        if (isFirst()) {
            return;
        }
        at = canvas.text(at + 1, 0, "▸ ", Ink.DIM);
        canvas.text(at, 0, Paint.cut(state.view().words(), Math.max(0, end - at - 1)), Ink.BOLD);
    }

    /** True before there is anything to show: the first screen, or a question before a session. */
    private boolean isFirst() {
        return scene.name().isEmpty() && state.view() == View.CHAT;
    }

    /** What stands at the right of the head in most views. */
    String summary() {
        var session = scene.session();
        var parts = new ArrayList<String>();
        if (session.head().settings().isPresent() && !session.head().pausedBy().isEmpty()) {
            parts.add("PAUSED");
        }
        if (session.head().isRehearsal()) {
            parts.add("rehearsal");
        }
        phase(session).ifPresent(parts::add);
        if (session.tasks().size() > 0) {
            parts.add(percent(session) + " %");
        }
        session.head().result().ifPresent(result -> parts.add(Wording.status(result.status())));
        return String.join(" · ", parts);
    }

    /** The first phase that still has work, and how many there are; empty where the plan has fewer than two. */
    private static Optional<String> phase(SessionView session) {
        var phases = session.head().plan().map(Plan::phases).orElse(List.of());
        if (phases.size() < 2) {
            return Optional.empty();
        }
        for (int i = 0; i < phases.size(); i++) {
            String id = phases.get(i).id();
            if (session.tasks().stream().anyMatch(task -> task.spec().phase().equals(id) && !task.stand().isEnded())) {
                return Optional.of("phase " + (i + 1) + " of " + phases.size());
            }
        }
        return Optional.empty();
    }

    /** Counts at the left, which are the last to give way; figures at the right, the less telling ones first to go. */
    void figures(Canvas canvas, int row) {
        if (isFirst()) {
            return;
        }
        int at = 1;
        var counts = counts();
        for (int i = 0; i < counts.size(); i++) {
            at = canvas.text(at, row, (i == 0 ? "" : shape == Shape.NARROW ? " " : " · "), Ink.DIM);
            at = canvas.text(at, row, counts.get(i).text(), counts.get(i).ink());
        }
        var figures = new ArrayList<>(totals());
        while (!figures.isEmpty() && at + 2 + TextWidth.of(String.join(" · ", figures)) > canvas.columns() - 1) {
            figures.removeLast();
        }
        canvas.textUpTo(canvas.columns() - 1, row, String.join(" · ", figures), Ink.DIM);
    }

    private List<Figure> counts() {
        var session = scene.session();
        int run = session.pool().active();
        int queued = session.count(Stand.WAITING) + session.count(Stand.READY);
        int parked = session.count(Stand.PARKED);
        long failed = session.count(Stand.FAILED);
        long open = open(session);
        var counts = new ArrayList<Figure>();
        boolean brief = shape == Shape.NARROW;
        counts.add(new Figure(brief ? run + "r" : "● " + run + " run", run > 0 ? Ink.OK : Ink.DIM));
        counts.add(new Figure(brief ? queued + "q" : "○ " + queued + " que", Ink.DIM));
        if (parked > 0) {
            counts.add(new Figure(brief ? parked + "b" : "■ " + parked + " blk", Ink.WARN));
        }
        if (failed > 0) {
            counts.add(new Figure(brief ? failed + "x" : "✖ " + failed + " err", Ink.BAD));
        }
        if (open > 0) {
            counts.add(new Figure(brief ? "!" + open : "! " + open + " need you", Ink.WARN | Ink.BOLD));
        }
        return counts;
    }

    private List<String> totals() {
        var session = scene.session();
        var usage = session.spend().usage();
        var totals = new ArrayList<String>();
        boolean hours = shape == Shape.WIDE;
        totals.add(Amounts.clock(scene.runMs()) + (hours ? " run time" : ""));
        if (session.head().settings().isPresent()) {
            totals.add(money());
            totals.add(tokens(usage.totalTokens()) + " tok");
        }
        if (session.tasks().size() > 0) {
            int done = session.count(Stand.ACCEPTED) + session.count(Stand.DEGRADED);
            totals.add(done + "/" + session.tasks().size() + " tasks");
        }
        return totals;
    }

    private String money() {
        var session = scene.session();
        if (session.head().isRehearsal()) {
            return "$0";
        }
        var budget = session.head().settings().map(known -> known.budget().microsMax()).orElse(OptionalLong.empty());
        return Wording.cost(session) + (budget.isPresent() ? " of " + Amounts.money(budget.getAsLong()) : "");
    }

    static String tokens(long tokens) {
        if (tokens < 1_000) {
            return String.valueOf(tokens);
        }
        return tokens < 1_000_000
                ? String.format(java.util.Locale.ROOT, "%.1fk", tokens / 1_000.0)
                : String.format(java.util.Locale.ROOT, "%.2fM", tokens / 1_000_000.0);
    }

    void hints(Canvas canvas, int row) {
        if (state.overlay() instanceof Overlay.Welcome && state.toast().text().isEmpty()
                && state.switches().leaveAtMs() == 0) {
            canvas.text(1, row, "1-5 choose · Ctrl+C twice leaves", Ink.DIM);
            return;
        }
        if (state.switches().leaveAtMs() != 0) {
            canvas.text(1, row, Paint.cut("Again within 2 s leaves baton; everything is kept.", canvas.columns() - 2),
                    Ink.WARN);
            return;
        }
        if (!state.toast().text().isEmpty()) {
            canvas.text(1, row, Paint.cut(state.toast().text(), canvas.columns() - 2), Ink.ACCENT);
            return;
        }
        if (hasKeysOfItsOwn(state.overlay())) {
            return;
        }
        if (state.form().isPresent()) {
            canvas.text(1, row, Paint.cut(formHints(), canvas.columns() - 2), Ink.DIM);
            return;
        }
        int at = 1;
        for (var hint : keysAndWords()) {
            String key = hint.key();
            String word = hint.word();
            int width = TextWidth.of(key) + 1 + TextWidth.of(word);
            if (at + width + 3 > canvas.columns()) {
                break;
            }
            at = canvas.text(at, row, at > 1 ? " · " : "", Ink.DIM);
            at = canvas.text(at, row, key, Ink.PLAIN);
            at = canvas.text(at + 1, row, word, Ink.DIM);
        }
    }

    /** True for a box that names its keys at its foot; those of the view behind it do not count then. */
    private static boolean hasKeysOfItsOwn(Overlay overlay) {
        return switch (overlay) {
            case Overlay.None none -> false;
            case Overlay.Welcome welcome -> false;
            case Overlay.Help help -> true;
            case Overlay.Palette palette -> true;
            case Overlay.StopChoice choice -> true;
            case Overlay.Queue queue -> true;
            case Overlay.Prefix prefix -> true;
            case Overlay.Pager pager -> true;
            case Overlay.Trust trust -> true;
            case Overlay.Choice choice -> true;
            case Overlay.Filling filling -> true;
            case Overlay.Ask ask -> true;
        };
    }

    /** What may be pressed, or begun with, and what it does. */
    private record Hint(String key, String word) {}

    private List<Hint> keysAndWords() {
        var hints = new ArrayList<Hint>();
        Bindings.hints(state).forEach(hint -> hints.add(new Hint(key(hint.chord()), hint.deed().word())));
        boolean draft = state.view() == View.CHAT && state.zone() == UiState.Zone.COMPOSER;
        if (draft && !state.completion().isOpen()) {
            int behindTyping = Math.min(2, hints.size());
            hints.addAll(behindTyping, switch (shape) {
                case TINY, NARROW -> List.of();
                case MEDIUM -> List.of(new Hint("@ / +", "to whom"));
                case WIDE -> List.of(new Hint("@", "agent"), new Hint("/", "command"), new Hint("+", "template"));
            });
        }
        return hints;
    }

    private String formHints() {
        boolean writing = state.form().map(form -> form.writing()).orElse(false);
        if (shape == Shape.NARROW) {
            return writing
                    ? "Enter answer · ^J new line · Tab choices · Esc"
                    : "1-9 choose · Enter answer · e words · d later · Esc";
        }
        return writing
                ? "Enter answer · Ctrl+J new line · Tab choices · Esc leave it open"
                : "1-9 choose · Enter answer · e words · d later · Esc leave it open · ? help";
    }

    /** Keys as hints write them: short where there is little room. */
    private String key(String chord) {
        String named = chord.equals("j") ? "j/k" : chord.equals("[") ? "[ ]" : chord;
        return shape == Shape.NARROW ? named.replace("Ctrl+", "^") : named;
    }

    /** The line of a view that is only its number and the whole. */
    static String of(int index, int count) {
        return count == 0 ? "" : (index + 1) + " of " + count;
    }

    /** The words at the right of the head, view by view, where they are not the summary. */
    String right() {
        return switch (state.view()) {
            case INBOX -> inbox();
            case AGENTS -> agents();
            case CHAT, PLAN, HANDOFFS, METRICS, REPLAY, SESSIONS -> summary();
        };
    }

    private String inbox() {
        var open = scene.session().inbox().stream().filter(InboxItem::isOpen).toList();
        long oldestMs = open.stream().mapToLong(InboxItem::sinceMs).min().orElse(scene.runMs());
        return open.isEmpty()
                ? "nothing needs you"
                : open.size() + (open.size() == 1 ? " needs you" : " need you") + " · oldest "
                        + Amounts.clock(Math.max(0, scene.runMs() - oldestMs));
    }

    private String agents() {
        var pool = scene.session().pool();
        String wanted = pool.floor() > 0
                ? pool.active() + " at work, " + pool.floor() + " wanted"
                : pool.active()
                        + " at work";
        return (state.switches().byName() ? "by name" : "who needs you first") + " · " + wanted + " · "
                + Amounts.of(scene.session().agents().size(), "agent");
    }
}
