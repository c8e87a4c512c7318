package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import baton.plan.Edge;
import baton.plan.Plan;

/** A thing that others wait for in a graph and that nobody makes. */
final class NodesWithoutOwner implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Set<String> made = new LinkedHashSet<>();
        Map<String, Edge> needed = new LinkedHashMap<>();
        for (Edge edge : plan.edges()) {
            made.add(edge.to());
            if (edge.kind() == Edge.Kind.ARTIFACT && plan.agent(edge.from()).isEmpty()
                    && plan.task(edge.from()).isEmpty()) {
                needed.putIfAbsent(edge.from(), edge);
            }
        }
        needed.forEach((node, edge) -> {
            if (!made.contains(node)) {
                String near = new Called(plan).near(node).map(name -> "Did you mean " + name + "?")
                        .orElse("Draw an arrow from the agent that makes it, or give it an owner.");
                report.warning("node-without-owner", edge.place(), "\"" + node + "\" leads to " + edge.to()
                        + ", and no agent makes it; nothing waits for it", near);
            }
        });
    }
}
