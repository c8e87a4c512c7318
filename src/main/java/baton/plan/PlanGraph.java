package baton.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Who waits for whom among the tasks that run.
 *
 * <p>Only what binds counts, see {@link Needs}. Names that no running task
 * has are left out here and reported by {@link PlanLint}. Order is always the plan's order, so equal plans give equal
 * answers. Building and asking take time linear in tasks and edges.
 */
public final class PlanGraph {

    private final Map<String, TaskSpec> tasks = new LinkedHashMap<>();
    private final Map<String, Integer> position = new LinkedHashMap<>();
    private final Map<String, Set<String>> before = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new LinkedHashMap<>();
    private final List<String> inTurn;

    private PlanGraph(Plan plan) {
        for (TaskSpec task : plan.tasks()) {
            if (task.runs()) {
                tasks.putIfAbsent(task.id(), task);
                position.putIfAbsent(task.id(), position.size());
                before.putIfAbsent(task.id(), new LinkedHashSet<>());
                after.putIfAbsent(task.id(), new LinkedHashSet<>());
            }
        }
        Needs.of(plan).forEach((task, needs) -> needs.forEach(needed -> connect(needed, task)));
        inTurn = inTurn(PlanOrder.of(plan));
    }

    public static PlanGraph of(Plan plan) {
        return new PlanGraph(plan);
    }

    private void connect(String first, String second) {
        if (tasks.containsKey(first) && tasks.containsKey(second)) {
            before.getOrDefault(second, new LinkedHashSet<>()).add(first);
            after.getOrDefault(first, new LinkedHashSet<>()).add(second);
        }
    }

    /** The tasks this one waits for, directly. */
    public List<String> dependenciesOf(String task) {
        return List.copyOf(before.getOrDefault(task, new LinkedHashSet<>()));
    }

    /** The tasks that wait for this one, directly. */
    public List<String> dependentsOf(String task) {
        return List.copyOf(after.getOrDefault(task, new LinkedHashSet<>()));
    }

    /** The tasks in layers: each task stands right behind the last of those it waits for. Tasks in or behind a cycle are in none. */
    public List<List<String>> layers() {
        List<List<String>> layers = new ArrayList<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        before.forEach((task, needed) -> waiting.put(task, needed.size()));
        List<String> ready = tasks.keySet().stream().filter(task -> dependenciesOf(task).isEmpty()).toList();
        while (!ready.isEmpty()) {
            layers.add(ready);
            Set<String> freed = new LinkedHashSet<>();
            for (String done : ready) {
                for (String next : dependentsOf(done)) {
                    if (waiting.merge(next, -1, Integer::sum) == 0) {
                        freed.add(next);
                    }
                }
            }
            ready = inPlanOrder(freed);
        }
        return List.copyOf(layers);
    }

    private List<String> inPlanOrder(Set<String> some) {
        return some.stream().sorted(Comparator.comparingInt(task -> position.getOrDefault(task, 0))).toList();
    }

    /**
     * All tasks as they would be taken one after another: each behind those it waits for, and else by {@link PlanOrder}.
     * Tasks in or behind a cycle come last.
     */
    public List<String> inTurn() {
        return inTurn;
    }

    private List<String> inTurn(List<String> order) {
        Map<String, Integer> place = new LinkedHashMap<>();
        order.forEach(task -> place.put(task, place.size()));
        Map<String, Integer> waiting = new LinkedHashMap<>();
        TreeSet<String> free = new TreeSet<>(Comparator.comparingInt(task -> place.getOrDefault(task, 0)));
        before.forEach((task, needed) -> waiting.put(task, needed.size()));
        order.stream().filter(task -> dependenciesOf(task).isEmpty()).forEach(free::add);
        Set<String> taken = new LinkedHashSet<>();
        while (!free.isEmpty()) {
            String next = free.removeFirst();
            taken.add(next);
            for (String later : dependentsOf(next)) {
                if (waiting.merge(later, -1, Integer::sum) == 0) {
                    free.add(later);
                }
            }
        }
        taken.addAll(order);
        return List.copyOf(taken);
    }

    /** Tasks that can never start, because they are in a cycle or wait for one that is. */
    public List<String> unreachable() {
        Set<String> reached = new LinkedHashSet<>();
        layers().forEach(reached::addAll);
        return tasks.keySet().stream().filter(task -> !reached.contains(task)).toList();
    }

    /** One cycle as the way around it, its first task repeated at the end; empty where there is none. */
    public List<String> cycle() {
        Set<String> stuck = new LinkedHashSet<>(unreachable());
        if (stuck.isEmpty()) {
            return List.of();
        }
        // Every stuck task waits for a stuck task, so walking back must come upon one it has seen.
        Deque<String> walked = new ArrayDeque<>();
        Set<String> seen = new LinkedHashSet<>();
        String here = stuck.iterator().next();
        while (seen.add(here)) {
            walked.push(here);
            here = dependenciesOf(here).stream().filter(stuck::contains).findFirst().orElseThrow();
        }
        List<String> cycle = new ArrayList<>();
        for (String task : walked) {
            cycle.add(task);
            if (task.equals(here)) {
                break;
            }
        }
        Collections.rotate(cycle, 1);
        cycle.add(cycle.getFirst());
        return List.copyOf(cycle);
    }

    /** The chain of tasks that takes longest, by the given lengths; tasks that can't start are left out. */
    public List<String> criticalPath(ToLongFunction<TaskSpec> length) {
        Map<String, Long> ends = new LinkedHashMap<>();
        Map<String, String> previous = new LinkedHashMap<>();
        String last = "";
        for (List<String> layer : layers()) {
            for (String task : layer) {
                long start = 0;
                for (String needed : dependenciesOf(task)) {
                    long end = ends.getOrDefault(needed, 0L);
                    if (end > start) {
                        start = end;
                        previous.put(task, needed);
                    }
                }
                TaskSpec spec = tasks.get(task);
                ends.put(task, start + (spec == null ? 0 : length.applyAsLong(spec)));
                if (last.isEmpty() || ends.getOrDefault(task, 0L) > ends.getOrDefault(last, 0L)) {
                    last = task;
                }
            }
        }
        Deque<String> path = new ArrayDeque<>();
        for (String task = last; task != null && !task.isEmpty(); task = previous.get(task)) {
            path.push(task);
        }
        return List.copyOf(path);
    }
}
