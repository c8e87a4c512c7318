package baton.plan.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Plan;

/** A readiness signal on an arrow that starts at nobody who could give it. */
final class SignalsNobodyGives implements LintRule {
    private static final Pattern SIGNAL = Pattern
            .compile("(?i).*\\b(ready|complete[d]?|available|deployed|published|frozen|stable|bereit|fertig)\\b.*");

    @Override
    public void check(Plan plan, Report report) {
        Set<String> given = new LinkedHashSet<>();
        plan.agents().forEach(agent -> given.add(agent.id()));
        plan.tasks().forEach(task -> given.add(task.id()));
        plan.edges().forEach(edge -> given.add(edge.to()));
        plan.edges().stream().filter(edge -> SIGNAL.matcher(edge.label()).matches())
                .filter(edge -> edge.kind() == Edge.Kind.ARTIFACT).filter(edge -> !given.contains(edge.from()))
                .forEach(edge -> report.warning("signal-nobody-gives", edge.place(), "\"" + edge.label()
                        + "\" comes from \"" + edge.from()
                        + "\", which is neither an agent nor a task; nobody says when it holds",
                        "Let an agent give the signal."));
    }
}
