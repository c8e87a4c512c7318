package baton.settings;

import java.util.List;
import java.util.Objects;

/**
 * What happens with a call that changes something outside the agent's own paths or runs a command.
 *
 * @param allowed patterns that need no question, such as {@code git diff *}; a star stands for any further arguments
 */
public record ApprovalPolicy(Otherwise otherwise, List<String> allowed) {
    /** What happens with everything that no pattern allows. */
    public enum Otherwise {
        ASK, DENY
    }

    public static final ApprovalPolicy DENY_ALL = new ApprovalPolicy(Otherwise.DENY, List.of());

    public ApprovalPolicy {
        Objects.requireNonNull(otherwise, "otherwise");
        allowed = List.copyOf(allowed);
    }
}
