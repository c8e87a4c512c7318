package baton.engine.fact;

import java.util.List;

/** Facts about tool calls. A call's id is {@code T-3/1#2.1}: turn and number. */
public sealed interface ToolEvent extends Event {
    String call();

    /** How far an approval reaches. */
    enum ApprovalScope {
        ONCE, AGENT, PATTERN
    }

    /** A call that needs a person's yes; {@code approval} is the id people answer. */
    record ToolRequested(String call, String tool, String what, String approval) implements ToolEvent {}

    record ToolApproved(String call, ApprovalScope scope, String pattern, String by) implements ToolEvent {}

    record ToolDenied(String call, String reason, String by) implements ToolEvent {}

    /** The intent to run it, or to decide it here. {@code repeatable} calls run again after a crash. */
    record ToolStarted(String call, String tool, String argumentsJson, boolean repeatable) implements ToolEvent {}

    /** What the model is told, and what changed in the workspace. */
    record ToolCompleted(String call, String text, List<FileChange> changes) implements ToolEvent {
        public ToolCompleted {
            changes = List.copyOf(changes);
        }
    }

    record ToolFailed(String call, String text, List<FileChange> changes) implements ToolEvent {
        public ToolFailed {
            changes = List.copyOf(changes);
        }
    }

    record ToolCancelled(String call, String reason) implements ToolEvent {}

    /** Running when the process died, and not safe to repeat: the model is told that the outcome is unknown. */
    record ToolLost(String call) implements ToolEvent {}
}
