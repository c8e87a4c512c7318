package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Bindings;
import baton.tui.state.Bindings.Context;
import baton.tui.state.Boxes;
import baton.tui.state.Moment;
import baton.tui.state.Overlay;
import baton.tui.state.Regions;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.prose.Prose;
import baton.view.prose.Wrapping;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;

/** What stands over a view: help, palette, questions of our own, whole texts, completions. */
final class OverlayBoxes {
    private static final int TEXT_CHARS = 400_000;
    private static final int PAGE_ROWS_MIN = 6;

    private final Scene scene;
    private final UiState state;
    private final Canvas canvas;

    OverlayBoxes(Scene scene, UiState state, Canvas canvas) {
        this.scene = scene;
        this.state = state;
        this.canvas = canvas;
    }

    void paint() {
        switch (state.overlay()) {
            case Overlay.None none -> completion();
            case Overlay.Help help -> help(help);
            case Overlay.Palette palette -> palette(palette);
            case Overlay.StopChoice choice -> stop(choice);
            case Overlay.Queue queue -> new QueueBox(scene, canvas).paint(queue);
            case Overlay.Prefix prefix -> prefix(prefix);
            case Overlay.Pager pager -> pager(pager);
            case Overlay.Welcome welcome -> new WelcomeBox(scene, state, canvas).paint(welcome.at());
            case Overlay.Trust trust -> new TrustBox(trust, scene.typing(), canvas).paint();
            case Overlay.Choice choice -> new ChoiceBox(choice, canvas).paint();
            case Overlay.Filling filling -> new FillingBox(scene, filling, canvas).paint();
            case Overlay.Ask ask -> ask(ask);
        }
    }

    /** A part of the screen at its lower edge, as wide as asked where that fits. */
    private Canvas lower(int columns, int rows) {
        int width = Math.min(columns, canvas.columns());
        int height = Math.min(rows, canvas.rows() - 1);
        return canvas.part(Math.min(2, canvas.columns() - width), canvas.rows() - height - 1, width, height);
    }

    static Canvas middle(Canvas canvas, int columns, int rows) {
        int width = Math.min(columns, canvas.columns());
        int height = Math.min(rows, canvas.rows());
        return canvas.part((canvas.columns() - width) / 2, (canvas.rows() - height) / 3, width, height);
    }

    private void completion() {
        var completion = state.completion();
        var regions = Regions.of(state);
        if (!completion.isOpen() || regions.composerTop() < 0 || regions.bodyRows() < 5) {
            return;
        }
        var candidates = completion.candidates();
        int most = Math.min(candidates.size(), Math.min(8, regions.bodyRows() - 3));
        int first = BoardScreen.first(completion.at(), most, candidates.size());
        int words = candidates.stream().mapToInt(one -> TextWidth.of(one.insert())).max().orElse(0);
        int width = Math.min(canvas.columns() - 4, Math.clamp(words + 30L, 36, 76));
        int top = regions.composerTop() - most - 2 - (regions.addressed() ? 2 : 1);
        var inside = Paint.box(canvas.part(3, Math.max(0, top), width, most + 2), "",
                "↑↓ choose · Tab takes it · Esc closes");
        for (int i = 0; i < most; i++) {
            var one = candidates.get(first + i);
            boolean here = first + i == completion.at();
            int at = inside.text(0, i, (here ? "> " : "  ") + one.insert(), here ? Ink.BOLD | Ink.ACCENT : Ink.PLAIN);
            inside.text(Math.max(at + 2, words + 4), i,
                    Paint.cut(one.detail(), inside.columns() - Math.max(at + 2, words
                            + 4)),
                    Ink.DIM);
        }
    }

    /** A deed with its keys, as help writes it. */
    private record Line(String keys, String says) {}

    private static List<Line> lines(Context context) {
        var lines = new ArrayList<Line>();
        Bindings.keys(context).forEach((deed, chords) -> lines.add(new Line(String.join(" ", chords), deed.says())));
        return lines;
    }

    private void help(Overlay.Help help) {
        var lines = new ArrayList<Line>();
        boolean draft = state.view() == View.CHAT;
        add(lines, "THIS VIEW: " + state.view().words(), lines(Bindings.of(state.view())));
        add(lines, "EVERY VIEW", lines(Context.VIEWS));
        if (draft) {
            add(lines, "THE DRAFT", lines(Context.DRAFT));
        }
        add(lines, "EVERYWHERE", lines(Context.EVERYWHERE));
        add(lines, "AFTER Ctrl+X, ALSO WHILE WRITING", lines(Context.LEADER));
        var box = middle(canvas, 96, canvas.rows() - 2);
        var inside = Paint.box(box, "Keys", "j k move · any other key closes");
        int first = Math.min(help.top(), Math.max(0, lines.size() - inside.rows()));
        int keys = Math.min(24, inside.columns() / 3);
        for (int i = 0; i < inside.rows() && first + i < lines.size(); i++) {
            var line = lines.get(first + i);
            if (line.keys().isEmpty()) {
                inside.text(0, i, Paint.cut(line.says(), inside.columns()), Ink.BOLD);
            } else {
                inside.text(1, i, Paint.cut(line.keys(), keys - 1), Ink.ACCENT);
                inside.text(1 + keys, i, Paint.cut(line.says(), inside.columns() - keys - 1), Ink.PLAIN);
            }
        }
    }

    private static void add(List<Line> lines, String title, List<Line> more) {
        if (!lines.isEmpty()) {
            lines.add(new Line("", ""));
        }
        lines.add(new Line("", title));
        lines.addAll(more);
    }

    private void palette(Overlay.Palette palette) {
        var offers = Boxes.offers(state, palette.query());
        int rows = Math.min(14, Math.max(3, canvas.rows() - 8));
        var inside = Paint.box(middle(canvas, 76, rows + 4), "Palette",
                "↑↓ · Enter does it · Esc closes · " + (offers.isEmpty()
                        ? "nothing fits"
                        : offers.size() == 1 ? "1 fits" : offers.size() + " fit"));
        int at = inside.text(0, 0, "> " + palette.query(), Ink.PLAIN);
        inside.cursor(at, 0);
        int first = BoardScreen.first(palette.at(), rows, offers.size());
        for (int i = 0; i < rows && first + i < offers.size(); i++) {
            var offer = offers.get(first + i);
            boolean here = first + i == palette.at();
            String key = (offer.context() == Context.LEADER ? "Ctrl+X " : "") + offer.chord();
            inside.text(0, 2 + i, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
            inside.text(2, 2 + i, Paint.cut(offer.deed().says(), inside.columns() - 22), here ? Ink.BOLD : Ink.PLAIN);
            inside.text(inside.columns() - 18, 2 + i, Paint.cut(key, 9), Ink.ACCENT);
            inside.text(inside.columns() - 8, 2 + i, Paint.cut(offer.context().words(), 8), Ink.DIM);
        }
    }

    private void stop(Overlay.StopChoice choice) {
        var moment = new Moment(scene, NoSight.INSTANCE, Moment.Names.NONE, 0);
        var choices = Boxes.stops(state, moment);
        int working = scene.session().pool().active();
        int labels = choices.stream().mapToInt(line -> TextWidth.of(line.split("\\|", 2)[0])).max().orElse(0);
        var inside = Paint.box(middle(canvas, 76, choices.size() + 5), "What should stop?",
                "↑↓ · Enter · Esc keeps working");
        inside.text(0, 0, Paint.cut("Nothing is stopped yet. " + (working == 0
                ? "Nobody is working."
                : Amounts.of(working, "agent") + (working == 1 ? " is" : " are") + " working."), inside.columns()),
                Ink.PLAIN);
        for (int i = 0; i < choices.size(); i++) {
            String[] words = choices.get(i).split("\\|", 2);
            boolean here = i == choice.at();
            inside.text(0, 2 + i, here ? ">" : " ", Ink.ACCENT | Ink.BOLD);
            inside.text(2, 2 + i, words[0], here ? Ink.BOLD : Ink.PLAIN);
            if (words.length > 1) {
                inside.text(labels + 4, 2 + i, Paint.cut(words[1], inside.columns() - labels - 4), Ink.DIM);
            }
        }
    }

    private void prefix(Overlay.Prefix prefix) {
        var context = prefix.kind() == Overlay.Kind.LEADER ? Context.LEADER : Context.GO;
        var lines = new ArrayList<Line>();
        Bindings.keys(context).forEach((deed, chords) -> lines.add(new Line(chords.getFirst(), deed.word())));
        int across = Math.max(1, (Math.min(canvas.columns(), 100) - 4) / 18);
        int rows = (lines.size() + across - 1) / across;
        var inside = Paint.box(lower(100, rows + 2), prefix.kind() == Overlay.Kind.LEADER ? "Ctrl+X" : "g",
                "any other key closes");
        for (int i = 0; i < lines.size(); i++) {
            int column = i % across * 18;
            int at = inside.text(column, i / across, lines.get(i).keys(), Ink.ACCENT | Ink.BOLD);
            inside.text(at + 1, i / across, Paint.cut(lines.get(i).says(), 15), Ink.PLAIN);
        }
    }

    private void pager(Overlay.Pager pager) {
        boolean figures = canvas.rows() >= 16;
        int rowsMax = canvas.rows() - (figures ? 2 : 0);
        var most = Paint.inside(canvas.part(0, 0, canvas.columns(), rowsMax));
        var lines = switch (pager.content()) {
            case Overlay.Content.Text(String text) -> lines(text, pager.top(), most);
            case Overlay.Content.Lines(List<StyledLine> known) -> broken(known, pager.top(), most);
        };
        // A short page leaves in sight what it is about.
        int rows = Math.clamp(lines.size() + 2L, Math.min(PAGE_ROWS_MIN, rowsMax), rowsMax);
        var box = canvas.part(0, 0, canvas.columns(), rows);
        var inside = Paint.box(box, pager.title(), "j k PgDn · [ ] parts · y copy · w save · o pager · Esc closes");
        int first = Math.min(pager.top(), Math.max(0, lines.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && first + i < lines.size(); i++) {
            inside.line(0, i, lines.get(first + i));
        }
        if (pager.content() instanceof Overlay.Content.Lines known && known.lines().size() > inside.rows()) {
            String where = " " + (first + 1) + " of " + known.lines().size() + " ";
            box.textUpTo(box.columns() - 2, 0, where, Ink.DIM);
        }
    }

    private static List<StyledLine> lines(String whole, int top, Canvas inside) {
        String text = whole.length() > TEXT_CHARS ? whole.substring(0, TEXT_CHARS) : whole;
        return text.length() == whole.length() && text.length() < 60_000
                ? Prose.of(text, inside.columns())
                : window(text, top, inside);
    }

    /** Each line broken at the edge, up to the end of the window. */
    private static List<StyledLine> broken(List<StyledLine> known, int top, Canvas inside) {
        var lines = new ArrayList<StyledLine>();
        // The rows above the window stay one a line, so that a place in the text stays where it is.
        int first = Math.clamp(top, 0, Math.max(0, known.size() - inside.rows()));
        lines.addAll(known.subList(0, first));
        for (int i = first; i < known.size() && lines.size() < first + inside.rows(); i++) {
            lines.addAll(Wrapping.of(known.get(i), inside.columns()));
        }
        return lines;
    }

    /** Of a very long text only the lines up to the end of the window are broken. */
    private static List<StyledLine> window(String text, int top, Canvas inside) {
        var lines = new ArrayList<StyledLine>();
        int at = 0;
        int most = Math.min(top, 200_000) + inside.rows();
        while (at < text.length() && lines.size() < most) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            lines.addAll(Wrapping.hard(StyledLine.of(text.substring(at, Math.min(stop, at + 20_000))),
                    inside.columns()));
            at = stop + 1;
        }
        return lines;
    }

    private void ask(Overlay.Ask ask) {
        if (ask.purpose() == Overlay.Purpose.SEARCH_SESSIONS && canvas.rows() >= 16) {
            // The list shows what is typed itself, so that nothing of it is covered.
            return;
        }
        String title = switch (ask.purpose()) {
            case FIND -> "Find in the conversation";
            case SEEK -> "Go to a time (14:30) or an event (900)";
            case SEARCH_SESSIONS -> "Look for words in all sessions";
            case OPEN_PLAN -> "Open a plan file";
            case FILTER -> "Show agents whose name holds";
        };
        var inside = Paint.box(lower(76, 3), title, "Enter · Esc");
        String shown = ask.text();
        while (TextWidth.of(shown) > inside.columns() - 3) {
            shown = shown.substring(shown.offsetByCodePoints(0, 1));
        }
        int at = inside.text(0, 0, "> " + shown, Ink.PLAIN);
        inside.cursor(at, 0);
    }
}
