package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.LoadedPlan;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What was understood of a plan, as a tree: agents, then work by phase, then everything people must settle. */
public final class PlanTree {
    private final LoadedPlan loaded;
    private final Plan plan;
    private final int columnsMax;

    private PlanTree(LoadedPlan loaded, int columnsMax) {
        this.loaded = loaded;
        this.plan = loaded.plan();
        this.columnsMax = columnsMax;
    }

    public static List<StyledLine> of(LoadedPlan loaded, int columnsMax) {
        return new PlanTree(loaded, columnsMax).page();
    }

    private List<StyledLine> page() {
        var page = new Page(columnsMax);
        page.line(StyledLine.of(Tone.STRONG, plan.name()).and(Tone.DIM, "  " + plan.source()));
        if (!plan.goal().isBlank()) {
            page.line(StyledLine.of(plan.goal()));
        }
        page.section("Agents (" + plan.agents().size() + ")", agents());
        page.section("Work (" + Amounts.of(plan.tasks().stream().filter(TaskSpec::runs).count(), "task") + " of "
                + Amounts.of(plan.tasks().size(), "mention") + ")", work());
        page.section("Checkpoints", checkpoints());
        page.section("Gates", gates());
        page.section("Decisions", decisions());
        page.section("Questions", questions());
        page.section("Deliverables", plan.deliverables().stream()
                .flatMap(deliverable -> page.wrapped(deliverable.text()).stream()).toList());
        page.section("Problems", ProblemLines.of(loaded.problems(), 2, columnsMax));
        page.section("Coverage", page.wrapped(coverage()));
        return page.lines();
    }

    private List<StyledLine> agents() {
        var table = new Table(columnsMax);
        for (AgentSpec agent : plan.agents()) {
            String role = agent.role().isBlank() ? String.join("; ", agent.responsibilities()) : agent.role();
            table.row(Cell.of(agent.id()), Cell.of(Tone.DIM, agent.group()), Cell.of(role));
        }
        return table.lines(2);
    }

    private List<StyledLine> work() {
        var lines = new ArrayList<StyledLine>();
        for (Phase phase : plan.phases()) {
            lines.addAll(phase(phase.name(), plan.tasks().stream().filter(task -> isOf(task, phase)).toList()));
        }
        var rest = plan.tasks().stream()
                .filter(task -> plan.phases().stream().noneMatch(phase -> isOf(task, phase))).toList();
        lines.addAll(plan.phases().isEmpty() ? tasks(rest, 2) : phase("Without a phase", rest));
        return lines;
    }

    private static boolean isOf(TaskSpec task, Phase phase) {
        return task.phase().equals(phase.id()) || task.phase().equals(phase.name());
    }

    private List<StyledLine> phase(String name, List<TaskSpec> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Stream.of(StyledLine.of("  " + name)), tasks(tasks, 4).stream()).toList();
    }

    private List<StyledLine> tasks(List<TaskSpec> tasks, int indent) {
        var table = new Table(columnsMax);
        for (TaskSpec task : tasks) {
            var tone = task.runs() ? Tone.PLAIN : Tone.DIM;
            table.row(Cell.of(tone, task.id()), Cell.of(tone, task.agent()), Cell.of(Tone.DIM, marks(task)),
                    Cell.of(tone, task.title()));
        }
        return table.lines(indent);
    }

    private static String marks(TaskSpec task) {
        var marks = new ArrayList<String>();
        if (!task.runs()) {
            marks.add(task.kind() == TaskSpec.Kind.TASK ? "does not run" : kind(task.kind()));
        }
        if (!task.dependsOn().isEmpty()) {
            marks.add("after " + String.join(" ", task.dependsOn()));
        }
        task.timeBox().ifPresent(box -> marks.add(box.minutes() + " min"));
        if (!task.priority().isBlank()) {
            marks.add(task.priority());
        }
        return String.join(", ", marks);
    }

    private static String kind(TaskSpec.Kind kind) {
        return switch (kind) {
            case TASK -> "task";
            case ASSIGNMENT -> "assignment";
            case TEMPLATE -> "template";
            case HUMAN -> "for people";
            case OPENING -> "opening";
            case FOLLOW_UP -> "follow-up";
            case NEXT_STEP -> "next step";
        };
    }

    private List<StyledLine> checkpoints() {
        var table = new Table(columnsMax);
        plan.checkpoints().forEach(checkpoint -> table.row(Cell.of(checkpoint.name()),
                Cell.of(Tone.DIM, Amounts.count(checkpoint.criteria().size()) + " criteria")));
        return table.lines(2);
    }

    private List<StyledLine> gates() {
        var table = new Table(columnsMax);
        plan.gates().forEach(gate -> table.row(Cell.of(gate.name()),
                Cell.of(Tone.DIM, Amounts.of(gate.checks().size(), "check"))));
        return table.lines(2);
    }

    private List<StyledLine> decisions() {
        var table = new Table(columnsMax);
        plan.decisions().forEach(decision -> table.row(Cell.of(decision.id()), Cell.of(decision.title())));
        return table.lines(2);
    }

    private List<StyledLine> questions() {
        var table = new Table(columnsMax);
        plan.questions().forEach(question -> table.row(Cell.of(question.id()), Cell.of(question.text())));
        return table.lines(2);
    }

    private String coverage() {
        var coverage = loaded.coverage();
        String missed = coverage.notUnderstood().isEmpty()
                ? ""
                : "; not understood: " + String.join(", ", coverage.notUnderstood().stream()
                        .map(range -> range.from() == range.to()
                                ? String.valueOf(range.from())
                                : range.from() + "-" + range.to())
                        .toList());
        return coverage.linesUnderstood() + " of " + Amounts.of(coverage.linesTotal(), "line") + " understood" + missed;
    }
}
