package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.engine.fact.SessionEvent.Casting;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.settings.ApprovalPolicy;
import baton.settings.RunSettings;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** One page on what a run would do, before anything runs. */
public final class PlanWhat {
    private final LoadedPlan loaded;
    private final Plan plan;
    private final Intent intent;

    private PlanWhat(LoadedPlan loaded, Intent intent) {
        this.loaded = loaded;
        this.plan = loaded.plan();
        this.intent = intent;
    }

    /**
     * What the run would be started with.
     *
     * @param castings who plays each agent and what it may write
     * @param workspace where files would be written, as a person reads it
     */
    public record Intent(RunSettings settings, List<Casting> castings, String workspace, int columnsMax) {
        public Intent {
            castings = List.copyOf(castings);
        }
    }

    public static List<StyledLine> of(LoadedPlan loaded, Intent intent) {
        return new PlanWhat(loaded, intent).page();
    }

    private List<StyledLine> page() {
        var page = new Page(intent.columnsMax());
        page.line(StyledLine.of(Tone.STRONG, plan.name()).and(Tone.DIM, "  " + plan.source()));
        page.line(StyledLine.of(size()));
        page.section("Order", OrderSection.of(plan, intent.castings(), page));
        page.section("Pace", page.wrapped(pace()));
        page.section("Who answers", casting());
        page.section("What may be touched", touched(page));
        page.section("What waits for you", people());
        page.section("Cost", page.wrapped(CostRange.of(runs().count(), intent.settings()).sentence()));
        page.section("Worth knowing", ProblemLines.of(loaded.problems(), 2, intent.columnsMax()));
        return page.lines();
    }

    private Stream<TaskSpec> runs() {
        return plan.tasks().stream().filter(TaskSpec::runs);
    }

    private String size() {
        long tasks = runs().count();
        long merged = runs().mapToLong(task -> 1 + task.sameAs().size()).sum();
        String mentions = merged == tasks ? "" : " merged from " + Amounts.of(merged, "mention");
        long idle = plan.tasks().size() - merged;
        String rest = idle > 0 ? "; " + Amounts.of(idle, "further mention") + " will not run" : "";
        return Amounts.of(tasks, "task") + mentions + " for " + Amounts.of(plan.agents().size(), "agent") + rest;
    }

    private String pace() {
        var limits = intent.settings().limits();
        String agents = limits.agentsMin() == limits.agentsMax()
                ? "Always " + limits.agentsMax()
                : (limits.agentsMin() > 0 ? limits.agentsMin() + " to " : "Up to ") + limits.agentsMax();
        return agents + " agents at work; " + boxes() + "; up to " + Amounts.of(limits.attemptsMax(), "attempt")
                + " a task" + (limits.timeoutMs() > 0
                        ? "; the run stops after " + Amounts.duration(limits.timeoutMs())
                        : "");
    }

    private String boxes() {
        long ofRunMs = intent.settings().limits().timeBoxMs();
        var own = runs().flatMap(task -> task.timeBox().stream()).map(box -> Amounts.duration(box.millis())).distinct()
                .toList();
        if (own.isEmpty()) {
            return ofRunMs == 0 ? "no time box" : "a box of " + Amounts.duration(ofRunMs) + " for every attempt";
        }
        return "boxes of " + String.join(", ", own) + " as the plan says";
    }

    private List<StyledLine> casting() {
        var table = new Table(intent.columnsMax());
        for (var casting : intent.castings()) {
            var models = intent.settings().models().modelsFor(casting.agent());
            table.row(Cell.of(casting.agent()), Cell.of(models.getFirst().toString()),
                    casting.profile().isEmpty()
                            ? Cell.of(Tone.DIM, "from the plan's own text")
                            : Cell.of("profile " + casting.profile()));
        }
        return table.lines(2);
    }

    private List<StyledLine> touched(Page page) {
        var lines = new ArrayList<>(page.wrapped("Files in " + intent.workspace()));
        var table = new Table(intent.columnsMax());
        intent.castings().stream().filter(casting -> !casting.writes().isEmpty()).forEach(
                casting -> table.row(Cell.of(casting.agent()),
                        Cell.of("writes " + String.join(", ", uncovered(casting.writes())))));
        lines.addAll(table.lines(2));
        var anywhere = intent.castings().stream().filter(casting -> casting.writes().isEmpty()).map(Casting::agent)
                .toList();
        if (!anywhere.isEmpty()) {
            lines.addAll(page.wrapped("Anywhere in the folder, as neither plan nor profile says where: "
                    + String.join(", ", anywhere)));
        }
        lines.addAll(page.wrapped(commands(intent.settings().approvals())));
        return lines;
    }

    /** Without the paths that a folder of the list has in it already. */
    private static List<String> uncovered(List<String> writes) {
        return writes.stream().filter(path -> writes.stream().noneMatch(
                area -> !area.equals(path) && area.endsWith("/**")
                        && path.startsWith(area.substring(0, area.length() - 2))))
                .toList();
    }

    private static String commands(ApprovalPolicy policy) {
        String otherwise = switch (policy.otherwise()) {
            case ASK -> "everything else asks you first";
            case DENY -> "everything else is denied";
        };
        return policy.allowed().isEmpty()
                ? "Commands: " + otherwise.replace("everything else", "every command")
                : "Commands: " + String.join(", ", policy.allowed()) + "; " + otherwise;
    }

    private List<StyledLine> people() {
        var table = new Table(intent.columnsMax());
        plan.decisions().forEach(decision -> table.row(Cell.of(decision.id()), Cell.of("decision"),
                Cell.of(decision.title() + gates(decision.gates()))));
        plan.questions().forEach(question -> table.row(Cell.of(question.id()), Cell.of("question"),
                Cell.of(question.text())));
        plan.tasks().stream().filter(task -> task.kind() == TaskSpec.Kind.HUMAN)
                .forEach(task -> table.row(Cell.of(task.id()), Cell.of("yours"), Cell.of(task.title())));
        return table.lines(2);
    }

    private static String gates(List<String> tasks) {
        return tasks.isEmpty() ? "" : " (before " + String.join(", ", tasks) + ")";
    }
}
