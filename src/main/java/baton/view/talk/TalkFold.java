package baton.view.talk;

import baton.engine.Origins;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent;
import baton.engine.fact.ChangeEvent;
import baton.engine.fact.GateEvent;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.view.Sentence;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.talk.Block.Call;
import baton.view.talk.Block.Delivery;
import baton.view.talk.Block.Fate;
import baton.view.talk.Block.Said;
import baton.view.talk.Block.Stage;
import baton.view.talk.Block.Turn;
import baton.view.talk.Talk.Opening;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Folds facts into the conversation; what a fact costs does not depend on how long it is. */
public final class TalkFold {
    private TalkFold() {}

    /** The conversation after one more fact; {@code view} has the fact folded in. */
    public static Talk apply(Talk talk, SessionView view, RecordedEvent event) {
        return switch (event.event()) {
            case TurnEvent fact -> turn(talk, view, event, fact);
            case ToolEvent fact -> tool(talk, view, event, fact);
            case PeopleEvent fact -> people(talk, view, event, fact);
            case SharingEvent fact -> fact instanceof HandoffCreated created
                    ? talk.plus(block(view, event, created.id(), new Block.Handoff(created.id())))
                    : noted(talk, view, event);
            case SessionEvent fact -> fact instanceof PlanLoaded loaded
                    ? goal(noted(talk, view, event), view, event, loaded.plan())
                    : noted(talk, view, event);
            case TaskEvent fact -> fact instanceof TaskAdded added && isPersons(view, added)
                    ? talk.plus(order(view, event, added.by(), added.task(), added.brief()))
                    : noted(talk, view, event);
            case AttemptEvent fact -> noted(talk, view, event);
            case GateEvent fact -> noted(talk, view, event);
            case LimitEvent fact -> noted(talk, view, event);
            case ChangeEvent fact -> noted(talk, view, event);
        };
    }

    private static Block block(SessionView view, RecordedEvent event, String id, Block.Body body) {
        return new Block(id, event.seq(), view.head().runMs(), body);
    }

    private static Talk noted(Talk talk, SessionView view, RecordedEvent event) {
        var sentence = Sentences.of(view, event);
        return sentence.weight() == Sentence.Weight.MAIN
                ? talk.plus(block(view, event, "note-" + event.seq(), new Block.Note(sentence)))
                : talk;
    }

    /** Neither the plan nor an agent of the session gave it. */
    private static boolean isPersons(SessionView view, TaskAdded added) {
        return !added.by().equals(Origins.PLAN) && added.parent().isEmpty() && view.agents().get(added.by()).isEmpty();
    }

    private static Block order(SessionView view, RecordedEvent event, String by, TaskSpec task, String brief) {
        return block(view, event, "order-" + task.id(),
                new Block.Order(by, task.agent(), task.id(), brief.isBlank() ? task.title() : brief));
    }

    /** A session that began with words instead of a plan shows those words first, as what a person said. */
    private static Talk goal(Talk talk, SessionView view, RecordedEvent event, Plan plan) {
        return plan.source().isEmpty() && !plan.goal().isBlank() && plan.tasks().size() == 1
                ? talk.plus(order(view, event, Block.PERSON, plan.tasks().getFirst(), plan.goal()))
                : talk;
    }

    private static Talk turn(Talk talk, SessionView view, RecordedEvent event, TurnEvent fact) {
        var subject = event.subject();
        return switch (fact) {
            case TurnEvent.TurnRequested asked -> talk.opens(asked.turn(), new Opening(subject.agent(), subject.task(),
                    subject.attempt(), event.seq(), view.head().runMs()));
            case TurnEvent.TurnCompleted done -> completed(talk, view, event, done);
            case TurnEvent.TurnFailed failed -> noted(broken(talk, failed.turn()), view, event);
            case TurnEvent.TurnLost lost -> broken(talk, lost.turn());
            case TurnEvent.TurnCancelled cancelled -> broken(talk, cancelled.turn());
            case TurnEvent.TurnRetried retried -> talk;
            case TurnEvent.ModelSwitched switched -> noted(talk, view, event);
        };
    }

    /** The whole text takes the place of what was streamed: pieces may have been skipped. */
    private static Talk completed(Talk talk, SessionView view, RecordedEvent event, TurnEvent.TurnCompleted fact) {
        var subject = event.subject();
        var reply = fact.reply();
        PVector<Call> calls = TreePVector.empty();
        var closed = talk.closes(fact.turn());
        int number = 0;
        for (var call : reply.calls()) {
            number++;
            String id = fact.turn() + "." + number;
            calls = calls.plus(new Call(id, call.tool(), what(call), Fate.ASKED, "", call.argumentsJson()));
            closed = closed.calls(id, fact.turn());
        }
        var body = new Turn(subject.agent(), subject.task(), subject.attempt(), Words.of(reply.text()), Stage.DONE,
                calls);
        var known = closed.blocks().get(fact.turn());
        return known.isPresent()
                ? closed.with(known.get(), body)
                : closed.plus(block(view, event, fact.turn(), body));
    }

    private static String what(CallRequest call) {
        return switch (call.action()) {
            case Action.Workspace workspace -> workspace.path();
            case Action.RunCommand command -> String.join(" ", command.argv());
            case Action.UpdateStatus status -> status.percent() + " %  " + status.text();
            case Action.CompleteTask claim -> claim.summary();
            case Action.HandOff handOff -> handOff.to();
            case Action.AskQuestion question -> question.text();
            case Action.ProposeDecision decision -> decision.title();
            case Action.ReportBlocker blocker -> blocker.text();
            case Action.PublishContract contract -> contract.name() + " " + contract.version();
            case Action.ShareFinding finding -> finding.title();
            case Action.Delegate delegate -> delegate.wish().agent() + ": " + titled(delegate);
            case Action.AddTask add -> add.wish().agent() + ": " + add.wish().title();
            case Action.Split split -> split.task();
            case Action.Reassign reassign -> reassign.task() + " to " + reassign.agent();
            case Action.Reprioritise change -> change.task() + " " + change.priority();
            case Action.ResolveBlocker resolve -> resolve.id() + " " + resolve.how();
            case Action.Finish finish -> finish.summary();
            case Action.GiveReview review -> (review.accepted() ? "accepted: " : "rejected: ") + review.text();
            case Action.Malformed malformed -> malformed.reason();
        };
    }

    private static String titled(Action.Delegate delegate) {
        return delegate.wish().title().isBlank() ? "+" + delegate.template() : delegate.wish().title();
    }

    private static Talk broken(Talk talk, String turn) {
        var closed = talk.closes(turn);
        return closed.blocks().get(turn)
                .map(block -> block.body() instanceof Turn body
                        ? closed.with(block, body.with(Stage.BROKEN))
                        : closed)
                .orElse(closed);
    }

    private static Talk tool(Talk talk, SessionView view, RecordedEvent event, ToolEvent fact) {
        return switch (fact) {
            case ToolEvent.ToolRequested asked ->
                talk.plus(block(view, event, asked.approval(), new Block.Ask(asked.approval())));
            case ToolEvent.ToolApproved approved -> noted(talk, view, event);
            case ToolEvent.ToolDenied denied -> noted(call(talk, fact, Fate.DENIED, denied.reason()), view, event);
            case ToolEvent.ToolStarted started -> call(talk, fact, Fate.RUNNING, "");
            case ToolEvent.ToolCompleted done -> call(talk, fact, Fate.DONE, done.text());
            case ToolEvent.ToolFailed failed -> call(talk, fact, Fate.FAILED, failed.text());
            case ToolEvent.ToolCancelled cancelled -> call(talk, fact, Fate.STOPPED, cancelled.reason());
            case ToolEvent.ToolLost lost -> noted(call(talk, fact, Fate.STOPPED, ""), view, event);
        };
    }

    private static Talk call(Talk talk, ToolEvent fact, Fate fate, String said) {
        String turn = talk.callTurns().get(fact.call());
        var known = turn == null ? null : talk.blocks().byId().get(turn);
        if (known == null || !(known.body() instanceof Turn body)) {
            return talk;
        }
        PVector<Call> calls = body.calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).id().equals(fact.call())) {
                calls = calls.with(i, calls.get(i).with(fate, said));
            }
        }
        return talk.with(known, body.with(calls));
    }

    private static Talk people(Talk talk, SessionView view, RecordedEvent event, PeopleEvent fact) {
        return switch (fact) {
            case PeopleEvent.BlockerRaised raised -> ask(talk, view, event, raised.id());
            case PeopleEvent.QuestionAsked asked -> ask(talk, view, event, asked.id());
            case PeopleEvent.DecisionOpened opened -> ask(talk, view, event, opened.id());
            case MessageSaid said -> talk.plus(block(view, event, "said-" + event.seq(),
                    new Said(said.by(), said.toAgent(), said.toTask(), said.text(), Delivery.WAITING)));
            case MessageDelivered delivered -> delivered(talk, delivered);
            case PeopleEvent.MessageWithdrawn back -> talk.blocks().get("said-" + back.message())
                    .map(block -> block.body() instanceof Said said
                            ? talk.with(block, said.with(Delivery.WITHDRAWN))
                            : talk)
                    .orElse(talk);
            case PeopleEvent.BlockerResolved resolved -> noted(talk, view, event);
            case PeopleEvent.QuestionAnswered answered -> noted(talk, view, event);
            case PeopleEvent.DecisionReviewed reviewed -> noted(talk, view, event);
            case PeopleEvent.DecisionMade made -> noted(talk, view, event);
            case PeopleEvent.DecisionProvisional provisional -> noted(talk, view, event);
            case PeopleEvent.DecisionOverturned overturned -> noted(talk, view, event);
            case PeopleEvent.Withdrawn withdrawn -> noted(talk, view, event);
        };
    }

    private static Talk ask(Talk talk, SessionView view, RecordedEvent event, String item) {
        return talk.plus(block(view, event, item, new Block.Ask(item)));
    }

    /** The newest words that still wait and are part of what was delivered have arrived. */
    private static Talk delivered(Talk talk, MessageDelivered fact) {
        var ids = talk.blocks().ids();
        int oldest = Math.max(0, ids.size() - 200);
        for (int i = ids.size() - 1; i >= oldest; i--) {
            var block = talk.blocks().byId().get(ids.get(i));
            if (block != null && block.body() instanceof Said said && said.delivery() == Delivery.WAITING
                    && fact.text().contains(said.text())) {
                return talk.with(block, said.with(Delivery.DELIVERED));
            }
        }
        return talk;
    }
}
