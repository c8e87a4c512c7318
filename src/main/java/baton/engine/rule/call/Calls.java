package baton.engine.rule.call;

import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Attempts;
import baton.engine.Effect.CallTool;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Working;
import baton.engine.fact.Action;
import baton.engine.fact.FileChange;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolDenied;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolStarted;

/** The order of a turn's tool calls: reads side by side, writes one after another, the claim or handoff when all else has ended. */
public final class Calls {
    private Calls() {}

    /** Starts or decides every call that may go on now; false where nothing could. */
    public static boolean advance(Working working, AttemptState before) {
        boolean moved = false;
        for (var call : before.calls().values().stream().sorted().toList()) {
            var attempt = working.state().work().attempt(before.id());
            if (attempt.isEmpty() || !attempt.get().gate().isEmpty()) {
                return true;
            }
            var now = attempt.get().calls().get(call.id());
            if (now != null && now.isToBegin() && mayGo(attempt.get(), now)) {
                begin(working, attempt.get(), now);
                moved = true;
            }
        }
        return moved;
    }

    private static boolean mayGo(AttemptState attempt, OpenCall call) {
        return switch (call.request().action()) {
            case Action.CompleteTask ignored -> attempt.calls().size() == 1 || onlyFinalsLeft(attempt, call);
            case Action.HandOff ignored -> attempt.calls().size() == 1 || onlyFinalsLeft(attempt, call);
            case Action.Finish ignored -> attempt.calls().size() == 1 || onlyFinalsLeft(attempt, call);
            case Action.GiveReview ignored -> attempt.calls().size() == 1 || onlyFinalsLeft(attempt, call);
            case Action.Workspace workspace -> workspace.access() == Action.Access.READ || isFirstWrite(attempt, call);
            case Action.RunCommand ignored -> isFirstWrite(attempt, call);
            case Action.ReportBlocker ignored -> true;
            case Action.AskQuestion ignored -> true;
            case Action.ProposeDecision ignored -> true;
            case Action.PublishContract ignored -> true;
            case Action.ShareFinding ignored -> true;
            case Action.UpdateStatus ignored -> true;
            case Action.Delegate ignored -> true;
            case Action.AddTask ignored -> true;
            case Action.Split ignored -> true;
            case Action.Reassign ignored -> true;
            case Action.Reprioritise ignored -> true;
            case Action.ResolveBlocker ignored -> true;
            case Action.Malformed ignored -> true;
        };
    }

    /** Two calls that would each end the attempt: the first one named goes first. */
    private static boolean onlyFinalsLeft(AttemptState attempt, OpenCall call) {
        return attempt.calls().values().stream().allMatch(other -> isFinal(other) && other.number() >= call.number());
    }

    private static boolean isFinal(OpenCall call) {
        return call.request().action() instanceof Action.CompleteTask
                || call.request().action() instanceof Action.HandOff
                || call.request().action() instanceof Action.Finish
                || call.request().action() instanceof Action.GiveReview;
    }

    private static boolean isFirstWrite(AttemptState attempt, OpenCall call) {
        return attempt.calls().values().stream().noneMatch(other -> other.number() < call.number() && isWrite(other));
    }

    private static boolean isWrite(OpenCall call) {
        var action = call.request().action();
        return action instanceof Action.RunCommand
                || (action instanceof Action.Workspace workspace && workspace.access() == Action.Access.WRITE);
    }

    private static void begin(Working working, AttemptState attempt, OpenCall call) {
        working.causedBy(0);
        if (!isOffered(working, attempt, call)) {
            working.record(attempt.subject(), new ToolDenied(call.id(),
                    "you were not given the tool " + call.request().tool() + "; use one of those you were given",
                    Origins.RULE));
            return;
        }
        switch (call.request().action()) {
            case Action.Workspace workspace -> start(working, attempt, call, true);
            case Action.RunCommand command -> {
                if (Permissions.allow(working, attempt, call, command)) {
                    start(working, attempt, call, false);
                }
            }
            case Action.Malformed malformed -> {
                announce(working, attempt, call);
                working.record(attempt.subject(), new ToolFailed(call.id(), malformed.reason(), List.of()));
            }
            case Action coordination -> {
                announce(working, attempt, call);
                Coordination.decide(working, attempt, call, coordination);
            }
        }
    }

    /** Every call that ends has begun, also one that never leaves the engine; one whose gate was lost has begun already. */
    private static void announce(Working working, AttemptState attempt, OpenCall call) {
        if (call.state() != OpenCall.State.DECIDED_HERE) {
            working.causedBy(working.record(attempt.subject(),
                    new ToolStarted(call.id(), call.request().tool(), call.request().argumentsJson(), true)));
        }
    }

    /** A tool that the agent was not offered does not run, whatever the model writes. */
    private static boolean isOffered(Working working, AttemptState attempt, OpenCall call) {
        return switch (call.request().action()) {
            case Action.Workspace ignored -> Permissions.mayUse(working, attempt, call.request().tool());
            case Action.RunCommand ignored -> Permissions.mayUse(working, attempt, call.request().tool());
            case Action.GiveReview ignored -> working.state().shared().reviews().containsKey(attempt.task());
            case Action action -> !Orchestration.isOne(action)
                    || working.state().mayDelegate(attempt);
        };
    }

    private static void start(Working working, AttemptState attempt, OpenCall call, boolean repeatable) {
        working.record(attempt.subject(),
                new ToolStarted(call.id(), call.request().tool(), call.request().argumentsJson(), repeatable));
        working.ask(effect(working, attempt, call));
    }

    /** The request to the tools; the same for every try of one call. */
    public static CallTool effect(Working working, AttemptState attempt, OpenCall call) {
        var task = working.state().work().task(attempt.task()).orElseThrow();
        var writes = new java.util.ArrayList<>(working.state().setup().casting(attempt.agent()).writes());
        if (writes.isEmpty()) {
            writes.add("**");
        }
        // What an agent writes into a delegation is text, and text never grants a right.
        if (task.origin().parent().isEmpty()) {
            task.spec().outputs()
                    .forEach(output -> writes.add(output.startsWith("/") ? output.substring(1) : output));
        }
        return new CallTool(call.id(), attempt.agent(), attempt.task(), attempt.number(), call.request().tool(),
                call.request().argumentsJson(), call.request().action(), writes,
                Narrowing.paths(working, attempt, call.request().tool()), call.id());
    }

    /** A tool ended; a call that is not running any more is left alone. */
    public static void ended(Working working, ToolEnded outcome) {
        var attempt = working.state().work().attempt(Attempts.ofPart(outcome.call()));
        var call = attempt.flatMap(known -> Optional.ofNullable(known.calls().get(outcome.call())))
                .filter(OpenCall::isRunning);
        if (attempt.isEmpty() || call.isEmpty()) {
            return;
        }
        var subject = attempt.get().subject();
        working.causedBy(working.record(subject, switch (outcome.end()) {
            case DONE -> new ToolCompleted(outcome.call(), outcome.text(), outcome.changes());
            case FAILED -> new ToolFailed(outcome.call(), outcome.text(), outcome.changes());
            case CANCELLED -> new ToolCancelled(outcome.call(), outcome.text());
            case DENIED -> new ToolDenied(outcome.call(), outcome.text(), Origins.RULE);
        }));
        for (FileChange change : outcome.changes()) {
            if (!change.afterSha256().isEmpty()) {
                working.record(subject,
                        new ArtifactProduced(change.path(), change.afterSha256(), change.afterBytes(), outcome.call()));
            }
        }
    }
}
