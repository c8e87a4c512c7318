package baton.engine.rule.people;

import java.util.Optional;

import baton.engine.Command.Answer;
import baton.engine.Command.Approve;
import baton.engine.Command.Decide;
import baton.engine.Command.Deny;
import baton.engine.Command.Overturn;
import baton.engine.Command.ResolveBlocker;
import baton.engine.Command.Say;
import baton.engine.Command.Unsend;
import baton.engine.People.Item;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.MessageWithdrawn;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.rule.change.Goals;
import baton.engine.rule.task.Assignment;

/** What people say and settle. Ids that do not exist, or are settled already, are refused with the reason. */
public final class PeopleCommands {
    private PeopleCommands() {}

    public static void answer(Working working, Answer command) {
        settle(working, command.id(), Item.Kind.QUESTION, command.text(), "", command.by());
    }

    public static void decide(Working working, Decide command) {
        settle(working, command.id(), Item.Kind.DECISION, command.choice(), command.reason(), command.by());
    }

    /** A decision that was made, by whomever, is made otherwise; whoever built on it and is at work hears of it. */
    public static void overturn(Working working, Overturn command) {
        var item = working.state().people().items().get(command.id());
        String problem = item == null || item.kind() != Item.Kind.DECISION
                ? "there is no such decision"
                : !item.isAnswered()
                        ? item.isOpen() ? "nobody has decided it yet" : "nobody needs it any more"
                        : command.choice().isBlank() ? "say how it is decided now" : "";
        if (item == null || !problem.isEmpty()) {
            Refusals.refuse(working, "overturn " + command.id(), problem);
        } else {
            Inbox.overturn(working, item, command.choice(), command.reason(), command.by());
        }
    }

    public static void resolve(Working working, ResolveBlocker command) {
        settle(working, command.id(), Item.Kind.BLOCKER, command.how(), "", command.by());
    }

    /** Settles whatever has this id, also otherwise than it was; what is at work then hears of it. */
    public static void answerAnew(Working working, String id, String answer, String by) {
        var item = working.state().people().items().get(id);
        boolean again = item != null && item.isAnswered()
                && (item.kind() == Item.Kind.QUESTION || item.kind() == Item.Kind.DECISION);
        if (item != null && again) {
            Inbox.replace(working, item, answer, "", by);
        } else if (item == null || item.kind() == Item.Kind.APPROVAL) {
            Refusals.refuse(working, "settle " + id, "there is nothing of that id to answer");
        } else {
            open(working, id, item.kind()).ifPresent(open -> settle(working, open, answer, "", by));
        }
    }

    private static void settle(Working working, String id, Item.Kind kind, String answer, String reason, String by) {
        var known = working.state().people().items().get(id);
        if (known != null && known.kind() == kind && known.state() == Item.State.ASSUMED) {
            Inbox.replace(working, known, answer, reason, by);
        } else {
            open(working, id, kind).ifPresent(item -> settle(working, item, answer, reason, by));
        }
    }

    private static void settle(Working working, Item item, String answer, String reason, String by) {
        var problem = Rework.problem(working.state(), item, answer);
        if (problem.isEmpty()) {
            Inbox.settle(working, item, answer, reason, by, false);
        } else {
            Refusals.refuse(working, "settle " + item.id(), problem);
        }
    }

    private static Optional<Item> open(Working working, String id, Item.Kind kind) {
        var item = working.state().people().items().get(id);
        if (item == null || item.kind() != kind) {
            Refusals.refuse(working, "settle " + id,
                    "there is no such " + kind.name().toLowerCase(java.util.Locale.ROOT));
            return Optional.empty();
        }
        if (!item.isOpen()) {
            Refusals.refuse(working, "settle " + id, item.state() == Item.State.WITHDRAWN
                    ? "nobody needs it any more: " + item.answer()
                    : "it was settled by " + item.by() + ": " + item.answer());
            return Optional.empty();
        }
        return Optional.of(item);
    }

    /** Allows a call, once or by a rule that covers what is asked later. */
    public static void approve(Working working, Approve command) {
        open(working, command.id(), Item.Kind.APPROVAL).ifPresent(item -> Approvals.approve(working, item, command));
    }

    public static void deny(Working working, Deny command) {
        open(working, command.id(), Item.Kind.APPROVAL).ifPresent(item -> working.state().work().attempt(item.attempt())
                .ifPresent(attempt -> working.causedBy(working.record(attempt.subject(),
                        new ToolDenied(item.call(), command.reason(), command.by())))));
    }

    /** Words for agents; they hear them before their next turn. */
    public static void say(Working working, Say command) {
        if (!command.toTask().isEmpty() && working.state().work().task(command.toTask()).isEmpty()) {
            Refusals.refuse(working, "tell " + command.toTask(), "there is no such task");
        } else if (!command.toAgent().isEmpty() && Assignment.find(working.state(), command.toAgent()).isEmpty()) {
            Refusals.refuse(working, "tell " + command.toAgent(),
                    Assignment.nobody(working.state(), command.toAgent()));
        } else {
            var agent = command.toAgent().isEmpty()
                    ? ""
                    : Assignment.find(working.state(), command.toAgent()).orElseThrow();
            tell(working, agent, command);
        }
    }

    /** Words that an agent has read are part of its conversation and stay there. */
    public static void unsend(Working working, Unsend command) {
        var said = working.state().people().unread().get(command.message());
        if (said == null) {
            Refusals.refuse(working, "take M-" + command.message() + " back",
                    "it waits no longer: whoever it was for has read it");
        } else {
            working.causedBy(working.record(new Subject(said.toAgent(), "", 0),
                    new MessageWithdrawn(command.message(), command.by())));
        }
    }

    /** Words for an orchestrator that has nothing to do are a goal. */
    private static void tell(Working working, String agent, Say command) {
        if (command.toTask().isEmpty() && !agent.isEmpty() && working.state().setup().isOrchestrator(agent)
                && !Goals.isAtWork(working.state(), agent)) {
            Goals.add(working, command.text(), command.by());
        } else {
            working.record(new Subject(agent, "", 0),
                    new MessageSaid(agent, command.toTask(), command.text(), command.by()));
        }
    }
}
