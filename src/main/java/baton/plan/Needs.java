package baton.plan;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every task waits for in a run: its own list, the binding edges that end at it, and the phases that the document closes
 * off.
 *
 * <p>
 * A phase with a barrier begins when the work of the phase before it is accepted: whatever waits for nobody in the one needs
 * whatever nobody needs in the other. Where its tasks name their needs in the phase before already, nothing is added; and
 * nothing where the earlier work needs the later. What is needed may be no task, such as a decision.
 */
public final class Needs {

    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    private Needs(Plan plan) {
        plan.tasks().forEach(task -> needs.put(task.id(), new LinkedHashSet<>(task.dependsOn())));
        plan.edges().stream().filter(edge -> edge.binding() && edge.kind() == Edge.Kind.TASK)
                .forEach(edge -> of(edge.to()).add(edge.from()));
        barriers(plan);
    }

    /** By task, in the plan's order; the sets may be changed by whoever asked. */
    public static Map<String, Set<String>> of(Plan plan) {
        return new Needs(plan).needs;
    }

    /** Of a name that no task has, nothing is kept. */
    private Set<String> of(String task) {
        return needs.getOrDefault(task, new LinkedHashSet<>());
    }

    private void barriers(Plan plan) {
        Map<String, Set<String>> byPhase = new LinkedHashMap<>();
        plan.tasks().stream().filter(TaskSpec::runs).forEach(
                task -> byPhase.computeIfAbsent(task.phase(), _ -> new LinkedHashSet<>()).add(task.id()));
        List<Phase> phases = plan.phases().stream().filter(phase -> byPhase.containsKey(phase.id())).toList();
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).barrier()) {
                Set<String> own = members(byPhase, phases, i);
                Set<String> before = members(byPhase, phases, i - 1);
                Set<String> after = members(byPhase, phases, i + 1);
                boolean said = isNamed(before, own) || isNamed(own, after);
                if (!said && !before.isEmpty()) {
                    close(before, own);
                } else if (!said && !after.isEmpty()) {
                    close(own, after);
                }
            }
        }
    }

    private static Set<String> members(Map<String, Set<String>> byPhase, List<Phase> phases, int at) {
        return at < 0 || at >= phases.size()
                ? new LinkedHashSet<>()
                : byPhase.getOrDefault(phases.get(at).id(), new LinkedHashSet<>());
    }

    /** Everything in the later phase that waits for nobody there waits for somebody of the earlier one. */
    private boolean isNamed(Set<String> earlier, Set<String> later) {
        return !earlier.isEmpty() && !later.isEmpty()
                && later.stream().filter(task -> of(task).stream().noneMatch(later::contains))
                        .allMatch(task -> of(task).stream().anyMatch(earlier::contains));
    }

    private void close(Set<String> earlier, Set<String> later) {
        if (behind(earlier).stream().anyMatch(later::contains)) {
            return;
        }
        Set<String> between = new LinkedHashSet<>();
        earlier.forEach(task -> between.addAll(of(task)));
        List<String> ends = earlier.stream().filter(id -> !between.contains(id)).toList();
        List<String> starts = later.stream().filter(task -> of(task).stream().noneMatch(later::contains)).toList();
        starts.forEach(task -> of(task).addAll(ends));
    }

    /** These and everything that they need, however far behind. */
    private Set<String> behind(Set<String> tasks) {
        Set<String> behind = new LinkedHashSet<>(tasks);
        var open = new ArrayDeque<>(tasks);
        while (!open.isEmpty()) {
            of(open.removeFirst()).stream().filter(behind::add).forEach(open::add);
        }
        return behind;
    }
}
