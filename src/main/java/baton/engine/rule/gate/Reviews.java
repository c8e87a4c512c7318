package baton.engine.rule.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.engine.AttemptState;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.Shared.Review;
import baton.engine.Working;
import baton.engine.fact.Action.GiveReview;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.ReviewGiven;
import baton.engine.fact.GateEvent.ReviewRequested;
import baton.engine.fact.GateEvent.ReviewVerdict;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.rule.people.DecisionReviews;
import baton.engine.rule.task.Assignment;
import baton.engine.rule.task.AttemptEnds;
import baton.engine.rule.task.Orchestrators;
import baton.engine.rule.task.Readiness;
import baton.plan.Gate;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/**
 * Checks that another agent answers: "reviewed by AGENT" in a gate or among a task's criteria.
 *
 * <p>Once everything else holds, the agents that are named are asked one after another. Each gives its verdict by a task of
 * its own; the claim waits without a slot. A rejection counts as a refused claim, so that their number is bounded.
 */
public final class Reviews {
    private static final Pattern WORDS = Pattern.compile(
            "\\b(?:reviewed|review|approved|approval|signed off|sign-?off)\\b(?: (?:is )?(?:done|given|complete))?"
                    + " (?:by|from) (?:the )?@?(.+)",
            Pattern.CASE_INSENSITIVE);

    private Reviews() {}

    /** A check that an agent answers. */
    private record Wanted(String check, String reviewer) {}

    /** The agent that a check names as its reviewer; empty where it asks for no review, or names nobody of the team. */
    public static Optional<String> reviewerOf(SessionState state, String check) {
        Matcher matcher = WORDS.matcher(check.strip());
        if (!matcher.find()) {
            return Optional.empty();
        }
        var named = matcher.group(1).strip().replaceAll("[.;,)]+$", "");
        // The name may have words behind it; the longest beginning that is somebody's name is meant.
        while (!named.isEmpty()) {
            var found = Assignment.find(state, named);
            if (found.isPresent()) {
                return found;
            }
            int blank = named.lastIndexOf(' ');
            named = blank < 0 ? "" : named.substring(0, blank).replaceAll("[.;:,)]+$", "");
        }
        return Optional.empty();
    }

    /** True where an agent was asked for this check in the session, so that it is not left to people. */
    public static boolean isAsked(SessionState state, String check) {
        return state.shared().reviews().values().stream().anyMatch(review -> review.check().equals(check));
    }

    /** Whether the check of a task is another agent's review; nobody reviews their own work. */
    static boolean isReview(SessionState state, AttemptState attempt, String check, String reviewer) {
        var asked = reviewerOf(state, check).filter(agent -> !agent.equals(attempt.agent()));
        return asked.isPresent() && asked.equals(Assignment.find(state, reviewer.replaceFirst("^@", "").strip()));
    }

    private static List<Wanted> wanted(SessionState state, AttemptState attempt, TaskSpec task) {
        var wanted = new ArrayList<Wanted>();
        if (state.shared().reviews().containsKey(task.id())) {
            return wanted;
        }
        var prose = Gates.planChecks(state, task.id()).stream()
                .filter(check -> check.command().isEmpty() && check.path().isEmpty()).map(Gate.Check::text);
        Stream.concat(prose, task.acceptance().stream()).distinct().forEach(check -> reviewerOf(state, check)
                .filter(agent -> !agent.equals(attempt.agent()))
                .filter(agent -> wanted.stream().noneMatch(other -> other.reviewer().equals(agent)))
                .ifPresent(agent -> wanted.add(new Wanted(check, agent))));
        return wanted;
    }

    /** Everything else holds: asks the next agent for its review, or accepts where nobody is left to be asked. */
    static void askOrAccept(Working working, AttemptState attempt, OpenCall call, String gate, List<CheckResult> held) {
        var task = working.state().work().task(attempt.task()).orElseThrow().spec();
        var next = wanted(working.state(), attempt, task).stream()
                .filter(one -> held.stream().noneMatch(result -> result.name().equals(one.check()))).findFirst();
        if (next.isPresent()) {
            ask(working, attempt, call, gate, next.get(), held);
            return;
        }
        // The task may have been edited since the claim was weighed.
        var missing = EvidenceRules.missing(working.state(), attempt,
                Orchestrators.asked(working.state(), attempt.task()), Gates.evidence(call));
        if (!missing.isEmpty()) {
            var results = Stream.concat(held.stream(), missing.stream()).toList();
            working.causedBy(working.record(attempt.subject(), new GateFailed(gate, results)));
            Claims.refused(working, working.state().work().attempt(attempt.id()).orElseThrow(), call, results);
            return;
        }
        if (!held.isEmpty()) {
            working.causedBy(working.record(attempt.subject(), new GatePassed(gate, held)));
        }
        working.record(attempt.subject(), new ToolCompleted(call.id(), "Accepted.", List.of()));
        AttemptEnds.accept(working, attempt, Gates.summary(call));
    }

    private static void ask(Working working, AttemptState attempt, OpenCall call, String gate, Wanted wanted,
            List<CheckResult> held) {
        var id = working.nextId("R");
        working.causedBy(working.record(attempt.subject(),
                new ReviewRequested(gate, id, wanted.reviewer(), wanted.check(), call.id(), held)));
        working.record(new Subject("", id, 0), new TaskAdded(errand(working, attempt, call, id, wanted), Origins.RULE));
        Readiness.readyIfFree(working, id);
    }

    private static TaskSpec errand(Working working, AttemptState attempt, OpenCall call, String id, Wanted wanted) {
        var task = working.state().work().task(attempt.task()).orElseThrow().spec();
        var draft = new TaskDraft(id, "Review " + task.id() + ": " + task.title(), wanted.reviewer());
        draft.kind = TaskSpec.Kind.FOLLOW_UP;
        draft.priority = task.priority();
        draft.place = task.place();
        draft.inputs.addAll(attempt.changes().keySet());
        draft.contract.add("Judge the work of " + attempt.agent() + " for the check: " + wanted.check());
        draft.contract.add("What it says of its work: " + Gates.summary(call));
        task.acceptance().forEach(criterion -> draft.contract.add("The task's criterion: " + criterion));
        draft.contract.add("Claim " + (attempt.claims() + 1) + " of "
                + working.state().setup().settings().limits().claimsMax()
                + ". Change no files. Give your verdict with give_review; nothing else ends this task.");
        return draft.toTask();
    }

    /** The verdict of an agent that was asked; its own task is done with it. */
    public static void give(Working working, AttemptState reviewer, OpenCall call, GiveReview review) {
        var asked = working.state().shared().reviews().get(reviewer.task());
        working.record(reviewer.subject(), new ToolCompleted(call.id(), "Thank you.", List.of()));
        AttemptEnds.accept(working, reviewer, (review.accepted() ? "Accepted. " : "Rejected. ") + review.text());
        if (asked != null) {
            conclude(working, asked, review.accepted() ? ReviewVerdict.ACCEPTED : ReviewVerdict.REJECTED,
                    review.text());
        }
    }

    /** A task ended without being accepted; where it was a review, there is no verdict. */
    public static void withoutVerdict(Working working, String task, String reason) {
        var asked = working.state().shared().reviews().get(task);
        if (asked != null) {
            conclude(working, asked, ReviewVerdict.NOT_GIVEN, reason);
        }
    }

    /** Nothing happens where the claim does not wait for it any more. */
    private static void conclude(Working working, Review asked, ReviewVerdict verdict, String text) {
        if (asked.call().isEmpty()) {
            DecisionReviews.given(working, asked, verdict, text);
            return;
        }
        var waiting = working.state().work().attempt(asked.attempt())
                .filter(attempt -> attempt.calls().values().stream()
                        .anyMatch(call -> call.waitsFor().equals(asked.id())));
        if (waiting.isEmpty()) {
            return;
        }
        var subject = waiting.get().subject();
        working.causedBy(working.record(subject,
                new ReviewGiven(asked.gate(), asked.id(), asked.reviewer(), verdict, text)));
        var attempt = working.state().work().attempt(asked.attempt()).orElseThrow();
        var call = attempt.calls().get(asked.call());
        var results = new ArrayList<>(asked.results());
        if (call != null && verdict == ReviewVerdict.ACCEPTED) {
            results.add(new CheckResult(asked.check(), Verdict.PASSED, asked.reviewer() + ": " + text));
            askOrAccept(working, attempt, call, asked.gate(), results);
        } else if (call != null) {
            boolean none = verdict == ReviewVerdict.NOT_GIVEN;
            results.add(new CheckResult(asked.check(), none ? Verdict.UNKNOWN : Verdict.FAILED,
                    none
                            ? "there is no verdict of " + asked.reviewer() + ": " + text
                            : asked.reviewer() + ": " + text));
            working.causedBy(working.record(subject, new GateFailed(asked.gate(), results)));
            Claims.refused(working, working.state().work().attempt(asked.attempt()).orElseThrow(), call, results);
        }
    }
}
