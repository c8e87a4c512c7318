package baton.engine;

import java.util.List;

import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ContextText;
import baton.engine.fact.SessionEvent.PromptText;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.ToolSpec;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.settings.RunSettings;

/** What people and scripts tell a session. A command that cannot be carried out is recorded and refused with a reason. */
public sealed interface Command extends Input {
    /** First input of every session, and the only one that may be first. */
    record Open(RunSettings settings, Plan plan, List<Problem> problems, List<Casting> castings,
            List<ContextText> context, List<PromptText> promptTexts, List<ToolSpec> tools) implements Command {
        public Open {
            problems = List.copyOf(problems);
            castings = List.copyOf(castings);
            context = List.copyOf(context);
            promptTexts = List.copyOf(promptTexts);
            tools = List.copyOf(tools);
        }
    }

    /** A new process goes on with the session; {@code settings} may differ in budget, limits and answers. */
    record Resume(RunSettings settings, List<String> changes) implements Command {
        public Resume {
            changes = List.copyOf(changes);
        }
    }

    /** Why a process stops before the work is done. */
    enum StopReason {
        INTERRUPTED, TERMINATED, TIMED_OUT, QUIT, BROKEN
    }

    /** End this process: what runs is cancelled, everything is kept. */
    record Stop(StopReason reason) implements Command {}

    record Answer(String id, String text, String by) implements Command {}

    /** {@code choice} is an option's key, number counted from 1, or words. */
    record Decide(String id, String choice, String reason, String by) implements Command {}

    record ResolveBlocker(String id, String how, String by) implements Command {}

    record Approve(String id, ApprovalScope scope, String pattern, String by) implements Command {}

    record Deny(String id, String reason, String by) implements Command {}

    /** Words for one agent, one task or, both empty, everybody at work. */
    record Say(String toAgent, String toTask, String text, String by) implements Command {}

    record RetryTask(String task, String by) implements Command {}

    record CancelTask(String task, String reason, String by) implements Command {}

    record Reprioritise(String task, String priority, String by) implements Command {}

    record ExtendBox(String task, long byMs, String by) implements Command {}
}
