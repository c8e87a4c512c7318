package baton.engine.rule.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import baton.engine.AttemptState.Phase;
import baton.engine.Command.StopReason;
import baton.engine.Course.RunGate;
import baton.engine.Effect.Cancel;
import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.MetricFigure;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.rule.gate.Gates;
import baton.engine.rule.gate.PhaseGates;
import baton.engine.rule.gate.Reviews;
import baton.engine.rule.people.Rework;
import baton.engine.rule.task.Floor;
import baton.engine.rule.task.InFlight;
import baton.engine.rule.task.Pausing;
import baton.plan.TaskSpec;
import baton.settings.RunSettings.Face;
import baton.settings.RunSettings.OnQuestion;

/** When a process is over, and how it ended. */
public final class Ending {
    private Ending() {}

    /** The person, a signal or the clock ends the process: what runs is stopped, everything is kept. */
    public static void stop(Working working, StopReason reason) {
        boolean moving = isMoving(working.state());
        stopAll(working, "the session was stopped");
        var verdict = switch (reason) {
            case INTERRUPTED -> new Verdict(Status.INTERRUPTED, 130, "interrupted");
            case TERMINATED -> new Verdict(Status.INTERRUPTED, 143, "terminated");
            case TIMED_OUT -> new Verdict(Status.TIMEOUT, 124, "the time limit of the run was reached");
            case BROKEN -> new Verdict(Status.ERROR, 1, "baton met an error of its own");
            case QUIT -> quit(working.state(), moving);
        };
        finish(working, verdict);
    }

    private static void stopAll(Working working, String reason) {
        for (var attempt : working.state().work().attempts().keySet()) {
            InFlight.cancel(working, attempt, reason);
        }
        PhaseGates.lose(working);
        if (working.state().course().runGate().state() == RunGate.State.RUNNING) {
            working.record(Subject.SESSION, new GateLost(Origins.RUN_GATE));
            working.ask(new Cancel(Origins.RUN_GATE));
        }
    }

    /** Something runs, or would be next to run. */
    private static boolean isMoving(SessionState state) {
        return state.work().inFlight() > 0 || !state.work().ready().isEmpty() || !state.work().returning().isEmpty();
    }

    /** Who leaves in the middle has not failed, nor does only a person hold it up: what keeps the rest is the leaving. */
    private static Verdict quit(SessionState state, boolean moving) {
        if (Gates.owesRun(state)) {
            return new Verdict(Status.INTERRUPTED, 130, "left before the checks at the end of the run were through");
        }
        var verdict = verdict(state);
        boolean leaving = switch (verdict.status()) {
            case FAILED -> state.totals().left() > 0;
            case WAITING -> moving;
            case COMPLETE, DEGRADED, BUDGET, PROVIDER, TIMEOUT, INTERRUPTED, ERROR -> false;
        };
        return leaving ? new Verdict(Status.INTERRUPTED, 130, "left before the end") : verdict;
    }

    /** Ends a batch session that was told to fail rather than wait for a person; true where it did. */
    public static boolean refuseToWait(Working working) {
        var settings = working.state().setup().settings();
        if (settings.face() != Face.BATCH || settings.onQuestion() != OnQuestion.FAIL
                || !waitsForPeople(working.state())) {
            return false;
        }
        stopAll(working, "a person is needed, and the session was told not to wait");
        finish(working, verdict(working.state()));
        return true;
    }

    private record Verdict(Status status, int exitCode, String reason) {}

    /**
     * Looks at the end of the run once nothing runs and nothing can start; true where something happened.
     *
     * <p>The checks in front of the end are looked at before every face; only a batch session then ends by itself.
     */
    public static boolean consider(Working working) {
        var state = working.state();
        if (state.work().inFlight() > 0) {
            return false;
        }
        if (Gates.owesRun(state) && Gates.startRun(working)) {
            return true;
        }
        if (state.setup().settings().face() != Face.BATCH) {
            return false;
        }
        finish(working, verdict(state));
        return true;
    }

    private static void finish(Working working, Verdict verdict) {
        Floor.end(working);
        var state = working.state();
        var totals = state.totals();
        working.causedBy(0);
        working.record(Subject.SESSION,
                new SessionResult(verdict.status(), verdict.exitCode(), counts(state), totals.usage(),
                        totals.costMicros(),
                        totals.costKnown(), working.elapsedMs(), metrics(state), humanTasks(state), verdict.reason(),
                        Toolkits.missing(state)));
    }

    private static Verdict verdict(SessionState state) {
        var course = state.course();
        int left = state.totals().left();
        if (left > 0 && heldByProvider(state)) {
            return new Verdict(Status.PROVIDER, 7, trouble(course.providerTroubles()));
        }
        if (left > 0 && !course.exhausted().isEmpty()) {
            return new Verdict(Status.BUDGET, 6, "the budget is used up: " + course.exhausted());
        }
        if ((left > 0 || Rework.isAsked(state)) && waitsForPeople(state)) {
            return new Verdict(Status.WAITING, 5, "only a person can go on: " + String.join(", ", holding(state)));
        }
        var paused = left > 0 ? Pausing.holding(state) : List.<String>of();
        if (!paused.isEmpty()) {
            return new Verdict(Status.WAITING, 5, "only a person can go on: " + String.join(", ", paused));
        }
        var totals = state.totals();
        if (left > 0 || totals.failed() > 0 || totals.cancelled() > 0) {
            return new Verdict(Status.FAILED, 4, totals.failed() + " failed, "
                    + (totals.cancelled() > 0 ? totals.cancelled() + " cancelled, " : "") + left + " not done");
        }
        if (PhaseGates.anyFailed(state)) {
            return new Verdict(Status.FAILED, 4, "the gate of a phase did not pass");
        }
        if (course.runGate().state() == RunGate.State.FAILED) {
            return new Verdict(Status.FAILED, 4, "the checks at the end of the run did not pass");
        }
        return state.totals().degraded() > 0
                ? new Verdict(Status.DEGRADED, 0, "complete, with a fall-back taken")
                : new Verdict(Status.COMPLETE, 0, "every task is accepted");
    }

    /** A provider holds what could start, or an attempt that waits for no person. */
    private static boolean heldByProvider(SessionState state) {
        return !state.course().providerTroubles().isEmpty() && (!state.work().ready().isEmpty() || state.work()
                .attempts().values().stream()
                .anyMatch(attempt -> attempt.phase() == Phase.PARKED && attempt.hold() == Hold.PROVIDER));
    }

    private static String trouble(Map<String, String> troubles) {
        return troubles.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static boolean waitsForPeople(SessionState state) {
        return !holding(state).isEmpty();
    }

    /** Ids of open items that hold an attempt or a task, or on which it depends whether accepted tasks stay so. */
    private static List<String> holding(SessionState state) {
        return state.people().open().stream().map(id -> state.people().items().get(id)).filter(item -> item != null)
                .filter(item -> item.asksForRework() || state.work().attempt(item.attempt()).isPresent()
                        || item.gates().stream().anyMatch(task -> isPending(state, task)))
                .map(item -> item.id()).toList();
    }

    private static boolean isPending(SessionState state, String task) {
        return state.work().task(task).map(known -> known.status() == TaskState.Status.PENDING).orElse(false);
    }

    private static Counts counts(SessionState state) {
        var totals = state.totals();
        var people = state.people();
        return new Counts(totals.tasks(), totals.accepted(), totals.failed(), totals.cancelled(), totals.left(),
                totals.turns(),
                totals.toolCalls(), totals.handoffs(), open(people, baton.engine.People.Item.Kind.BLOCKER),
                open(people, baton.engine.People.Item.Kind.QUESTION),
                open(people, baton.engine.People.Item.Kind.DECISION),
                totals.gatesFailed(), state.shared().findings().size());
    }

    private static int open(baton.engine.People people, baton.engine.People.Item.Kind kind) {
        return (int) people.open().stream().map(id -> people.items().get(id))
                .filter(item -> item != null && item.kind() == kind)
                .count();
    }

    private static List<MetricFigure> metrics(SessionState state) {
        return state.setup().plan().metrics().stream()
                .map(metric -> new MetricFigure(metric.name(), "", metric.target(), "not measured")).toList();
    }

    private static List<String> humanTasks(SessionState state) {
        var tasks = new ArrayList<String>();
        state.setup().plan().tasks().stream().filter(task -> task.kind() == TaskSpec.Kind.HUMAN)
                .forEach(task -> tasks.add(task.title()));
        for (var id : state.people().open()) {
            var item = state.people().items().get(id);
            if (item != null) {
                tasks.add(id + ": " + item.text());
            }
        }
        state.setup().plan().gates().stream().flatMap(gate -> gate.checks().stream())
                .filter(check -> check.command().isEmpty() && check.path().isEmpty()
                        && !Reviews.isAsked(state, check.text()))
                .forEach(check -> tasks.add("confirm: " + check.text()));
        return tasks;
    }
}
