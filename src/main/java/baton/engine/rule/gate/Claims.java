package baton.engine.rule.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Closing;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.StandardTexts;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.Action.CompleteTask;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.CheckResult;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.ModelReply;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.rule.task.AttemptEnds;
import baton.engine.rule.task.Orchestrators;
import baton.engine.rule.task.Progress;

/** "Done" is a claim: it is weighed by its evidence first, then by checks. */
public final class Claims {
    private Claims() {}

    /** Weighs the claim of an open {@code complete_task} call. */
    public static void claim(Working working, AttemptState attempt, OpenCall call, CompleteTask claim) {
        var open = Orchestrators.openChildren(working.state(), attempt.task());
        if (!open.isEmpty() && attempt.closing() != Closing.ASKED) {
            working.record(attempt.subject(), new ToolFailed(call.id(), tooEarly(working, attempt, open), List.of()));
            return;
        }
        if (working.state().shared().reviews().containsKey(attempt.task())) {
            working.record(attempt.subject(), new ToolFailed(call.id(),
                    "this task is a review; give your verdict with give_review", List.of()));
            return;
        }
        working.causedBy(working.record(attempt.subject(), new TaskClaimed(claim.summary(), claim.evidence())));
        var task = Orchestrators.asked(working.state(), attempt.task());
        var missing = EvidenceRules.missing(working.state(), attempt, task, claim.evidence());
        var gate = attempt.id() + "!" + (attempt.claims() + 1);
        if (!missing.isEmpty()) {
            working.record(attempt.subject(), new GateFailed(gate, missing));
            refused(working, working.state().work().attempt(attempt.id()).orElseThrow(), call, missing);
            return;
        }
        var checks = Gates.checksFor(working.state(), attempt, task, claim.evidence());
        if (checks.isEmpty()) {
            Reviews.askOrAccept(working, attempt, call, gate, List.of());
            return;
        }
        working.record(attempt.subject(), new GateStarted(gate, checks.stream().map(Gates::nameOf).toList()));
        working.ask(new baton.engine.Effect.RunChecks(gate, attempt.task(), checks));
    }

    private static String tooEarly(Working working, AttemptState attempt, List<TaskState> open) {
        var ids = open.stream().map(TaskState::id).collect(Collectors.joining(", "));
        return Orchestrators.waitsForOthers(working.state(), attempt)
                ? "Too early: " + ids + (open.size() == 1 ? " is" : " are")
                        + " not done. Answer in one sentence without"
                        + " a tool call to wait; you are told when something changes."
                : "Too early: " + ids + " will never start by themselves. Split or reassign what they need, or add"
                        + " another task in its place.";
    }

    /** The gate said no: the agent is told, or the attempt ends where it has claimed too often or has no time left. */
    static void refused(Working working, AttemptState attempt, OpenCall call, List<CheckResult> results) {
        int claimsMax = working.state().setup().settings().limits().claimsMax();
        working.record(attempt.subject(),
                new ToolCompleted(call.id(), tell(results, claimsMax - attempt.claims()), List.of()));
        if (attempt.claims() >= claimsMax) {
            AttemptEnds.end(working, attempt, End.FAILED,
                    "claimed the task " + attempt.claims() + " times and the gate refused each time");
        } else if (attempt.closing() == Closing.ASKED) {
            AttemptEnds.end(working, attempt, End.TIME_BOX, "the time box is over and the gate refused the last claim");
        }
    }

    private static String tell(List<CheckResult> results, int left) {
        var text = new StringBuilder("Not accepted.");
        for (var result : results) {
            if (result.verdict() != CheckResult.Verdict.PASSED) {
                text.append("\n- ").append(result.name());
                if (!result.output().isEmpty()) {
                    text.append(": ").append(result.output());
                }
            }
        }
        return text.append("\nClaims left in this attempt: ").append(Math.max(0, left)).toString();
    }

    /**
     * The model answered without calling a tool.
     *
     * <p>Where a task declares neither outputs nor criteria, the answer is what was asked for. Otherwise the agent is told once
     * what is missing; the second time the attempt ends.
     */
    public static void answered(Working working, AttemptState attempt, ModelReply reply) {
        var task = Orchestrators.asked(working.state(), attempt.task());
        if (Orchestrators.waitsForOthers(working.state(), attempt) && attempt.closing() != Closing.ASKED) {
            wait(working, attempt);
            return;
        }
        boolean isReview = working.state().shared().reviews().containsKey(attempt.task());
        boolean declaresNothing = !isReview && task.outputs().isEmpty() && task.acceptance().isEmpty();
        if (declaresNothing && reply.finish() == ModelReply.Finish.STOP && !reply.text().isBlank()) {
            working.record(attempt.subject(), new TaskClaimed(reply.text(), List.of()));
            AttemptEnds.accept(working, attempt, reply.text());
        } else if (attempt.closing() == Closing.ASKED) {
            AttemptEnds.end(working, attempt, End.TIME_BOX, "the time box is over");
        } else if (!attempt.inbox().isEmpty()) {
            working.touch(attempt.id());
        } else if (attempt.nudges() > 0) {
            AttemptEnds.end(working, attempt, End.FAILED, "answered twice without claiming the task" + how(reply));
        } else {
            working.record(attempt.subject(), new MessageDelivered(Origins.NUDGE, nudge(working, attempt, reply)));
        }
    }

    /** It has said what there was to say: the slot is free until news or words arrive. */
    private static void wait(Working working, AttemptState attempt) {
        if (!attempt.inbox().isEmpty()) {
            working.touch(attempt.id());
            return;
        }
        var ids = Orchestrators.openChildren(working.state(), attempt.task()).stream().map(TaskState::id)
                .collect(Collectors.joining(", "));
        Progress.park(working, attempt, "waits for news of " + ids, Hold.OTHERS);
    }

    private static String how(ModelReply reply) {
        return switch (reply.finish()) {
            case LENGTH -> ", and the answer was cut at the model's limit";
            case FILTERED -> ", and the provider held the answer back";
            case STOP, TOOL_CALLS -> reply.text().isBlank() ? ", and the answer was empty" : "";
        };
    }

    /** What was wrong with the answer itself, and what the task still needs. */
    private static String nudge(Working working, AttemptState attempt, ModelReply reply) {
        var texts = working.state().setup();
        var first = switch (reply.finish()) {
            case LENGTH -> texts.promptText(StandardTexts.CUT);
            case FILTERED -> texts.promptText(StandardTexts.FILTERED);
            case STOP, TOOL_CALLS -> reply.text().isBlank() ? texts.promptText(StandardTexts.EMPTY) : "";
        };
        var rest = missing(working, attempt);
        if (rest.isEmpty()) {
            return first.isEmpty() ? texts.promptText(StandardTexts.EMPTY) : first;
        }
        return first.isEmpty() ? rest : first + "\n" + rest;
    }

    private static String missing(Working working, AttemptState attempt) {
        var task = Orchestrators.asked(working.state(), attempt.task());
        var missing = new ArrayList<String>();
        task.outputs().stream().filter(path -> !EvidenceRules.wrote(attempt, path))
                .forEach(path -> missing.add("write " + path));
        task.acceptance().forEach(criterion -> missing.add("evidence for: " + criterion));
        if (working.state().shared().reviews().containsKey(attempt.task())) {
            return "An answer alone does not end a review. Give your verdict with give_review.";
        }
        return missing.isEmpty()
                ? ""
                : working.state().setup().promptText(StandardTexts.NUDGE) + "\n- " + String.join("\n- ", missing);
    }
}
