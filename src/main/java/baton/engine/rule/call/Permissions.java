package baton.engine.rule.call;

import baton.engine.AttemptState;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.Working;
import baton.engine.fact.Action.RunCommand;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.settings.ApprovalPolicy.Otherwise;
import baton.settings.CommandLine;
import baton.settings.CommandPattern;

/** Whether a command may run: allowed in advance, allowed during the session, asked for, or denied. */
public final class Permissions {
    /** What a person can still read whole before they say yes; every face shows a line of this length uncut. */
    private static final int ASKED_CHARS_MAX = 3_000;

    private Permissions() {}

    /** True where the agent's casting names the tool. */
    static boolean mayUse(Working working, AttemptState attempt, String tool) {
        var tools = working.state().setup().casting(attempt.agent()).tools();
        return tools.contains("*") || tools.contains(tool);
    }

    /** True where it may run now; otherwise the call waits for a person or is denied, and that is recorded. */
    static boolean allow(Working working, AttemptState attempt, OpenCall call, RunCommand command) {
        var narrowed = Narrowing.refusal(working, attempt, call.request().tool(), command);
        if (narrowed.isPresent()) {
            working.record(attempt.subject(), new ToolDenied(call.id(), "\"" + CommandLine.quoted(command.argv())
                    + "\" is not for you: " + narrowed.get() + "; go on without it, or report a blocker",
                    Origins.RULE));
            return false;
        }
        var policy = working.state().setup().settings().approvals();
        if (call.state() == OpenCall.State.APPROVED
                || policy.allowed().stream().anyMatch(pattern -> covers(pattern, command))
                || isGranted(working, attempt, command)) {
            return true;
        }
        var what = CommandLine.quoted(command.argv());
        if (policy.otherwise() == Otherwise.ASK && what.length() > ASKED_CHARS_MAX) {
            working.record(attempt.subject(),
                    new ToolDenied(call.id(), "a person must read a command before it runs, and this"
                            + " one has " + what.length() + " characters (" + ASKED_CHARS_MAX
                            + " at most); write what is long into a file, and name the file in the command",
                            Origins.RULE));
        } else if (policy.otherwise() == Otherwise.ASK) {
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

    /** Whether somebody allowed such commands for this agent, or for everybody, during the session. */
    public static boolean isGranted(Working working, AttemptState attempt, RunCommand command) {
        return working.state().people().granted().stream().anyMatch(grant -> {
            int blank = grant.indexOf(' ');
            var who = grant.substring(0, blank);
            return (who.equals("*") || who.equals(attempt.agent())) && covers(grant.substring(blank + 1), command);
        });
    }

    /** A text that is no pattern covers nothing. */
    public static boolean covers(String pattern, RunCommand command) {
        return CommandPattern.find(pattern).filter(known -> known.matches(command.argv())).isPresent();
    }
}
