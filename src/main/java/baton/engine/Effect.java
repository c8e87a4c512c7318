package baton.engine;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.Action;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.ToolSpec;
import baton.plan.TaskSpec;
import baton.settings.ModelName;

/** The complete list of ways the engine touches the world. The intent is on disk before an effect runs. */
public sealed interface Effect {
    /**
     * Ask a model for one turn; ends with {@link Outcome.TurnEnded} or {@link Outcome.TurnBroke}.
     *
     * @param parts the fixed head of the request, in order
     * @param messages the conversation after it, by reference
     */
    record AskModel(String turn, ModelName model, List<Part> parts, List<MessageRef> messages, List<ToolSpec> tools,
            int outputTokensMax, Brief brief) implements Effect {
        public AskModel {
            parts = List.copyOf(parts);
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }
    }

    /** One named part of a request. */
    record Part(String name, String text) {}

    /** Who speaks in a message. */
    enum Role {
        USER, ASSISTANT, TOOL
    }

    /** A message of a conversation: the event {@code seq} that holds its text, and its size. */
    record MessageRef(long seq, Role role, String sha256, int bytes, int tokens) {}

    /**
     * The same request as typed values, for models that do not read prose (the rehearsal model).
     *
     * @param turnNumber counted from 1 within the attempt
     * @param closing true in the last turn before a hard limit
     * @param missing what the gate found missing last time
     * @param answers what people answered in this attempt, oldest first
     * @param changes files this attempt has written so far
     * @param crew whom it can delegate to and how that stands; only for an orchestrator
     * @param writes where the agent may write, as patterns; empty means everywhere
     */
    record Brief(TaskSpec task, String agentName, int attempt, int turnNumber, boolean closing, List<String> missing,
            List<String> answers, List<FileChange> changes, List<HandoffNote> handoffs, String goal,
            Optional<Crew> crew, List<String> writes) {
        /** Of an agent that delegates nothing and may write everywhere. */
        public Brief(TaskSpec task, String agentName, int attempt, int turnNumber, boolean closing,
                List<String> missing, List<String> answers, List<FileChange> changes, List<HandoffNote> handoffs,
                String goal) {
            this(task, agentName, attempt, turnNumber, closing, missing, answers, changes, handoffs, goal,
                    Optional.empty(), List.of());
        }

        public Brief {
            missing = List.copyOf(missing);
            answers = List.copyOf(answers);
            changes = List.copyOf(changes);
            handoffs = List.copyOf(handoffs);
            writes = List.copyOf(writes);
        }
    }

    /** Whom an orchestrator can delegate to, what it has delegated, oldest first, and which of that is blocked. */
    record Crew(List<Member> members, List<Job> jobs, List<String> blockers) {
        public Crew {
            members = List.copyOf(members);
            jobs = List.copyOf(jobs);
            blockers = List.copyOf(blockers);
        }
    }

    /** An agent of the team; {@code role} may be empty, and so may {@code writes}, which then means everywhere. */
    record Member(String id, String role, List<String> writes) {
        public Member {
            writes = List.copyOf(writes);
        }
    }

    /** A delegated task; {@code files} are those it wrote. */
    record Job(String id, String agent, String title, TaskState.Status status, List<String> files) {
        public Job {
            files = List.copyOf(files);
        }
    }

    /**
     * Run a tool; ends with {@link Outcome.ToolEnded}.
     *
     * @param writes globs of what the agent may write
     * @param confines what confines the call to some paths; all of it holds
     * @param repeatKey the same for every try of one call, so that a tool can tell a repetition
     */
    record CallTool(String call, String agent, String task, int attempt, String tool, String argumentsJson,
            Action action, List<String> writes, List<PathRule> confines, String repeatKey) implements Effect {
        public CallTool {
            writes = List.copyOf(writes);
            confines = List.copyOf(confines);
        }
    }

    /** Something that confines a call to some paths, whatever else allows it. */
    sealed interface PathRule {
        /** Who says so, with the words: fit to be shown in a refusal. */
        String source();

        List<String> patterns();

        /** The path must match one of the patterns. */
        record Within(List<String> patterns, String source) implements PathRule {
            public Within {
                patterns = List.copyOf(patterns);
            }
        }

        /** The path must match none of them. */
        record Outside(List<String> patterns, String source) implements PathRule {
            public Outside {
                patterns = List.copyOf(patterns);
            }
        }
    }

    /** Run the checks of a gate; ends with {@link Outcome.ChecksEnded}, one result a check, in order. */
    record RunChecks(String gate, String task, List<Check> checks) implements Effect {
        public RunChecks {
            checks = List.copyOf(checks);
        }
    }

    /** One thing to check. */
    sealed interface Check {
        /** The file must be there, not empty, with this content where {@code sha256} is not empty. */
        record FileIs(String name, String path, String sha256) implements Check {}

        /** The command must end with status 0. {@code command} is as the plan writes it. */
        record CommandPasses(String name, String command) implements Check {}
    }

    /** Send a {@link Input.Tick} when the run time reaches {@code elapsedMs}; replaces the last wish. 0 means never. */
    record WakeAt(long elapsedMs) implements Effect {}

    /** Stop a turn, call or gate; its ending still comes, and is ignored where the engine has already closed it. */
    record Cancel(String id) implements Effect {}
}
