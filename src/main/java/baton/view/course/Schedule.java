package baton.view.course;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.plan.PlanGraph;
import baton.view.SessionView;
import baton.view.Stand;

/**
 * When each task was to be done, and when it will be, in run time.
 *
 * <p>The plan's times follow from its order, its boxes and the number of agents at once: each task starts as soon as what it
 * needs is done, a place is free and its agent may take one more, and takes its box. The forecast takes what has happened in
 * place of what was planned.
 */
public final class Schedule {
    /** What a task without a box is taken to need. */
    private static final long USUAL_MS = 15 * 60_000L;

    private final Map<String, Span> planned = new LinkedHashMap<>();
    private final Map<String, Span> forecast = new LinkedHashMap<>();
    private final List<String> critical;

    /** From when to when. */
    public record Span(long fromMs, long toMs) {}

    /** Where there is no plan. */
    public static final Schedule NONE = new Schedule(List.of());

    private Schedule(List<String> critical) {
        this.critical = critical;
    }

    /** The schedule as it looks at this run time; {@code graph} is that of the session's plan. */
    public static Schedule of(SessionView view, PlanGraph graph, Course course, long nowMs) {
        var schedule = new Schedule(graph.criticalPath(task -> lengthMs(view, task.id())));
        new Filling(view, graph, course, nowMs).fill(schedule);
        return schedule;
    }

    static long lengthMs(SessionView view, String task) {
        long box = view.task(task).map(view::boxMs).orElse(0L);
        return box == 0 ? USUAL_MS : box;
    }

    public Optional<Span> planned(String task) {
        return Optional.ofNullable(planned.get(task));
    }

    public Optional<Span> forecast(String task) {
        return Optional.ofNullable(forecast.get(task));
    }

    /** The chain of tasks that decides when all is done. */
    public List<String> critical() {
        return critical;
    }

    public long plannedEndMs() {
        return planned.values().stream().mapToLong(Span::toMs).max().orElse(0);
    }

    public long forecastEndMs() {
        return forecast.values().stream().mapToLong(Span::toMs).max().orElse(0);
    }

    /** Lays the tasks out twice: as planned, and as things stand. */
    private static final class Filling {
        private final SessionView view;
        private final PlanGraph graph;
        private final Course course;
        private final long nowMs;
        private final List<String> inTurn;

        private Filling(SessionView view, PlanGraph graph, Course course, long nowMs) {
            this.view = view;
            this.graph = graph;
            this.course = course;
            this.nowMs = nowMs;
            var all = new LinkedHashSet<>(graph.inTurn());
            view.tasks().forEach(task -> all.add(task.id()));
            this.inTurn = List.copyOf(all);
        }

        private void fill(Schedule schedule) {
            schedule.planned.putAll(new Layout(view, graph, inTurn).rest(0));
            var now = new Layout(view, graph, inTurn);
            inTurn.stream().filter(task -> !course.of(task).isEmpty()).forEach(task -> begin(task, now));
            schedule.forecast.putAll(now.rest(nowMs));
        }

        /** What has begun takes at least until now, and as long as its box where that is longer. */
        private void begin(String task, Layout layout) {
            var stretches = course.of(task);
            long fromMs = stretches.get(0).fromMs();
            long lastMs = stretches.get(stretches.size() - 1).endMs(nowMs);
            boolean ended = view.task(task).map(card -> card.stand().isEnded()).orElse(false);
            boolean waits = view.task(task).map(card -> card.stand() == Stand.PARKED).orElse(false);
            long toMs = ended ? lastMs : Math.max(nowMs, fromMs + lengthMs(view, task));
            layout.begun(task, new Span(fromMs, toMs), !ended && !waits);
        }
    }
}
