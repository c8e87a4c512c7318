package baton.engine.fact;

import java.util.List;

import baton.plan.Plan;
import baton.plan.Problem;
import baton.profile.DelegationTemplate;
import baton.settings.RunSettings;

/** Facts about the session as a whole. */
public sealed interface SessionEvent extends Event {
    /** The rules by which this build decides; sessions of other rules are folded, not re-decided. */
    int RULES = 4;

    /** First event of every session. {@code promptTexts} are the fixed words requests are made of. */
    record SessionStarted(int rules, RunSettings settings, List<PromptText> promptTexts, List<ToolSpec> tools)
            implements
                SessionEvent {}

    /** A fixed text by name. */
    record PromptText(String name, String text) {}

    /** The whole plan, what each agent is (profile and documents), and the templates jobs can be delegated by. */
    record PlanLoaded(Plan plan, List<Casting> castings, List<ContextText> context,
            List<DelegationTemplate> templates) implements SessionEvent {
        public PlanLoaded {
            templates = List.copyOf(templates);
        }

        /** Without templates. */
        public PlanLoaded(Plan plan, List<Casting> castings, List<ContextText> context) {
            this(plan, castings, context, List.of());
        }
    }

    /**
     * Who plays an agent.
     *
     * @param profile name of the profile, or empty where one was made from the plan's own text
     * @param voice the profile's text
     * @param tools names of the tools it may use; a star stands for all
     * @param writes globs it may write; empty where nobody says, which means the whole workspace
     * @param asked the tools as the profile writes them, such as {@code Bash(git *)}; empty where it names none
     * @param denied the tools it rules out, as it writes them
     * @param source the profile's file, or empty
     * @param atOnceMax how many tasks it works on at a time; 0 for no bound but the slots
     */
    record Casting(String agent, String profile, String voice, List<String> tools, List<String> writes,
            List<String> asked, List<String> denied, String source, int atOnceMax) {
        public Casting {
            tools = List.copyOf(tools);
            writes = List.copyOf(writes);
            asked = List.copyOf(asked);
            denied = List.copyOf(denied);
        }

        /** One whose profile says nothing of tools, for any number of tasks at a time. */
        public Casting(String agent, String profile, String voice, List<String> tools, List<String> writes) {
            this(agent, profile, voice, tools, writes, List.of(), List.of(), "", 0);
        }
    }

    /**
     * What became of the tools that an agent's profile, the plan or its tasks name; recorded for agents with any.
     *
     * @param named as written
     * @param available those of them that are here
     * @param missing those that are not; the agent is told, and goes on without
     * @param required those of the missing that the plan calls required, so that their tasks wait for a person
     */
    record ToolsAvailable(String agent, List<String> named, List<String> available, List<String> missing,
            List<String> required) implements SessionEvent {
        public ToolsAvailable {
            named = List.copyOf(named);
            available = List.copyOf(available);
            missing = List.copyOf(missing);
            required = List.copyOf(required);
        }
    }

    /**
     * A document given to agents; absent ones are named, so that an agent knows.
     *
     * @param agents for whom; empty for everybody
     * @param omittedBytes how much was left out at the end
     */
    record ContextText(String path, List<String> agents, String text, boolean present, long omittedBytes) {
        public ContextText {
            agents = List.copyOf(agents);
        }
    }

    /** Something worth saying about the plan. */
    record LintFound(Problem problem) implements SessionEvent {}

    /** No new attempts and turns until it goes on: of the subject's agent, or of all where the subject names none. */
    record SessionPaused(String by) implements SessionEvent {}

    /**
     * Work goes on.
     *
     * @param settings of the new process, or those that hold
     * @param changes what differs in plan and workspace
     * @param by who ended a pause (of the subject's agent, or of all); empty where a new process goes on after a stop
     */
    record SessionResumed(RunSettings settings, int turnsLost, int callsLost, List<String> changes,
            String by) implements SessionEvent {
        public SessionResumed {
            changes = List.copyOf(changes);
        }

        /** A new process goes on. */
        public SessionResumed(RunSettings settings, int turnsLost, int callsLost, List<String> changes) {
            this(settings, turnsLost, callsLost, changes, "");
        }

        /** The process before has ended; otherwise only a pause has. */
        public boolean isNewProcess() {
            return by.isEmpty();
        }
    }

    /**
     * Where a session that was forked comes from; what stands before this fact is the other session's.
     *
     * @param session its name
     * @param seq the last event that both have
     * @param hash of that event, by which it is known again whatever the files are called
     */
    record Origin(String session, long seq, String hash) {}

    /**
     * From here on the session is one of its own. Whatever the person answered for it follows as facts of their own.
     *
     * @param settings that hold from now on
     * @param changes what is different from the session it comes from, one phrase each
     */
    record SessionForked(Origin origin, RunSettings settings, List<String> changes) implements SessionEvent {
        public SessionForked {
            changes = List.copyOf(changes);
        }
    }

    /** A phase's first task became startable. */
    record PhaseStarted(String phase) implements SessionEvent {}

    /** Every task of a phase has ended. */
    record PhaseCompleted(String phase) implements SessionEvent {}

    /** A command that cannot be carried out, and why. */
    record CommandRefused(String command, String reason) implements SessionEvent {}

    /** How a session, or one process of it, ended. */
    enum Status {
        COMPLETE, DEGRADED, FAILED, WAITING, BUDGET, PROVIDER, TIMEOUT, INTERRUPTED, ERROR
    }

    /**
     * Last event of every process.
     *
     * @param durationMs run time of all processes so far
     * @param costMicros micro-dollars, where {@code costKnown}
     * @param humanTasks what is left for people, one sentence each
     * @param toolsMissing tools that were named and are not here, each with who asked for it
     */
    record SessionResult(Status status, int exitCode, Counts counts, Usage usage, long costMicros, boolean costKnown,
            long durationMs, List<MetricFigure> metrics, List<String> humanTasks, String reason,
            List<String> toolsMissing) implements SessionEvent {
        public SessionResult {
            metrics = List.copyOf(metrics);
            humanTasks = List.copyOf(humanTasks);
            toolsMissing = List.copyOf(toolsMissing);
        }
    }

    /** Tasks by how they stand, and other totals. */
    record Counts(int tasks, int accepted, int failed, int cancelled, int waiting, int turns, int toolCalls,
            int handoffs, int blockersOpen, int questionsOpen, int decisionsOpen, int gatesFailed, int findings) {}

    /** A figure with its target, both as people read them; {@code verdict} is met, missed or "not measured". */
    record MetricFigure(String name, String value, String target, String verdict) {}
}
