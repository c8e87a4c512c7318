package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.plan.Edge;
import baton.plan.Plan;

/** A thing that others wait for in a graph and that nobody makes. */
final class NodesWithoutOwner implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Set<String> made = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        plan.agents().forEach(agent -> known.add(agent.id()));
        plan.tasks().forEach(task -> known.add(task.id()));
        Map<String, Edge> needed = new LinkedHashMap<>();
        for (Edge edge : plan.edges()) {
            made.add(edge.to());
            if (edge.kind() == Edge.Kind.ARTIFACT && !known.contains(edge.from())) {
                needed.putIfAbsent(edge.from(), edge);
            }
        }
        sinks(plan, known, report);
        var called = new Called(plan);
        needed.forEach((node, edge) -> {
            if (!made.contains(node)) {
                String near = called.near(node).map(name -> "Did you mean " + name + "?")
                        .orElse("Draw an arrow from the agent that makes it, or give it an owner.");
                report.warning("node-without-owner", edge.place(), "\"" + node + "\" leads to " + edge.to()
                        + ", and no agent makes it; nothing waits for it", near);
            }
        });
    }

    /** Several agents or tasks lead to a thing that is neither: nobody puts it together. */
    private static void sinks(Plan plan, Set<String> known, Report report) {
        Map<String, Set<String>> into = new LinkedHashMap<>();
        Map<String, Edge> first = new LinkedHashMap<>();
        Set<String> leading = new LinkedHashSet<>();
        for (Edge edge : plan.edges()) {
            leading.add(edge.from());
            // What is no bar in a gantt chart is a milestone: it is reached, not made.
            if (edge.source() != Edge.Source.GANTT && !known.contains(edge.to())) {
                into.computeIfAbsent(edge.to(), _ -> new LinkedHashSet<>()).add(edge.from());
                first.putIfAbsent(edge.to(), edge);
            }
        }
        outside(into, leading, first, report);
        into.forEach((node, givers) -> {
            Edge edge = first.get(node);
            if (givers.size() > 1 && !leading.contains(node) && edge != null) {
                report.warning("node-without-owner", edge.place(),
                        "\"" + node + "\" is made of the work of " + givers.size()
                                + " others, and it has no owner, no output and no criteria; nobody makes it",
                        "Give it to an agent as a task, with the file it writes.");
            }
        });
    }

    /** What one agent hands to and nobody takes further may well be outside; that is said once, and changes nothing. */
    private static void outside(Map<String, Set<String>> into, Set<String> leading, Map<String, Edge> first,
            Report report) {
        List<String> ends = into.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1 && !leading.contains(entry.getKey())
                        && Optional.ofNullable(first.get(entry.getKey()))
                                .filter(edge -> edge.kind() != Edge.Kind.TASK).isPresent())
                .map(Map.Entry::getKey).toList();
        ends.stream().findFirst().map(first::get).ifPresent(edge -> report.note("node-outside", edge.place(),
                "\"" + String.join("\", \"", ends) + "\" " + (ends.size() == 1 ? "is" : "are")
                        + " neither agent nor task and " + (ends.size() == 1 ? "is" : "are")
                        + " taken for something outside",
                "If somebody is to work there, name the agent."));
    }
}
