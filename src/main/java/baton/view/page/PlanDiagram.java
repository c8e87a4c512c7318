package baton.view.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;
import baton.view.text.ScreenText;

/**
 * The plan's graph for other programs: as a Mermaid flow chart or as DOT.
 *
 * <p>Nodes have short ids of their own, because names may hold any sign; what is shown is quoted by the rules of each form.
 * Arrows that bind are solid, those that only order are dashed, and the critical path is marked.
 */
public final class PlanDiagram {
    private final Plan plan;
    private final PlanGraph graph;
    private final Set<String> critical;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    private PlanDiagram(Plan plan) {
        this.plan = plan;
        this.graph = PlanGraph.of(plan);
        this.critical = new LinkedHashSet<>(graph.criticalPath(PlanPicture::length));
        plan.tasks().stream().filter(TaskSpec::runs)
                .forEach(task -> ids.putIfAbsent(task.id(), "t" + (ids.size() + 1)));
        soft().forEach(edge -> List.of(edge.from(), edge.to())
                .forEach(end -> ids.putIfAbsent(end, "n" + (ids.size() + 1))));
    }

    private List<Edge> soft() {
        return plan.edges().stream().filter(edge -> edge.kind() != Edge.Kind.TASK).toList();
    }

    /** The text of a Mermaid flow chart, a line each. */
    public static List<String> mermaid(Plan plan) {
        return new PlanDiagram(plan).mermaid();
    }

    /** The text of a DOT graph, a line each. */
    public static List<String> dot(Plan plan) {
        return new PlanDiagram(plan).dot();
    }

    private List<String> mermaid() {
        lines.add("flowchart TD");
        ids.forEach((name, id) -> lines.add("    " + id + (id.startsWith("t")
                ? "[\"" + mermaid(shown(name)) + "\"]"
                : "([\"" + mermaid(shown(name)) + "\"])")));
        binding((from, to) -> lines.add("    " + id(from) + " --> " + id(to)));
        soft().forEach(edge -> lines.add("    " + id(edge.from()) + (edge.label().isBlank()
                ? " -.-> "
                : " -.->|\"" + mermaid(edge.label()) + "\"| ") + id(edge.to())));
        if (critical.size() > 1) {
            lines.add("    classDef critical stroke-width:3px");
            lines.add("    class " + String.join(",", critical.stream().map(this::id).toList()) + " critical");
        }
        return List.copyOf(lines);
    }

    private List<String> dot() {
        lines.add("digraph plan {");
        lines.add("    rankdir=TB;");
        lines.add("    node [shape=box];");
        ids.forEach((name, id) -> lines.add("    " + id + " [label=\"" + dot(shown(name)) + "\""
                + (id.startsWith("t") ? "" : " shape=oval") + (critical.contains(name) ? " penwidth=3" : "") + "];"));
        binding((from, to) -> lines.add("    " + id(from) + " -> " + id(to) + ";"));
        soft().forEach(edge -> lines.add("    " + id(edge.from()) + " -> " + id(edge.to()) + " [style=dashed"
                + (edge.label().isBlank() ? "" : " label=\"" + dot(edge.label()) + "\"") + "];"));
        lines.add("}");
        return List.copyOf(lines);
    }

    private interface Arrow {
        void from(String one, String other);
    }

    private void binding(Arrow arrow) {
        plan.tasks().stream().filter(TaskSpec::runs).map(TaskSpec::id)
                .forEach(task -> graph.dependentsOf(task).forEach(next -> arrow.from(task, next)));
    }

    private String id(String name) {
        return ids.getOrDefault(name, "x");
    }

    private String shown(String name) {
        return plan.task(name).filter(TaskSpec::runs).map(task -> task.id() + " " + task.title())
                .or(() -> plan.agent(name).map(AgentSpec::name)).orElse(name);
    }

    /** Quotes and the sign that starts an entity are written as entities; controls are made visible. */
    private static String mermaid(String text) {
        return new ScreenText(text).value().replace("#", "#35;").replace("\"", "#quot;").replace("<", "#lt;")
                .replace(">", "#gt;").replace("`", "'");
    }

    private static String dot(String text) {
        return new ScreenText(text).value().replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
