package baton.engine.rule.call;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Closing;
import baton.engine.OpenCall;
import baton.engine.Shared;
import baton.engine.Working;
import baton.engine.fact.Action;
import baton.engine.fact.Action.AskQuestion;
import baton.engine.fact.Action.HandOff;
import baton.engine.fact.Action.ProposeDecision;
import baton.engine.fact.Action.ReportBlocker;
import baton.engine.fact.Action.ShareFinding;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.Event;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.SharingEvent.ContractPublished;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffBounced;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskProgressed;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.rule.conversation.Relevance;
import baton.engine.rule.gate.Claims;
import baton.engine.rule.gate.Reviews;
import baton.engine.rule.people.DecisionReviews;
import baton.engine.rule.people.Inbox;
import baton.engine.rule.task.Assignment;
import baton.engine.rule.task.AttemptEnds;

/** Coordination calls, decided here and nowhere else, so that they replay exactly. */
final class Coordination {
    private static final int NAMES_MAX = 30;

    private Coordination() {}

    static void decide(Working working, AttemptState attempt, OpenCall call, Action action) {
        switch (action) {
            case ReportBlocker blocker -> block(working, attempt, call, blocker);
            case AskQuestion question -> question(working, attempt, call, question);
            case ProposeDecision proposal -> decision(working, attempt, call, proposal);
            case HandOff handOff -> handOff(working, attempt, call, handOff);
            case Action.CompleteTask claim -> Claims.claim(working, attempt, call, claim);
            case Action.PublishContract contract -> share(working, attempt, call, new ContractPublished(contract.name(),
                    contract.version(), contract.path(), contract.summary()), "Published.");
            case Action.ShareFinding finding -> finding(working, attempt, call, finding);
            case Action.UpdateStatus status -> status(working, attempt, call, status);
            case Action.Finish finish -> Claims.claim(working, attempt, call,
                    new Action.CompleteTask(finish.summary(), finish.evidence()));
            case Action.GiveReview review -> Reviews.give(working, attempt, call, review);
            case Action.Delegate delegate -> Orchestration.delegate(working, attempt, call, delegate);
            case Action.AddTask add -> Orchestration.add(working, attempt, call, add.wish());
            case Action.Split split -> Orchestration.split(working, attempt, call, split);
            case Action.Reassign reassign -> Orchestration.reassign(working, attempt, call, reassign);
            case Action.Reprioritise change -> Orchestration.reprioritise(working, attempt, call, change);
            case Action.ResolveBlocker resolve -> Orchestration.resolve(working, attempt, call, resolve);
            case Action.Workspace ignored -> throw new IllegalStateException("not a coordination call: " + call.id());
            case Action.RunCommand ignored -> throw new IllegalStateException("not a coordination call: " + call.id());
            case Action.Malformed ignored -> throw new IllegalStateException("not a coordination call: " + call.id());
        }
    }

    private static void share(Working working, AttemptState attempt, OpenCall call, Event fact, String reply) {
        working.causedBy(working.record(attempt.subject(), fact));
        working.record(attempt.subject(), new ToolCompleted(call.id(), reply, List.of()));
    }

    private static void finding(Working working, AttemptState attempt, OpenCall call, ShareFinding shared) {
        var finding = new Shared.Finding(working.nextId("F"), shared.title(), shared.text(), shared.urgent(),
                attempt.agent(), attempt.task());
        var tells = shared.urgent()
                ? List.<String>of()
                : Relevance.attemptsFor(working.state(), attempt, finding);
        share(working, attempt, call,
                new FindingShared(finding.id(), finding.title(), finding.text(), finding.urgent(), tells), "Shared.");
    }

    private static void status(Working working, AttemptState attempt, OpenCall call, Action.UpdateStatus status) {
        int percent = Math.clamp(status.percent(), 0, 100);
        share(working, attempt, call, new TaskProgressed(percent, status.text(), status.nextUpdate()), "Noted.");
    }

    private static void block(Working working, AttemptState attempt, OpenCall call, ReportBlocker blocker) {
        var id = working.nextId("B");
        working.causedBy(working.record(attempt.subject(),
                new BlockerRaised(id, blocker.severity(), blocker.kind(), blocker.text(),
                        blocker.needs(), attempt.agent(), List.of(), call.id())));
        Inbox.settleInAdvance(working, id);
    }

    private static void question(Working working, AttemptState attempt, OpenCall call, AskQuestion question) {
        var id = working.nextId("Q");
        working.causedBy(working.record(attempt.subject(), new QuestionAsked(id, question.text(), question.options(),
                question.recommendation(), attempt.agent(), call.id())));
        Inbox.settleInAdvance(working, id);
    }

    private static void decision(Working working, AttemptState attempt, OpenCall call, ProposeDecision proposal) {
        var id = working.nextId("D");
        working.causedBy(working.record(attempt.subject(), new DecisionOpened(id, proposal.title(), proposal.question(),
                proposal.options(), proposal.recommendation(), proposal.reason(), List.of(), call.id())));
        DecisionReviews.ask(working, id, proposal.reviewers());
        Inbox.settleInAdvance(working, id);
    }

    /** A handoff that says nothing helps nobody, and goes back to its author. */
    private static void handOff(Working working, AttemptState attempt, OpenCall call, HandOff handOff) {
        if (saysNothing(handOff.note())) {
            working.record(attempt.subject(), new ToolFailed(call.id(),
                    "a handoff needs what was completed, the next steps, or notes", List.of()));
            return;
        }
        var wanted = handOff.to().strip();
        var to = wanted.isEmpty() ? Optional.of("") : Assignment.find(working.state(), wanted);
        if (to.isEmpty() && attempt.closing() != Closing.ASKED) {
            bounce(working, attempt, call, handOff);
            return;
        }
        var receiver = to.filter(agent -> !agent.equals(attempt.agent())).orElse("");
        working.causedBy(working.record(attempt.subject(),
                new HandoffCreated(working.nextId("H"), attempt.agent(), receiver, handOff.note(), false)));
        working.record(attempt.subject(), new ToolCompleted(call.id(), "Handed off.", List.of()));
        AttemptEnds.end(working, attempt, End.HANDED_OFF,
                "handed off by " + attempt.agent() + (receiver.isEmpty() ? "" : " to " + receiver));
    }

    /** Nobody has that name. In a closing turn there is no time to say it again, so there the next attempt takes it. */
    private static void bounce(Working working, AttemptState attempt, OpenCall call, HandOff handOff) {
        var id = working.nextId("H");
        var reason = "nobody is called \"" + handOff.to().strip() + "\"";
        var names = working.state().setup().agents().keySet().stream().limit(NAMES_MAX)
                .collect(Collectors.joining(", "));
        working.record(attempt.subject(),
                new HandoffCreated(id, attempt.agent(), handOff.to().strip(), handOff.note(), false));
        working.causedBy(working.record(attempt.subject(), new HandoffBounced(id, reason)));
        working.record(attempt.subject(), new ToolFailed(call.id(),
                reason + (names.isEmpty() ? "" : "; there are " + names)
                        + "; leave \"to\" empty to hand over to the next attempt at this task",
                List.of()));
    }

    private static boolean saysNothing(HandoffNote note) {
        return note.completed().isEmpty() && note.nextSteps().isEmpty() && note.notes().isBlank();
    }
}
