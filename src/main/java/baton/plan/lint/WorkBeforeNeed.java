package baton.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Work that stands in an earlier phase than what it needs, or beside it where the phase starts everything at once. */
final class WorkBeforeNeed implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Map<String, Integer> position = new LinkedHashMap<>();
        for (int i = 0; i < plan.phases().size(); i++) {
            position.putIfAbsent(plan.phases().get(i).id(), i);
            position.putIfAbsent(plan.phases().get(i).name(), i);
        }
        Map<String, TaskSpec> byId = new LinkedHashMap<>();
        plan.tasks().forEach(task -> byId.putIfAbsent(task.id(), task));
        for (TaskSpec task : plan.tasks()) {
            for (String needed : task.dependsOn()) {
                TaskSpec first = byId.get(needed);
                if (first != null) {
                    order(first, task, position, plan, report);
                }
            }
        }
        Map<String, List<TaskSpec>> byAgent = new LinkedHashMap<>();
        plan.tasks().forEach(task -> byAgent.computeIfAbsent(task.agent(), ignored -> new ArrayList<>()).add(task));
        Map<String, OptionalInt> earliest = new LinkedHashMap<>();
        byAgent.forEach((agent, own) -> earliest.put(agent, own.stream()
                .filter(task -> position.containsKey(task.phase()))
                .mapToInt(task -> position.getOrDefault(task.phase(), 0)).min()));
        Set<List<String>> said = new LinkedHashSet<>();
        plan.edges().stream().filter(edge -> edge.kind() == Edge.Kind.AGENT)
                .filter(edge -> said.add(List.of(edge.from(), edge.to())))
                .forEach(edge -> agents(edge, earliest, edge.binding()
                        ? byAgent.getOrDefault(edge.to(), List.of())
                        : List.of(), byId, plan, report));
    }

    private static void order(TaskSpec first, TaskSpec task, Map<String, Integer> position, Plan plan, Report report) {
        Integer early = position.get(task.phase());
        Integer late = position.get(first.phase());
        if (early != null && late != null && late > early
                && plan.phases().get(late).isAfter(plan.phases().get(early))) {
            report.warning("work-before-need", task.place(),
                    task.id() + " stands in " + task.phase() + " and waits for "
                            + first.id() + " of " + first.phase()
                            + ", which comes later; the order of the tasks counts",
                    "Move " + task.id() + " behind " + first.id() + ", or take the dependency away.");
        }
    }

    /** An arrow between agents against the phases in which they begin. */
    private static void agents(Edge edge, Map<String, OptionalInt> earliest, List<TaskSpec> takers,
            Map<String, TaskSpec> byId, Plan plan, Report report) {
        OptionalInt from = earliest.getOrDefault(edge.from(), OptionalInt.empty());
        OptionalInt to = earliest.getOrDefault(edge.to(), OptionalInt.empty());
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Phase early = plan.phases().get(to.getAsInt());
        Phase late = plan.phases().get(from.getAsInt());
        boolean waits = edge.binding() && allWait(edge, early, takers, byId);
        String who = name(edge.to(), plan) + " comes after " + name(edge.from(), plan);
        if (from.getAsInt() > to.getAsInt() && late.isAfter(early) && !waits) {
            report.warning("graph-contradicts-phases", edge.place(), who + " here, and begins in \"" + early.name()
                    + "\" before it at " + early.place() + "; the phases count, the arrow only orders",
                    "Turn the arrow, or move the work.");
        } else if (early.equals(late) && early.mode() == Phase.Mode.PARALLEL) {
            report.warning("graph-contradicts-phases", edge.place(), who + " here, and \"" + early.name() + "\" at "
                    + early.place() + " starts both at once; "
                    + (waits
                            ? "the arrow names what is handed over and counts"
                            : "the phase counts, the arrow only orders"),
                    "Say in the phase who waits, or take the arrow away.");
        }
    }

    /** True where the tasks in this phase wait through the arrow all the same. */
    private static boolean allWait(Edge edge, Phase phase, List<TaskSpec> takers, Map<String, TaskSpec> byId) {
        return takers.stream().filter(task -> task.runs()
                && List.of(phase.id(), phase.name()).contains(task.phase()))
                .allMatch(task -> task.dependsOn().stream().map(byId::get)
                        .anyMatch(need -> need != null && need.agent().equals(edge.from())));
    }

    private static String name(String agent, Plan plan) {
        return plan.agent(agent).map(AgentSpec::name).orElse(agent);
    }
}
