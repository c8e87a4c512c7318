package baton.engine.rule.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Attempts;
import baton.engine.Course.RunGate;
import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.SessionState;
import baton.engine.Working;
import baton.engine.fact.Action.CompleteTask;
import baton.engine.fact.Action.Finish;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.Evidence;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.rule.task.AttemptEnds;
import baton.plan.Gate;
import baton.plan.TaskSpec;
import baton.settings.RunSettings.Face;

/** The checks in front of a task and in front of the end of the run. */
public final class Gates {
    private Gates() {}

    /** The boxes of the plan's gates that stand in front of this task. */
    static List<Gate.Check> planChecks(SessionState state, String task) {
        return state.setup().plan().gates().stream()
                .filter(gate -> gate.scope() == Gate.Scope.COMMIT || (gate.scope() == Gate.Scope.TASK
                        && (gate.subject().isEmpty() || gate.subject().equals(task))))
                .flatMap(gate -> gate.checks().stream()).toList();
    }

    /** Everything to look at for a claim whose evidence is whole: declared files, offered files, then the plan's checks. */
    static List<Check> checksFor(SessionState state, AttemptState attempt, TaskSpec task, List<Evidence> evidence) {
        var checks = new ArrayList<Check>();
        var seen = new ArrayList<String>();
        for (var output : task.outputs()) {
            if (EvidenceRules.isFile(output)) {
                addFile(checks, seen, attempt, "output " + output, output);
            }
        }
        for (var item : evidence) {
            if (item.kind() == Evidence.Kind.ARTIFACT || item.kind() == Evidence.Kind.UNCHANGED) {
                addFile(checks, seen, attempt, "evidence " + item.ref(), item.ref());
            }
        }
        planChecks(state, attempt.task()).forEach(check -> checks.addAll(fromPlan(check)));
        return checks;
    }

    private static void addFile(List<Check> checks, List<String> seen, AttemptState attempt, String name, String path) {
        var bare = EvidenceRules.bare(path);
        if (!seen.contains(bare)) {
            seen.add(bare);
            var change = attempt.changes().get(bare);
            checks.add(new Check.FileIs(name, bare, change == null ? "" : change.afterSha256()));
        }
    }

    static List<Check> fromPlan(Gate.Check check) {
        if (!check.command().isEmpty()) {
            return List.of(new Check.CommandPasses(check.text(), check.command()));
        }
        return check.path().isEmpty()
                ? List.of()
                : List.of(new Check.FileIs(check.text(), EvidenceRules.bare(check.path()), ""));
    }

    static String nameOf(Check check) {
        return switch (check) {
            case Check.FileIs file -> file.name();
            case Check.CommandPasses command -> command.name();
        };
    }

    /** The checks of a gate ended; a gate that is not open any more is left alone. */
    public static void ended(Working working, ChecksEnded outcome) {
        if (outcome.gate().equals(Origins.RUN_GATE)) {
            runEnded(working, outcome);
            return;
        }
        if (outcome.gate().startsWith(Origins.PHASE_GATE)) {
            PhaseGates.ended(working, outcome);
            return;
        }
        var attempt = working.state().work().attempt(Attempts.ofPart(outcome.gate()))
                .filter(known -> known.gate().equals(outcome.gate()));
        attempt.ifPresent(known -> taskEnded(working, known, outcome));
    }

    private static void taskEnded(Working working, AttemptState attempt, ChecksEnded outcome) {
        var call = claimOf(attempt)
                .orElseThrow(() -> new IllegalStateException("a gate without a claim: " + outcome.gate()));
        if (allPassed(outcome.results())) {
            Reviews.askOrAccept(working, attempt, call, outcome.gate(), outcome.results());
        } else {
            working.causedBy(working.record(attempt.subject(), new GateFailed(outcome.gate(), outcome.results())));
            Claims.refused(working, working.state().work().attempt(attempt.id()).orElseThrow(), call,
                    outcome.results());
        }
    }

    private static Optional<OpenCall> claimOf(AttemptState attempt) {
        return attempt.calls().values().stream()
                .filter(call -> call.request().action() instanceof CompleteTask
                        || call.request().action() instanceof Finish)
                .sorted().findFirst();
    }

    static String summary(OpenCall call) {
        return call.request().action() instanceof Finish finish
                ? finish.summary()
                : ((CompleteTask) call.request().action()).summary();
    }

    static List<Evidence> evidence(OpenCall call) {
        return call.request().action() instanceof Finish finish
                ? finish.evidence()
                : ((CompleteTask) call.request().action()).evidence();
    }

    static boolean allPassed(List<CheckResult> results) {
        return !results.isEmpty() && results.stream().allMatch(result -> result.verdict() == Verdict.PASSED);
    }

    /** Starts the checks in front of the end; false where the plan has none that can be run. */
    public static boolean startRun(Working working) {
        var checks = runChecks(working.state());
        if (checks.isEmpty()) {
            return false;
        }
        working.record(Subject.SESSION, new GateStarted(Origins.RUN_GATE, checks.stream().map(Gates::nameOf).toList()));
        working.ask(new RunChecks(Origins.RUN_GATE, "", checks));
        return true;
    }

    /**
     * The plan has checks in front of the end, everything else is done, and nobody knows yet whether they hold.
     *
     * <p>Before a person a session without a task has only just begun.
     */
    public static boolean owesRun(SessionState state) {
        boolean isDone = state.totals().left() == 0
                && (state.totals().tasks() > 0 || state.setup().settings().face() == Face.BATCH);
        return isDone && state.course().runGate().state() == RunGate.State.NOT_RUN && !runChecks(state).isEmpty();
    }

    private static List<Check> runChecks(SessionState state) {
        return state.setup().plan().gates().stream().filter(gate -> gate.scope() == Gate.Scope.RUN)
                .flatMap(gate -> gate.checks().stream()).flatMap(check -> fromPlan(check).stream()).toList();
    }

    private static void runEnded(Working working, ChecksEnded outcome) {
        if (working.state().course().runGate().state() != RunGate.State.RUNNING) {
            return;
        }
        working.record(Subject.SESSION, allPassed(outcome.results())
                ? new GatePassed(outcome.gate(), outcome.results())
                : new GateFailed(outcome.gate(), outcome.results()));
    }
}
