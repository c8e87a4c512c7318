package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Work that stands in an earlier phase than what it needs, or beside it where the phase starts everything at once. */
final class WorkBeforeNeed implements LintRule {
    private static final Pattern NUMBER = Pattern.compile("(\\p{L}+)\\D*?(\\d{1,4})(?:\\D+(\\d{1,4}))?.*");

    @Override
    public void check(Plan plan, Report report) {
        Map<String, Integer> position = new LinkedHashMap<>();
        for (int i = 0; i < plan.phases().size(); i++) {
            position.putIfAbsent(plan.phases().get(i).id(), i);
            position.putIfAbsent(plan.phases().get(i).name(), i);
        }
        for (TaskSpec task : plan.tasks()) {
            for (String needed : task.dependsOn()) {
                plan.task(needed).ifPresent(first -> order(first, task, position, plan, report));
            }
        }
        Set<List<String>> said = new LinkedHashSet<>();
        plan.edges().stream().filter(edge -> edge.kind() == Edge.Kind.AGENT && !edge.binding())
                .filter(edge -> said.add(List.of(edge.from(), edge.to())))
                .forEach(edge -> agents(edge, position, plan, report));
    }

    private static void order(TaskSpec first, TaskSpec task, Map<String, Integer> position, Plan plan, Report report) {
        Integer early = position.get(task.phase());
        Integer late = position.get(first.phase());
        if (early != null && late != null && late > early
                && isAfter(plan.phases().get(late), plan.phases().get(early))) {
            report.warning("work-before-need", task.place(),
                    task.id() + " stands in " + task.phase() + " and waits for "
                            + first.id() + " of " + first.phase()
                            + ", which comes later; the order of the tasks counts",
                    "Move " + task.id() + " behind " + first.id() + ", or take the dependency away.");
        }
    }

    /** Phases of one kind are compared by number: weeks with weeks, sprints with sprints. */
    private static boolean isAfter(Phase late, Phase early) {
        Matcher one = NUMBER.matcher(late.id());
        Matcher other = NUMBER.matcher(early.id());
        return one.matches() && other.matches() && one.group(1).equals(other.group(1))
                && Integer.parseInt(one.group(2)) > last(other);
    }

    private static int last(Matcher numbers) {
        int first = Integer.parseInt(numbers.group(2));
        return numbers.group(3) == null ? first : Math.max(first, Integer.parseInt(numbers.group(3)));
    }

    /** An arrow between agents against the phases in which they begin. */
    private static void agents(Edge edge, Map<String, Integer> position, Plan plan, Report report) {
        OptionalInt from = earliest(edge.from(), position, plan);
        OptionalInt to = earliest(edge.to(), position, plan);
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        Phase early = plan.phases().get(to.getAsInt());
        Phase late = plan.phases().get(from.getAsInt());
        String who = name(edge.to(), plan) + " comes after " + name(edge.from(), plan);
        if (from.getAsInt() > to.getAsInt() && isAfter(late, early)) {
            report.warning("graph-contradicts-phases", edge.place(), who + " here, and begins in \"" + early.name()
                    + "\" before it at " + early.place() + "; the phases count, the arrow only orders",
                    "Turn the arrow, or move the work.");
        } else if (early.equals(late) && early.mode() == Phase.Mode.PARALLEL) {
            report.warning("graph-contradicts-phases", edge.place(), who + " here, and \"" + early.name() + "\" at "
                    + early.place() + " starts both at once; the phase counts, the arrow only orders",
                    "Say in the phase who waits, or take the arrow away.");
        }
    }

    private static OptionalInt earliest(String agent, Map<String, Integer> position, Plan plan) {
        return plan.tasks().stream().filter(task -> task.agent().equals(agent) && position.containsKey(task.phase()))
                .mapToInt(task -> position.getOrDefault(task.phase(), 0)).min();
    }

    private static String name(String agent, Plan plan) {
        return plan.agent(agent).map(AgentSpec::name).orElse(agent);
    }
}
