package baton.engine.rule.call;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.Working;
import baton.engine.fact.Action.RunCommand;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.settings.ApprovalPolicy.Otherwise;
import baton.settings.CommandPattern;

/** Whether a command may run: allowed in advance, allowed during the session, asked for, or denied. */
final class Permissions {
    private Permissions() {}

    /** True where it may run now; otherwise the call waits for a person or is denied, and that is recorded. */
    static boolean allow(Working working, AttemptState attempt, OpenCall call, RunCommand command) {
        var policy = working.state().setup().settings().approvals();
        if (policy.allowed().stream().anyMatch(pattern -> matches(pattern, command))
                || isGranted(working, attempt, command)
                || wasApproved(working, call)) {
            return true;
        }
        var what = String.join(" ", command.argv());
        if (policy.otherwise() == Otherwise.ASK) {
            working.record(attempt.subject(),
                    new ToolRequested(call.id(), call.request().tool(), what, working.nextId("A")));
        } else {
            working.record(attempt.subject(), new ToolDenied(call.id(),
                    "\"" + what
                            + "\" was not allowed in advance; go on without it, or report a blocker if the task needs it",
                    Origins.RULE));
        }
        return false;
    }

    /** A single yes is bound to its call: the approval item names it. */
    private static boolean wasApproved(Working working, OpenCall call) {
        return working.state().people().items().values().stream()
                .anyMatch(item -> item.call().equals(call.id()) && item.answer().equals("approved"));
    }

    private static boolean isGranted(Working working, AttemptState attempt, RunCommand command) {
        return working.state().people().granted().stream().anyMatch(grant -> {
            int blank = grant.indexOf(' ');
            var who = grant.substring(0, blank);
            return (who.equals("*") || who.equals(attempt.agent())) && matches(grant.substring(blank + 1), command);
        });
    }

    private static boolean matches(String pattern, RunCommand command) {
        return isPattern(pattern) && CommandPattern.parse(pattern).matches(List.copyOf(command.argv()));
    }

    private static boolean isPattern(String text) {
        return !text.isBlank();
    }
}
