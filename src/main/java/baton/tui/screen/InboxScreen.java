package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Answers;
import baton.tui.state.Form;
import baton.tui.state.Lists;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;
import baton.view.InboxItem.Settlement;
import baton.view.Tags;
import baton.view.prose.Prose;
import baton.view.prose.Wrapping;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** What needs a person, and the answer under way. A matter stays open until somebody who has seen it answers. */
final class InboxScreen {
    private static final int LIST_COLUMNS = 46;
    private static final int TITLE_ROWS_MAX = 4;
    /** From so many rows on a matter of the list has three. */
    private static final int ROOMY = 12;
    /** Below so many rows a matter under answer and a box for words do not both fit. */
    private static final int TIGHT = 8;
    private static final String CHOSEN = "> (•) ";
    private static final String UNCHOSEN = "  ( ) ";

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;

    InboxScreen(Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
    }

    void paint() {
        var ids = Lists.of(View.INBOX, scene, state);
        if (ids.isEmpty()) {
            List<String> words = List.of("Nothing needs you.", "",
                    "Questions, decisions, blockers and commands that want a yes come here; ! opens the most urgent one.");
            for (int i = 0; i < words.size(); i++) {
                canvas.text(2, 1 + i, Paint.cut(words.get(i), canvas.columns() - 4), Ink.DIM);
            }
            return;
        }
        String chosen = Lists.chosen(View.INBOX, scene, state);
        boolean wide = Regions.shape(state) == Shape.WIDE;
        if (state.form().isPresent() && !wide) {
            detail(canvas.part(1, 0, canvas.columns() - 2, canvas.rows()), chosen);
            return;
        }
        var panes = Panes.of(canvas, state, LIST_COLUMNS, canvas.rows() / 3 < ROOMY ? ids.size() : canvas.rows());
        list(panes.list(), ids, chosen);
        detail(panes.detail(), chosen);
    }

    private void list(Canvas part, List<String> ids, String chosen) {
        boolean roomy = part.rows() >= ROOMY;
        int height = roomy ? 3 : 1;
        int top = roomy ? counts(part) : 0;
        int rows = Math.max(1, (part.rows() - top) / height);
        int first = BoardScreen.first(ids.indexOf(chosen), rows, ids.size());
        int row = top;
        for (int i = first; i < ids.size() && row < part.rows(); i++) {
            var item = scene.session().inbox().get(ids.get(i));
            if (item.isPresent()) {
                row += item.get().isOpen() && roomy
                        ? open(part, row, item.get(), ids.get(i).equals(chosen))
                        : brief(part, row, item.get(), ids.get(i).equals(chosen));
            }
        }
    }

    /** How many matters wait and how many are settled; returns the row below. */
    private int counts(Canvas part) {
        long open = Chrome.open(scene.session());
        int at = part.text(2, 0, "NEEDS YOU " + open, open > 0 ? Ink.WARN | Ink.BOLD : Ink.DIM);
        long assumed = scene.session().inbox().stream().filter(InboxItem::isAnswerable).count() - open;
        if (assumed > 0) {
            at = part.text(at + 4, 0, "ASSUMED " + assumed, Ink.PLAIN);
        }
        part.text(at + 4, 0, "DONE " + (scene.session().inbox().size() - open - assumed), Ink.DIM);
        return 2;
    }

    private int open(Canvas part, int row, InboxItem item, boolean chosen) {
        brief(part, row, item, chosen);
        part.text(7, row + 1, Paint.cut(item.ask().words(), part.columns() - 8), chosen ? Ink.BOLD : Ink.PLAIN);
        return 3;
    }

    private int brief(Canvas part, int row, InboxItem item, boolean chosen) {
        part.text(0, row, chosen ? ">" : " ", Ink.ACCENT | Ink.BOLD);
        int ink = item.isOpen() ? Ink.WARN | Ink.BOLD : Ink.DIM;
        int at = part.text(2, row, sign(item) + item.id(), ink);
        String from = item.agent().isEmpty() ? "" : " " + tags.of(item.agent()).letters();
        String kind = kind(item) + from;
        if (!item.isOpen() || part.rows() < ROOMY) {
            part.text(at + 1, row, Paint.cut(item.ask().words(), part.columns() - at - 2),
                    item.isOpen() ? Ink.PLAIN : Ink.DIM);
            return 1;
        }
        part.text(at + 2, row, Paint.cut(kind + " · waits " + waits(item), part.columns() - at - 3), Ink.DIM);
        return 1;
    }

    /** What was only assumed can still be decided. */
    private static String sign(InboxItem item) {
        return item.isOpen() ? "" : item.isAnswerable() ? "~ " : "✔ ";
    }

    private String waits(InboxItem item) {
        return Amounts.clock(Math.max(0, scene.runMs() - item.sinceMs()));
    }

    private static String kind(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Question question -> "question";
            case Ask.Decision decision -> "decision";
            case Ask.Blocker blocker -> "blocker " + blocker.severity();
            case Ask.Approval approval -> "approval";
        };
    }

    private void detail(Canvas part, String id) {
        var item = scene.session().inbox().get(id);
        if (item.isEmpty()) {
            return;
        }
        var form = state.form().filter(open -> open.item().equals(id));
        var lines = lines(item.get(), form, part.columns());
        boolean tight = part.rows() < TIGHT;
        // Whoever chooses sees what there is to choose from; where both have no room, the box for words waits for a word.
        boolean boxed = form.isPresent()
                && (!tight || form.get().writing() || Answers.options(item.get()).isEmpty());
        int box = boxed ? 3 : 0;
        int head = tight ? 1 : Math.min(TITLE_ROWS_MAX, title(item.get(), part.columns()).size());
        var shown = form.isPresent()
                ? withoutMiddle(lines, head, part.rows() - box)
                : lines.subList(Math.min(state.top(View.INBOX), lines.size() - 1), lines.size());
        int row = 0;
        for (int i = 0; i < shown.size() && row < part.rows() - box; i++) {
            part.line(0, row, shown.get(i));
            row++;
        }
        if (boxed) {
            comment(part, Math.min(row, part.rows() - box), item.get(), form.get());
        }
    }

    /** A long matter under answer gives up its middle: neither what is asked nor what is chosen to be answered. */
    private static List<StyledLine> withoutMiddle(List<StyledLine> lines, int head, int rows) {
        if (lines.size() <= rows || rows <= head) {
            return lines;
        }
        int last = lines.size() - rows + head;
        int chosen = first(lines, CHOSEN);
        // Where nothing is chosen yet, what there is to choose from begins.
        int from = Math.clamp(chosen < lines.size() ? chosen - 1L : first(lines, UNCHOSEN), head, last);
        var shown = new ArrayList<>(lines.subList(0, head));
        shown.addAll(lines.subList(from, from + rows - head));
        return shown;
    }

    private static int first(List<StyledLine> lines, String beginning) {
        int at = 0;
        while (at < lines.size() && !lines.get(at).text().startsWith(beginning)) {
            at++;
        }
        return at;
    }

    private static List<StyledLine> title(InboxItem item, int columns) {
        return Wrapping.of(StyledLine.of(Tone.STRONG, item.id() + "  ").and(Tone.STRONG, item.ask().words()), columns);
    }

    private List<StyledLine> lines(InboxItem item, Optional<Form> form, int columns) {
        var lines = new ArrayList<StyledLine>();
        lines.addAll(title(item, columns));
        lines.add(StyledLine.EMPTY);
        String who = item.agent().isEmpty() ? "asked by the plan" : "asked by @" + item.agent();
        lines.addAll(Wrapping.of(StyledLine.of(Tone.DIM, who + (item.task().isEmpty() ? "" : " · " + item.task())
                + " · " + kind(item) + " · at " + Amounts.clock(item.sinceMs())), columns));
        matter(item, columns).forEach(lines::add);
        if (!item.ask().held().isEmpty()) {
            lines.addAll(Wrapping.of(StyledLine.of(Tone.ATTENTION, "holds " + String.join(", ",
                    item.ask().held().stream().map(this::titled).toList())), columns));
        }
        lines.add(StyledLine.EMPTY);
        settled(item).ifPresent(lines::add);
        if (item.isAnswerable()) {
            lines.addAll(choices(item, form, columns));
        }
        return lines;
    }

    /** A task by its id and as much of its title as tells which it is. */
    private String titled(String task) {
        return scene.session().task(task).map(card -> task + " " + Paint.cut(card.spec().title(), 40)).orElse(task);
    }

    private static List<StyledLine> matter(InboxItem item, int columns) {
        return switch (item.ask()) {
            case Ask.Question question -> List.of();
            case Ask.Decision decision -> decision.question().equals(item.ask().words()) && !decision.title()
                    .equals(item.ask().words()) ? Prose.of(decision.title(), columns) : List.of();
            case Ask.Blocker blocker -> blocker.needs().isBlank()
                    ? List.of()
                    : Wrapping.of(StyledLine.of("needs " + blocker.needs()), columns);
            case Ask.Approval approval -> approval(item, approval, columns);
        };
    }

    private static List<StyledLine> approval(InboxItem item, Ask.Approval approval, int columns) {
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.EMPTY);
        lines.add(StyledLine.of("wants to use " + approval.tool() + ":"));
        lines.addAll(Wrapping.of(StyledLine.of(Tone.CODE, approval.what()), columns, StyledLine.of("   "),
                StyledLine.of("   ")));
        lines.add(StyledLine.EMPTY);
        Answers.wordFor(item).ifPresent(word -> lines.addAll(Wrapping.of(StyledLine.of(Tone.BAD,
                "risk HIGH: what this does cannot be taken back by baton. To allow it, type the word  " + word),
                columns)));
        return lines;
    }

    private static Optional<StyledLine> settled(InboxItem item) {
        return switch (item.settlement()) {
            case Settlement.Open open -> Optional.empty();
            case Settlement.Settled settled -> Optional.of(StyledLine.of(Tone.GOOD, "✔ " + settled.how())
                    .and(Tone.DIM, "  by " + settled.by()));
            case Settlement.Assumed assumed -> Optional.of(StyledLine.of(Tone.ATTENTION, "assumed: " + assumed.how())
                    .and(Tone.DIM, "  by " + assumed.by()));
            case Settlement.Withdrawn withdrawn -> Optional.of(StyledLine.of(Tone.DIM, "no longer needed: "
                    + withdrawn.reason()));
        };
    }

    private static List<StyledLine> choices(InboxItem item, Optional<Form> form, int columns) {
        var options = Answers.options(item);
        var lines = new ArrayList<StyledLine>();
        int recommended = item.ask() instanceof Ask.Approval ? -1 : Answers.first(item);
        int chosen = form.map(Form::option).orElse(-1);
        for (int i = 0; i < options.size(); i++) {
            boolean here = i == chosen;
            var first = StyledLine.of(here ? Tone.STRONG : Tone.PLAIN, here ? CHOSEN : UNCHOSEN.substring(0, 2))
                    .and(here ? Tone.STRONG : Tone.DIM, (here ? "" : UNCHOSEN.substring(2)) + (i + 1) + "  ");
            var words = StyledLine.of(here ? Tone.STRONG : Tone.PLAIN, unnumbered(options.get(i), i + 1))
                    .and(Tone.GOOD, i == recommended ? "  recommended" : "");
            lines.addAll(Wrapping.of(words, columns, first, StyledLine.of("         ")));
        }
        lines.add(StyledLine.EMPTY);
        lines.addAll(Wrapping.of(StyledLine.of(Tone.DIM, form.isEmpty()
                ? item.isOpen() ? "Enter opens it to answer." : "Enter opens it to decide otherwise, or to confirm it."
                : consequence(item)), columns));
        return lines;
    }

    /** What an answer does, said before it is given. */
    private static String consequence(InboxItem item) {
        String who = item.agent().isEmpty() ? "everybody it concerns" : "@" + item.agent();
        String freed = item.ask().held().isEmpty() ? "" : " " + String.join(", ", item.ask().held()) + " can go on.";
        return "Your answer is recorded and " + who + " is told." + freed;
    }

    /** An option whose key is its number is not numbered twice. */
    private static String unnumbered(String option, int number) {
        String key = number + ": ";
        return option.startsWith(key) ? option.substring(key.length()) : option;
    }

    private void comment(Canvas part, int row, InboxItem item, Form form) {
        boolean word = Answers.wordFor(item).isPresent() && form.option() > 0;
        boolean only = Answers.options(item).isEmpty();
        String title = word ? "the word" : only ? "your answer" : "words beside it (e)";
        String foot = form.shownAtMs() < 0
                ? "a moment"
                : form.writing() ? "Enter answers" : "Enter answers with the choice";
        var inside = Paint.box(part.part(0, row, part.columns(), 3), title, foot);
        String shown = form.comment();
        int room = inside.columns() - 1;
        String line = lastLine(shown);
        while (TextWidth.of(line) > room) {
            line = line.substring(line.offsetByCodePoints(0, 1));
        }
        int at = inside.text(0, 0, line, Ink.PLAIN);
        if (form.writing()) {
            inside.cursor(at, 0);
        }
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }
}
