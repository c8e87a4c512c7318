package baton.engine.rule.people;

import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Command.Approve;
import baton.engine.People.Item;
import baton.engine.Working;
import baton.engine.fact.Action.RunCommand;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.ToolEvent.ToolApproved;
import baton.engine.rule.call.Permissions;
import baton.settings.CommandPattern;

/** A person's yes to a command: to this one, to such commands of this agent, or to such commands of everybody. */
final class Approvals {
    private Approvals() {}

    /** A standing yes also lets go every other command that waits and that it covers. */
    static void approve(Working working, Item item, Approve command) {
        var attempt = working.state().work().attempt(item.attempt());
        var asked = attempt.flatMap(known -> commandOf(known, item));
        if (attempt.isEmpty() || asked.isEmpty()) {
            Refusals.refuse(working, "approve " + item.id(), "nothing waits for it any more");
            return;
        }
        if (command.scope() == ApprovalScope.ONCE) {
            record(working, attempt.get(), item, command, "");
            return;
        }
        var pattern = command.pattern().isBlank() ? item.text() : command.pattern().strip();
        var trouble = trouble(pattern, asked.get());
        if (!trouble.isEmpty()) {
            Refusals.refuse(working, "approve " + item.id(), trouble);
            return;
        }
        record(working, attempt.get(), item, command, pattern);
        for (var id : working.state().people().open()) {
            letGo(working, id, command);
        }
    }

    private static String trouble(String pattern, RunCommand asked) {
        if (CommandPattern.find(pattern).isEmpty()) {
            return "\"" + pattern + "\" is no pattern for commands; a star may only be its last word";
        }
        return Permissions.covers(pattern, asked)
                ? ""
                : "\"" + pattern + "\" does not cover the command that waits; allow that one once instead";
    }

    private static void letGo(Working working, String id, Approve command) {
        var item = working.state().people().items().get(id);
        if (item == null || item.kind() != Item.Kind.APPROVAL) {
            return;
        }
        var attempt = working.state().work().attempt(item.attempt());
        boolean covered = attempt.flatMap(known -> commandOf(known, item))
                .filter(asked -> Permissions.isGranted(working, attempt.orElseThrow(), asked)).isPresent();
        if (covered) {
            working.record(attempt.orElseThrow().subject(),
                    new ToolApproved(item.call(), ApprovalScope.ONCE, "", command.by()));
        }
    }

    private static void record(Working working, AttemptState attempt, Item item, Approve command, String pattern) {
        working.causedBy(working.record(attempt.subject(),
                new ToolApproved(item.call(), command.scope(), pattern, command.by())));
    }

    private static Optional<RunCommand> commandOf(AttemptState attempt, Item item) {
        var call = attempt.calls().get(item.call());
        return call != null && call.request().action() instanceof RunCommand command
                ? Optional.of(command)
                : Optional.empty();
    }
}
