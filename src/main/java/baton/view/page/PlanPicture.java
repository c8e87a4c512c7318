package baton.view.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.plan.TaskSpec;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/**
 * Who waits for whom, drawn downwards: one row a task, arrows beside it, phases as headings, the critical path marked.
 *
 * <p>Where lanes would leave no room for words, the arrows are written out instead ("after T-1, T-2"). Arrows between agents,
 * which order and never block, have a part of their own.
 */
public final class PlanPicture {
    private static final int WORDS_COLUMNS_MIN = 30;
    private static final long ONE_STEP_MS = 60_000;

    private final Plan plan;
    private final PlanGraph graph;
    private final Paper paper;
    private final List<String> critical;

    /** What there is to draw on. */
    public record Paper(int columnsMax, boolean ascii) {}

    private PlanPicture(Plan plan, Paper paper) {
        this.plan = plan;
        this.graph = PlanGraph.of(plan);
        // In ASCII an ellipsis is three signs wide, so a line that is cut must end two earlier.
        this.paper = paper.ascii() ? new Paper(paper.columnsMax() - 2, true) : paper;
        List<String> path = graph.criticalPath(PlanPicture::length);
        this.critical = path.size() < 2 ? List.of() : path;
    }

    public static List<StyledLine> of(Plan plan, Paper paper) {
        return new PlanPicture(plan, paper).page();
    }

    /** Tasks without a time box count as one step each. */
    static long length(TaskSpec task) {
        return task.timeBox().map(TaskSpec.Minutes::millis).orElse(ONE_STEP_MS);
    }

    private List<StyledLine> page() {
        var page = new Page(paper.columnsMax());
        page.line(StyledLine.of(Tone.STRONG, plan.name()).and(Tone.DIM, "  " + plan.source()));
        List<List<String>> layers = graph.layers();
        long tasks = layers.stream().mapToLong(List::size).sum();
        page.line(StyledLine.of(Amounts.of(tasks, "task") + " in " + Amounts.of(layers.size(), "step")));
        page.section("Order", tasks());
        page.section("Critical path", critical.isEmpty() ? List.of() : page.wrapped(path()));
        page.section("Cannot start", page(page, graph.unreachable()));
        page.section("Between agents (orders, never blocks)", agents());
        return page.lines();
    }

    private static List<StyledLine> page(Page page, List<String> stuck) {
        return stuck.isEmpty()
                ? List.of()
                : page.wrapped("In a cycle or behind one: " + String.join(", ", stuck));
    }

    private String path() {
        String arrow = paper.ascii() ? " -> " : " → ";
        boolean boxed = critical.stream().allMatch(id -> plan.task(id).flatMap(TaskSpec::timeBox).isPresent());
        long ms = critical.stream().flatMap(id -> plan.task(id).stream()).mapToLong(PlanPicture::length).sum();
        return String.join(arrow, critical) + (boxed
                ? ", at most " + Amounts.duration(ms) + " by the time boxes"
                : ", " + Amounts.of(critical.size(), "step"));
    }

    private List<StyledLine> tasks() {
        List<String> order = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        String phase = "";
        for (String id : downwards()) {
            String here = phaseOf(id);
            if (!here.equals(phase)) {
                order.add("");
                headings.add(here);
                phase = here;
            }
            order.add(id);
        }
        Map<String, List<String>> after = new LinkedHashMap<>();
        order.forEach(id -> after.put(id, graph.dependentsOf(id)));
        return drawn(order, after, headings);
    }

    /** Every task behind all it waits for; of those that could come next the one of the earliest phase and step. */
    private List<String> downwards() {
        List<String> phases = plan.phases().stream().map(Phase::name).toList();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        Map<String, long[]> key = new LinkedHashMap<>();
        var layers = graph.layers();
        for (int step = 0; step < layers.size(); step++) {
            for (String id : layers.get(step)) {
                int phase = phases.indexOf(phaseOf(id));
                key.put(id, new long[]{phase < 0 ? phases.size() : phase, step, key.size()});
                waiting.put(id, graph.dependenciesOf(id).size());
            }
        }
        var next = new PriorityQueue<String>((one, other) -> Arrays.compare(key.get(one), key.get(other)));
        waiting.forEach((id, count) -> {
            if (count == 0) {
                next.add(id);
            }
        });
        List<String> order = new ArrayList<>();
        while (!next.isEmpty()) {
            String id = next.remove();
            order.add(id);
            for (String after : graph.dependentsOf(id)) {
                if (waiting.containsKey(after) && waiting.merge(after, -1, Integer::sum) == 0) {
                    next.add(after);
                }
            }
        }
        return order;
    }

    private String phaseOf(String id) {
        String phase = plan.task(id).map(TaskSpec::phase).orElse("");
        return plan.phases().stream().filter(one -> one.id().equals(phase)).map(Phase::name).findFirst().orElse(phase);
    }

    private List<StyledLine> drawn(List<String> order, Map<String, List<String>> after, List<String> headings) {
        var rows = LaneGraph.draw(order, after, new LinkedHashSet<>(critical), paper.ascii());
        int lanes = LaneGraph.width(rows) + 2;
        boolean fits = lanes + WORDS_COLUMNS_MIN <= paper.columnsMax();
        var open = new ArrayDeque<>(headings);
        List<StyledLine> lines = new ArrayList<>();
        for (var row : rows) {
            String before = "  " + (fits ? TextWidth.padRight(row.lanes(), lanes) : "");
            switch (row.beside()) {
                case HEADING -> {
                    String name = open.remove();
                    lines.add(StyledLine.of(before).and(Tone.STRONG, TextWidth.cut(
                            name.isEmpty() ? "Without a phase" : name, paper.columnsMax() - before.length())));
                }
                case NODE -> lines.add(node(before, row.node(), fits));
                case NOTHING -> lines.addAll(fits ? List.of(StyledLine.of(before.stripTrailing())) : List.of());
            }
        }
        return lines;
    }

    private StyledLine node(String before, String id, boolean fits) {
        var task = plan.task(id).orElseThrow();
        String waits = fits || task.dependsOn().isEmpty()
                ? ""
                : "  after " + String.join(", ", graph.dependenciesOf(id));
        boolean first = critical.contains(id);
        String mark = fits ? "" : first ? paper.ascii() ? "# " : "◆ " : paper.ascii() ? "o " : "● ";
        int left = paper.columnsMax() - TextWidth.of(before + mark + id) - TextWidth.of(waits) - 2;
        String words = TextWidth.cut(task.agent() + "  " + task.title(), Math.max(8, left));
        return StyledLine.of(before + mark).and(first ? Tone.STRONG : Tone.PLAIN, id).and("  " + words)
                .and(Tone.DIM, waits);
    }

    /** Soft arrows, one line each start: they may go in circles, so they are not drawn in lanes. */
    private List<StyledLine> agents() {
        Map<String, Set<String>> ends = new LinkedHashMap<>();
        for (Edge edge : plan.edges()) {
            if (edge.kind() != Edge.Kind.TASK) {
                ends.computeIfAbsent(name(edge.from()), _ -> new LinkedHashSet<>())
                        .add(name(edge.to()) + (edge.label().isBlank() ? "" : " (" + edge.label() + ")"));
            }
        }
        var lines = new ArrayList<StyledLine>();
        ends.forEach((from, to) -> {
            List<String> all = List.copyOf(new ArrayList<>(to));
            for (int i = 0; i < all.size(); i++) {
                boolean last = i == all.size() - 1;
                String branch = paper.ascii() ? (last ? "`-> " : "|-> ") : last ? "╰─▶ " : "├─▶ ";
                if (i == 0) {
                    lines.add(StyledLine.of("  " + from));
                }
                lines.add(StyledLine.of("  " + branch)
                        .and(TextWidth.cut(all.get(i), Math.max(8, paper.columnsMax() - 6))));
            }
        });
        return lines;
    }

    private String name(String id) {
        return plan.agent(id).map(AgentSpec::name).orElse(id);
    }
}
