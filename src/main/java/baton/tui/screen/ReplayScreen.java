package baton.tui.screen;

import java.util.ArrayList;
import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Regions;
import baton.tui.state.Regions.Shape;
import baton.tui.state.ReplayBar;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.SessionView;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.course.Course;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Where in its time a session stands: marks and cost along a bar, the state there, what differs from mark A. */
final class ReplayScreen {
    private static final String STEPS = "▁▂▃▄▅▆▇█";
    private static final int LEFT = ReplayBar.LEFT;
    private static final int TICKS = 6;

    private static final String LEGEND = "B blockers · D decisions · H handoffs";

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Canvas canvas;
    private final long wholeMs;
    private final ReplayBar bar;

    ReplayScreen(Scene scene, Tags tags, UiState state, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.canvas = canvas;
        this.wholeMs = ReplayBar.wholeMs(scene);
        this.bar = ReplayBar.of(canvas.columns(), canvas.rows());
    }

    private int at(long ms) {
        return bar.at(ms, wholeMs);
    }

    void paint() {
        int row = bar.row();
        if (bar.ticks()) {
            ticks(0);
        }
        if (bar.marks()) {
            marks(row - 4, "B", "■", Course.Kind.BLOCKER, Ink.BAD);
            marks(row - 3, "D", "◆", Course.Kind.DECISION, Ink.WARN);
            marks(row - 2, "H", "▴", Course.Kind.HANDOFF, Ink.OK);
            costs(row - 1);
        }
        bar(row);
        where(row + 1);
        Paint.rule(canvas, row + 2);
        below(canvas.part(0, row + 3, canvas.columns(), canvas.rows() - row - 3));
    }

    /** Run times along the bar, eight at most. */
    private void ticks(int row) {
        for (int i = 0; i <= TICKS; i++) {
            long ms = wholeMs * i / TICKS;
            String clock = Amounts.clock(ms);
            canvas.text(Math.min(at(ms), canvas.columns() - clock.length() - 1), row, clock, Ink.DIM);
        }
    }

    private void marks(int row, String letter, String sign, Course.Kind kind, int ink) {
        canvas.text(2, row, letter, Ink.DIM);
        scene.course().marks().stream().filter(mark -> mark.kind() == kind)
                .forEach(mark -> canvas.text(at(mark.runMs()), row, sign, ink));
    }

    private void costs(int row) {
        canvas.text(2, row, "tok", Ink.DIM);
        var samples = scene.course().costs();
        if (samples.isEmpty()) {
            return;
        }
        long most = Math.max(1, samples.get(samples.size() - 1).tokens());
        int next = 0;
        long level = 0;
        for (int column = LEFT; column < canvas.columns() - 3; column++) {
            while (next < samples.size() && at(samples.get(next).runMs()) <= column) {
                level = samples.get(next).tokens();
                next++;
            }
            int step = (int) (level * (STEPS.length() - 1) / most);
            canvas.text(column, row, level == 0 ? " " : STEPS.substring(step, step + 1), Ink.ACCENT);
        }
    }

    private void bar(int row) {
        int end = canvas.columns() - 3;
        canvas.text(LEFT - 1, row, "├", Ink.DIM);
        canvas.repeat(LEFT, row, "─", end - LEFT, Ink.DIM);
        canvas.text(end, row, "┤", Ink.DIM);
        int here = at(scene.session().head().runMs());
        scene.compared().ifPresent(view -> {
            int a = at(view.head().runMs());
            canvas.repeat(Math.min(a, here), row, "━", Math.abs(here - a), Ink.ACCENT);
            canvas.text(a, row, "A", Ink.ACCENT | Ink.BOLD);
        });
        canvas.text(here, row, "●", Ink.ACCENT | Ink.BOLD);
    }

    private void where(int row) {
        var playback = scene.playback();
        long at = scene.session().head().lastSeq();
        String words = "event " + Amounts.count(at)
                + (playback.total() > 0 ? " of " + Amounts.count(playback.total()) : "")
                + "    " + Amounts.clock(scene.session().head().runMs()) + " of " + Amounts.clock(wholeMs) + "    "
                + (scene.isRecorded()
                        ? (playback.playing() ? "▸ playing " : "■ held, ") + speed(playback.speedMilli())
                        : "live");
        int end = canvas.text(LEFT - 1, row, Paint.cut(words, canvas.columns() - LEFT), Ink.PLAIN);
        if (bar.marks() && end + LEGEND.length() + 4 < canvas.columns()) {
            canvas.textUpTo(canvas.columns() - 2, row, LEGEND, Ink.DIM);
        }
    }

    private static String speed(long milli) {
        return milli % 1_000 == 0
                ? milli / 1_000 + "x"
                : String.format(java.util.Locale.ROOT, "%.2fx", milli / 1_000.0);
    }

    private void below(Canvas part) {
        boolean wide = Regions.shape(state) == Shape.WIDE;
        int shared = scene.compared().isPresent() ? part.columns() * 3 / 5 : part.columns() / 2;
        int columns = wide ? shared : part.columns();
        int rows = wide ? part.rows() : Math.max(3, part.rows() / 2);
        list(part.part(1, 0, columns - 2, rows), states(columns - 2));
        var events = wide
                ? part.part(columns + 2, 0, part.columns() - columns - 3, part.rows())
                : part.part(1, rows, part.columns() - 2, part.rows() - rows);
        if (wide) {
            part.down(columns, 0, "│", part.rows(), Ink.DIM);
        }
        list(events, events(events.rows(), events.columns()));
    }

    private static void list(Canvas part, List<StyledLine> lines) {
        for (int i = 0; i < lines.size() && i < part.rows(); i++) {
            part.line(0, i, lines.get(i));
        }
    }

    private List<StyledLine> states(int columns) {
        var session = scene.session();
        var lines = new ArrayList<StyledLine>();
        var other = scene.compared();
        lines.add(StyledLine.of(Tone.STRONG, "STATE AT ●  " + Amounts.clock(session.head().runMs()))
                .and(Tone.STRONG, other.map(view -> "        DIFFERENCE FROM A  " + Amounts.clock(view.head().runMs()))
                        .orElse("")));
        other.ifPresent(view -> lines.add(totals(view, session)));
        session.tasks().stream().filter(task -> task.stand() != baton.view.Stand.WAITING || changed(task))
                .forEach(task -> lines.add(task(task, columns)));
        return lines;
    }

    private boolean changed(TaskCard task) {
        return scene.compared().flatMap(view -> view.task(task.id())).map(before -> before.stand() != task.stand())
                .orElse(false);
    }

    private StyledLine task(TaskCard task, int columns) {
        var mark = Mark.of(task.stand());
        var tag = tags.of(task.spec().agent());
        String state = "  " + tag.letters() + "  " + Paint.fit(task.id(), 6) + mark.letters + " "
                + String.format(java.util.Locale.ROOT, "%3d%%", task.percent());
        String differs = scene.compared().map(view -> difference(view, task)).orElse("");
        int room = columns - state.length() - differs.length() - 4;
        return StyledLine.of(state + "  ").and(Tone.DIM, Paint.fit(task.spec().title(), Math.max(0, room)))
                .and(Tone.STRONG, differs);
    }

    private static String difference(SessionView view, TaskCard task) {
        var before = view.task(task.id());
        if (before.isEmpty()) {
            return "  new";
        }
        String was = Mark.of(before.get().stand()).letters;
        String now = Mark.of(task.stand()).letters;
        int more = task.percent() - before.get().percent();
        return (was.equals(now) ? "" : "  " + was + " ▸ " + now) + (more == 0
                ? ""
                : String.format(
                        java.util.Locale.ROOT, "  %+d%%", more));
    }

    private static StyledLine totals(SessionView before, SessionView now) {
        long tokens = now.spend().usage().totalTokens() - before.spend().usage().totalTokens();
        return StyledLine.of(Tone.DIM, "  " + (tokens < 0 ? "-" : "+") + Chrome.tokens(Math.abs(tokens)) + " tokens"
                + more(now.spend().turns() - before.spend().turns(), "turn")
                + more(now.handoffs().size() - before.handoffs().size(), "handoff")
                + more(now.files().size() - before.files().size(), "file")
                + more(now.inbox().size() - before.inbox().size(), "matter"));
    }

    /** What did not change needs no words. */
    private static String more(long count, String noun) {
        return count == 0 ? "" : "  " + (count < 0 ? "-" : "+") + Amounts.of(Math.abs(count), noun);
    }

    private List<StyledLine> events(int rows, int columns) {
        var transcript = scene.session().transcript();
        var lines = new ArrayList<StyledLine>();
        lines.add(StyledLine.of(Tone.STRONG, "EVENTS UP TO ●"));
        int from = Math.max(0, transcript.size() - Math.max(1, rows - 1));
        for (int i = from; i < transcript.size(); i++) {
            var line = transcript.get(i);
            boolean last = i == transcript.size() - 1;
            var sentence = line.sentence();
            String agent = sentence.agent().isEmpty() ? "--" : tags.of(sentence.agent().value()).letters();
            String head = (last ? "> " : "  ") + line.seq() + "  " + Amounts.clock(line.runMs()) + "  " + agent + "  ";
            String words = (sentence.task().isEmpty() ? "" : sentence.task().value() + " ") + sentence.says().value();
            lines.add(StyledLine.of(last ? Tone.STRONG : Tone.DIM, head)
                    .and(last ? Tone.STRONG : sentence.tone() == Tone.DIM ? Tone.PLAIN : sentence.tone(),
                            Paint.cut(words, columns - head.length())));
        }
        return lines;
    }
}
