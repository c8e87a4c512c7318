package baton.view.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import baton.plan.PlanGraph;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;

/**
 * What one simulated run of a plan came to. All times are virtual.
 *
 * @param agentsMax how many agents could be at work at once
 * @param status how it ended
 * @param critical the chain of tasks that decided when it ended, first to last
 * @param busy how long each agent worked, in the plan's order
 */
public record RehearsedRun(long seed, int agentsMax, String status, long durationMs, int accepted, int tasks,
        List<String> critical, List<Busy> busy, long inputTokens, long outputTokens) {
    /** One agent's work in all its attempts. */
    public record Busy(String agent, long workedMs) {}

    public RehearsedRun {
        critical = List.copyOf(critical);
        busy = List.copyOf(busy);
    }

    /** The run whose last fact this view and course have taken in. */
    public static RehearsedRun of(SessionView view, Course course, PlanGraph graph, long seed, int agentsMax) {
        long endMs = view.head().runMs();
        var result = view.head().result();
        Map<String, Long> worked = new LinkedHashMap<>();
        view.head().plan().ifPresent(plan -> plan.agents().forEach(agent -> worked.put(agent.id(), 0L)));
        view.tasks().forEach(task -> task.attempts().forEach(attempt -> worked.merge(attempt.agent(),
                attempt.workedMs(endMs), Long::sum)));
        return new RehearsedRun(seed, agentsMax, result.map(ended -> ended.status().name()).orElse("UNENDED"),
                result.map(ended -> ended.durationMs()).orElse(endMs),
                view.count(Stand.ACCEPTED) + view.count(Stand.DEGRADED), view.tasks().size(),
                critical(view, course, graph, endMs),
                worked.entrySet().stream().map(entry -> new Busy(entry.getKey(), entry.getValue())).toList(),
                view.spend().usage().inputTokens(), view.spend().usage().outputTokens());
    }

    /** From the task that ended last back over what each waited for longest: what it needs, or its agent's work before it. */
    private static List<String> critical(SessionView view, Course course, PlanGraph graph, long endMs) {
        List<String> chain = new ArrayList<>();
        List<TaskCard> worked = view.tasks().stream().filter(task -> !course.of(task.id()).isEmpty()).toList();
        Optional<TaskCard> last = latest(worked.stream(), course, endMs);
        while (last.isPresent() && !chain.contains(last.get().id())) {
            TaskCard task = last.get();
            chain.addFirst(task.id());
            long fromMs = course.of(task.id()).get(0).fromMs();
            List<String> needed = graph.dependenciesOf(task.id());
            last = latest(worked.stream().filter(other -> endMs(other, course, endMs) <= fromMs)
                    .filter(other -> needed.contains(other.id())
                            || other.spec().agent().equals(task.spec().agent())),
                    course, endMs);
        }
        return chain;
    }

    private static Optional<TaskCard> latest(Stream<TaskCard> tasks, Course course, long endMs) {
        return tasks.max(Comparator.comparingLong(task -> endMs(task, course, endMs)));
    }

    private static long endMs(TaskCard task, Course course, long endMs) {
        return course.of(task.id()).get(course.of(task.id()).size() - 1).endMs(endMs);
    }
}
