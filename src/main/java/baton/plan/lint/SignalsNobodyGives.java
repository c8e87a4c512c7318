package baton.plan.lint;

import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Plan;

/** A readiness signal on an arrow that starts at nobody who could give it. */
final class SignalsNobodyGives implements LintRule {
    private static final Pattern SIGNAL = Pattern
            .compile("(?i).*\\b(ready|complete[d]?|available|deployed|published|frozen|stable|bereit|fertig)\\b.*");

    @Override
    public void check(Plan plan, Report report) {
        plan.edges().stream().filter(edge -> SIGNAL.matcher(edge.label()).matches())
                .filter(edge -> edge.kind() == Edge.Kind.ARTIFACT).filter(edge -> isNobody(edge, plan))
                .forEach(edge -> report.warning("signal-nobody-gives", edge.place(), "\"" + edge.label()
                        + "\" comes from \"" + edge.from()
                        + "\", which is neither an agent nor a task; nobody says when it holds",
                        "Let an agent give the signal."));
    }

    private static boolean isNobody(Edge edge, Plan plan) {
        return plan.agent(edge.from()).isEmpty() && plan.task(edge.from()).isEmpty()
                && plan.edges().stream().noneMatch(other -> other.to().equals(edge.from()));
    }
}
