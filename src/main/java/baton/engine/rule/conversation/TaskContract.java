package baton.engine.rule.conversation;

import java.util.ArrayList;

import baton.engine.AttemptState;
import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.Setup;
import baton.engine.ToolsAtHand;
import baton.plan.TaskSpec;

/** What one task asks for: goal, criteria, paths, needs and limits. */
final class TaskContract {
    private static final int TOOLS_MAX = 20;
    private static final int TOOL_CHARS_MAX = 100;
    private static final int BRIEF_CHARS_MAX = 12_000;

    private TaskContract() {}

    static String of(SessionState state, AttemptState attempt, TaskSpec task) {
        var text = new StringBuilder("# Your task: ").append(task.id()).append(' ').append(task.title()).append('\n');
        text.append("Attempt ").append(attempt.number()).append(" of ")
                .append(state.setup().settings().limits().attemptsMax()).append(".\n");
        var brief = state.work().task(task.id()).map(known -> known.origin()).filter(from -> !from.brief().isBlank());
        brief.ifPresent(from -> text.append("In the words of ").append(from.by()).append(":\n")
                .append(RequestParts.capped(from.brief().strip(), BRIEF_CHARS_MAX)).append("\n\n"));
        PlanSection.list(text, "Inputs to read", task.inputs());
        PlanSection.list(text, "Deliverables", task.deliverables());
        PlanSection.list(text,
                "Files that must exist at the end (write each in this attempt, or check it and say that it is unchanged)",
                task.outputs());
        numbered(text, task);
        PlanSection.list(text, "Contract", task.contract());
        PlanSection.list(text, "Integration points", task.integrationPoints());
        tools(text, state.setup(), attempt.agent(), task);
        PlanSection.list(text, "Return", task.returns());
        PlanSection.list(text, "Needed first, and accepted",
                task.dependsOn().stream().map(TaskContract::need).toList());
        long box = task.timeBox().map(TaskSpec.Minutes::millis).orElse(state.setup().settings().limits().timeBoxMs());
        if (box > 0) {
            text.append("Time box: ").append(box / 60_000)
                    .append(" minutes for this attempt. At its end you get one closing turn.\n");
        }
        return text.toString();
    }

    private static String need(String id) {
        return id.startsWith(Origins.PHASE_GATE)
                ? "the gate at the end of phase " + id.substring(Origins.PHASE_GATE.length())
                : id;
    }

    private static void tools(StringBuilder text, Setup setup, String agent, TaskSpec task) {
        PlanSection.list(text, "Tools the plan asks you to use",
                task.tools().stream().filter(tool -> ToolsAtHand.isHere(setup, tool)).toList());
        var missing = setup.missingTools(agent);
        if (!missing.isEmpty()) {
            var shown = new ArrayList<>(
                    missing.stream().limit(TOOLS_MAX).map(tool -> RequestParts.capped(tool, TOOL_CHARS_MAX)).toList());
            if (missing.size() > TOOLS_MAX) {
                shown.add("and " + (missing.size() - TOOLS_MAX) + " more");
            }
            PlanSection.list(text, "Tools named for you that are not here; do without them, and say where that matters",
                    shown);
        }
    }

    private static void numbered(StringBuilder text, TaskSpec task) {
        if (!task.acceptance().isEmpty()) {
            text.append("Criteria, each of which needs evidence:\n");
            for (int number = 1; number <= task.acceptance().size(); number++) {
                text.append(number).append(". ").append(task.acceptance().get(number - 1)).append('\n');
            }
        }
    }
}
