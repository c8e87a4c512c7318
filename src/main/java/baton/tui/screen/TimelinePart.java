package baton.tui.screen;

import java.util.List;

import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Lists;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.tui.state.View;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.course.Course;
import baton.view.course.Schedule;
import baton.view.text.Amounts;
import baton.view.text.TextWidth;

/** Every task along the run's time: what was planned, what happened, what is late. */
final class TimelinePart {
    private static final long[] STEPS_MS = {10_000, 30_000, 60_000, 5 * 60_000, 10 * 60_000, 15 * 60_000, 30 * 60_000,
        3_600_000, 2 * 3_600_000, 6 * 3_600_000};

    private static final String NOW = "now";
    private static final int ID_COLUMNS_MAX = 9;

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Schedule schedule;
    private final Canvas canvas;
    private final int left;
    /** Columns of the longest id, so that what stands behind ids stands in one column. */
    private final int ids;
    private final long spanMs;

    TimelinePart(Scene scene, Tags tags, UiState state, Schedule schedule, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.schedule = schedule;
        this.canvas = canvas;
        this.ids = Math.min(ID_COLUMNS_MAX, scene.session().tasks().stream()
                .mapToInt(task -> TextWidth.of(task.id())).max().orElse(3));
        this.left = Math.clamp(canvas.columns() / 4, 12, 32);
        long ends = Math.max(schedule.plannedEndMs(), schedule.forecastEndMs());
        this.spanMs = Math.max(60_000, Math.max(scene.runMs(), ends));
    }

    private int columns() {
        return Math.max(1, canvas.columns() - left - 1);
    }

    private int at(long ms) {
        return left + Math.clamp(ms * columns() / spanMs, 0, columns());
    }

    void paint(String chosen) {
        long late = schedule.forecastEndMs() - schedule.plannedEndMs();
        Paint.rule(canvas, 0, "TIMELINE  █ worked  ░ planned  ▓ late  ■ waited" + (Math.abs(late) < 30_000
                ? ""
                : late > 0 ? "   " + Amounts.clock(late) + " late" : "   " + Amounts.clock(-late) + " early"),
                Ink.BOLD);
        axis();
        List<String> ids = Lists.of(View.PLAN, scene, state).stream()
                .filter(id -> !state.switches().criticalOnly() || schedule.critical().contains(id)).toList();
        int rows = canvas.rows() - 2;
        int first = BoardScreen.first(Math.max(0, ids.indexOf(chosen)), rows, ids.size());
        for (int i = 0; i < rows && first + i < ids.size(); i++) {
            int row = 2 + i;
            scene.session().task(ids.get(first + i)).ifPresent(task -> task(row, task, chosen));
        }
        int now = at(scene.runMs());
        for (int row = 2; row < canvas.rows(); row++) {
            canvas.text(now, row, "│", Ink.ACCENT);
        }
    }

    private void axis() {
        long step = STEPS_MS[STEPS_MS.length - 1];
        for (long candidate : STEPS_MS) {
            if (spanMs / candidate * 8 <= columns()) {
                step = candidate;
                break;
            }
        }
        int now = Math.min(at(scene.runMs()), canvas.columns() - NOW.length());
        for (long ms = 0; ms <= spanMs; ms += step) {
            String clock = Amounts.clock(ms);
            int from = at(ms);
            boolean free = from > now + NOW.length() || from + clock.length() < now;
            if (free && from + clock.length() <= canvas.columns()) {
                canvas.text(from, 1, clock, Ink.DIM);
            }
        }
        canvas.text(now, 1, NOW, Ink.ACCENT | Ink.BOLD);
    }

    private void task(int row, TaskCard task, String chosen) {
        boolean critical = schedule.critical().contains(task.id());
        var tag = tags.of(task.spec().agent());
        canvas.text(0, row, task.id().equals(chosen) ? ">" : critical ? "═" : " ",
                task.id().equals(chosen) ? Ink.ACCENT | Ink.BOLD : Ink.DIM);
        int next = canvas.text(1, row, Mark.of(task.stand()).sign, Mark.of(task.stand()).ink);
        next = canvas.text(next + 1, row, Paint.fit(task.id(), ids), critical ? Ink.BOLD : Ink.PLAIN);
        next = canvas.text(next + 1, row, tag.letters(), Ink.agent(tag.number()) | Ink.BOLD);
        canvas.text(next + 1, row, Paint.cut(task.spec().title(), left - next - 2), Ink.DIM);
        schedule.planned(task.id()).ifPresent(span -> bar(row, span.fromMs(), span.toMs(), "░", Ink.DIM));
        long plannedEndMs = schedule.planned(task.id()).map(Schedule.Span::toMs).orElse(Long.MAX_VALUE);
        for (var stretch : scene.course().of(task.id())) {
            long endMs = stretch.endMs(scene.runMs());
            boolean work = stretch.kind() == Course.Doing.WORK;
            bar(row, stretch.fromMs(), endMs, work ? "█" : "■", work ? Ink.agent(tag.number()) : Ink.WARN);
            if (work && endMs > plannedEndMs) {
                bar(row, Math.max(stretch.fromMs(), plannedEndMs), endMs, "▓", Ink.BAD);
            }
        }
    }

    private void bar(int row, long fromMs, long toMs, String sign, int ink) {
        int from = at(fromMs);
        canvas.repeat(from, row, sign, Math.max(1, at(toMs) - from), ink);
    }
}
