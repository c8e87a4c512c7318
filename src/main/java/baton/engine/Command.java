package baton.engine;

import java.util.List;

import baton.engine.fact.Filling;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ContextText;
import baton.engine.fact.SessionEvent.Origin;
import baton.engine.fact.SessionEvent.PromptText;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.ToolSpec;
import baton.plan.Plan;
import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.profile.DelegationTemplate;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;

/** What people and scripts tell a session. A command that cannot be carried out is recorded and refused with a reason. */
public sealed interface Command extends Input {
    /** First input of every session, and the only one that may be first. */
    record Open(RunSettings settings, Plan plan, List<Problem> problems, List<Casting> castings,
            List<ContextText> context, List<PromptText> promptTexts, List<ToolSpec> tools,
            List<DelegationTemplate> templates) implements Command {
        public Open {
            templates = List.copyOf(templates);
            problems = List.copyOf(problems);
            castings = List.copyOf(castings);
            context = List.copyOf(context);
            promptTexts = List.copyOf(promptTexts);
            tools = List.copyOf(tools);
        }

        /** Without templates. */
        public Open(RunSettings settings, Plan plan, List<Problem> problems, List<Casting> castings,
                List<ContextText> context, List<PromptText> promptTexts, List<ToolSpec> tools) {
            this(settings, plan, problems, castings, context, promptTexts, tools, List.of());
        }
    }

    /** A new process goes on with the session; {@code settings} may differ in budget, limits and answers. */
    record Resume(RunSettings settings, List<String> changes) implements Command {
        public Resume {
            changes = List.copyOf(changes);
        }
    }

    /**
     * What is recorded so far becomes the beginning of a session of its own; a resume then goes on with it.
     *
     * @param settings that hold from now on
     * @param answers by id, to what is open, or was answered otherwise
     * @param words for agents and tasks, heard before their next turn
     * @param changes what is different from the session it comes from, one phrase each
     */
    record Fork(Origin origin, RunSettings settings, List<PreparedAnswer> answers, List<Words> words,
            List<String> changes, String by) implements Command {
        /** Words for one agent, one task or, both empty, everybody at work. */
        public record Words(String toAgent, String toTask, String text) {}

        public Fork {
            answers = List.copyOf(answers);
            words = List.copyOf(words);
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

    /** Decides otherwise what was decided before; {@code choice} as with {@link Decide}. */
    record Overturn(String id, String choice, String reason, String by) implements Command {}

    record ResolveBlocker(String id, String how, String by) implements Command {}

    record Approve(String id, ApprovalScope scope, String pattern, String by) implements Command {}

    record Deny(String id, String reason, String by) implements Command {}

    /** Words for one agent, one task or, both empty, everybody at work. */
    record Say(String toAgent, String toTask, String text, String by) implements Command {}

    /** Takes a message back that nobody has read yet; {@code message} is the number of the fact that said it. */
    record Unsend(long message, String by) implements Command {}

    record RetryTask(String task, String by) implements Command {}

    record CancelTask(String task, String reason, String by) implements Command {}

    record Reprioritise(String task, String priority, String by) implements Command {}

    record ExtendBox(String task, long byMs, String by) implements Command {}

    /** No new attempt and no new turn for this task; a turn in flight is finished. */
    record PauseTask(String task, String by) implements Command {}

    record ResumeTask(String task, String by) implements Command {}

    /** The same for every task of one agent, also for those it is given later. */
    record PauseAgent(String agent, String by) implements Command {}

    record ResumeAgent(String agent, String by) implements Command {}

    /** The same for everybody. A batch session ends where nothing is in flight any more. */
    record PauseSession(String by) implements Command {}

    record ContinueSession(String by) implements Command {}

    /** Breaks off what runs for the task, keeps everything, and asks in the inbox what next. */
    record StopAttempt(String task, String by) implements Command {}

    /** Gives a task to another agent; an attempt under way hands over to it. */
    record Reassign(String task, String agent, String by) implements Command {}

    /** Edits of the work, taken together or not at all. */
    record ChangePlan(List<PlanChange> operations, String by) implements Command {
        public ChangePlan {
            operations = List.copyOf(operations);
        }
    }

    /** Words for the orchestrator: a note where it is at work on a goal, otherwise a new goal. */
    record Goal(String text, String by) implements Command {}

    /** A job by template. {@code slots} are filled as people and models write them. */
    record Delegate(String template, String agent, List<Filling> slots, String by) implements Command {
        public Delegate {
            slots = List.copyOf(slots);
        }
    }
}
