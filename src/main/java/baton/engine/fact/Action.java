package baton.engine.fact;

import java.util.List;
import java.util.Objects;

import baton.plan.TaskWish;

/** The typed meaning of a tool call. Workspace calls and commands go to the tools; coordination is decided in the engine. */
public sealed interface Action {

    /** True for calls that the world carries out; all others are decided in the engine. */
    default boolean isForTools() {
        return this instanceof Workspace || this instanceof RunCommand;
    }

    /** How a call touches the workspace; reads run side by side, writes one after another. */
    enum Access {
        READ, WRITE
    }

    /**
     * A call on the workspace, or on a tool server.
     *
     * @param path what it reads or changes, relative to the workspace root; empty for the whole workspace
     */
    record Workspace(Access access, String path) implements Action {
        public Workspace {
            Objects.requireNonNull(access, "access");
            Objects.requireNonNull(path, "path");
        }
    }

    /** A command as an argument list; there is no shell between. */
    record RunCommand(List<String> argv) implements Action {
        public RunCommand {
            argv = List.copyOf(argv);
        }
    }

    /**
     * The agent cannot go on without help.
     *
     * @param severity {@code P0} to {@code P3}
     * @param kind technical, dependency, access, requirement or another word of the plan
     * @param needs what would resolve it
     */
    record ReportBlocker(String severity, String kind, String text, String needs) implements Action {}

    /** Work passes to another agent, or to the next attempt where {@code to} is empty. */
    record HandOff(String to, HandoffNote note) implements Action {}

    /** A question only a person can answer. */
    record AskQuestion(String text, List<String> options, String recommendation) implements Action {
        public AskQuestion {
            options = List.copyOf(options);
        }
    }

    /** A choice with options, put to whoever may decide; {@code reviewers} are agents who shall say what they think first. */
    record ProposeDecision(String title, String question, List<String> options, String recommendation, String reason,
            List<String> reviewers) implements Action {
        public ProposeDecision {
            options = List.copyOf(options);
            reviewers = List.copyOf(reviewers);
        }

        /** Nobody is asked for a review. */
        public ProposeDecision(String title, String question, List<String> options, String recommendation,
                String reason) {
            this(title, question, options, recommendation, reason, List.of());
        }
    }

    /** An interface others build against. */
    record PublishContract(String name, String version, String path, String summary) implements Action {}

    /** Something other agents should know; an urgent one is shown at once. */
    record ShareFinding(String title, String text, boolean urgent) implements Action {}

    /** Progress in percent (0 to 100) and in words. */
    record UpdateStatus(int percent, String text, String nextUpdate) implements Action {}

    /** The claim that the task is done. */
    record CompleteTask(String summary, List<Evidence> evidence) implements Action {
        public CompleteTask {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The orchestrator gives a job to an agent.
     *
     * @param template whose slots are filled, or empty where {@code wish} says everything
     */
    record Delegate(String template, List<Filling> slots, TaskWish wish) implements Action {
        public Delegate {
            slots = List.copyOf(slots);
        }
    }

    /** The orchestrator adds a job, for others or for itself. */
    record AddTask(TaskWish wish) implements Action {}

    /** The orchestrator puts several jobs in place of one. */
    record Split(String task, List<TaskWish> parts) implements Action {
        public Split {
            parts = List.copyOf(parts);
        }
    }

    record Reassign(String task, String agent, String reason) implements Action {}

    record Reprioritise(String task, String priority) implements Action {}

    record ResolveBlocker(String id, String how) implements Action {}

    /** The orchestrator's claim that the goal is met. */
    record Finish(String summary, List<Evidence> evidence) implements Action {
        public Finish {
            evidence = List.copyOf(evidence);
        }
    }

    /** The verdict of a review, with what is wrong where it is not accepted. */
    record GiveReview(boolean accepted, String text) implements Action {}

    /** Arguments that fit no tool; the model is told why. */
    record Malformed(String reason) implements Action {}
}
