package baton.plan;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The order in which the tasks of a plan are taken where nothing else decides.
 *
 * <p>Weeks, days and dates of a plan mean order, and so does a soft edge: who is named first is taken first, and nobody is
 * held back for it. The opening comes first, then the phases in the document's order, within a phase the dates, then
 * whoever stands at the head of soft edges before those behind them, and last the place in the document.
 */
public final class PlanOrder {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Comparator<Stand> ORDER = Comparator.comparingInt(Stand::phase).thenComparing(Stand::date)
            .thenComparingInt(Stand::step).thenComparingInt(Stand::position);

    private final Map<String, Set<String>> behind = new LinkedHashMap<>();
    private final Map<String, Integer> ahead = new LinkedHashMap<>();
    private final Map<String, Integer> steps = new LinkedHashMap<>();

    private record Stand(String task, int phase, String date, int step, int position) {}

    private PlanOrder(Plan plan) {
        plan.edges().stream().filter(edge -> !edge.binding()).forEach(edge -> follow(edge.from(), edge.to()));
        var free = new ArrayDeque<>(behind.keySet().stream().filter(name -> !ahead.containsKey(name)).toList());
        var held = new LinkedHashSet<>(ahead.keySet());
        while (!free.isEmpty() || !held.isEmpty()) {
            // Only a circle of soft edges leaves names that never become free; its first one then begins it.
            pass(free.isEmpty() ? held.removeFirst() : free.removeFirst(), held, free);
        }
    }

    private void pass(String name, Set<String> held, Deque<String> free) {
        int next = steps.getOrDefault(name, 0) + 1;
        for (var later : behind.getOrDefault(name, new LinkedHashSet<>())) {
            if (held.contains(later)) {
                steps.merge(later, next, Math::max);
                if (ahead.merge(later, -1, Integer::sum) == 0 && held.remove(later)) {
                    free.add(later);
                }
            }
        }
    }

    /** The ids of all tasks that run, the first to be taken first. */
    public static List<String> of(Plan plan) {
        var phases = new LinkedHashMap<String, Integer>();
        plan.phases().forEach(phase -> phases.putIfAbsent(phase.id(), phases.size() + 1));
        var order = new PlanOrder(plan);
        var stands = new LinkedHashMap<String, Stand>();
        for (var task : plan.tasks()) {
            if (task.runs()) {
                int phase = task.kind() == TaskSpec.Kind.OPENING ? 0 : phases.getOrDefault(task.phase(), 1);
                stands.putIfAbsent(task.id(),
                        new Stand(task.id(), phase, date(task.start()), order.step(task), stands.size()));
            }
        }
        return stands.values().stream().sorted(ORDER).map(Stand::task).toList();
    }

    private static String date(String start) {
        var found = DATE.matcher(start);
        return found.find() ? found.group() : "";
    }

    private int step(TaskSpec task) {
        return Math.max(steps.getOrDefault(task.id(), 0), steps.getOrDefault(task.agent(), 0));
    }

    private void follow(String from, String to) {
        if (!from.equals(to) && behind.computeIfAbsent(from, ignored -> new LinkedHashSet<>()).add(to)) {
            ahead.merge(to, 1, Integer::sum);
        }
    }
}
