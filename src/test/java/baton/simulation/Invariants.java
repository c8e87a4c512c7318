package baton.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import baton.engine.AttemptState;
import baton.engine.Attempts;
import baton.engine.Effect;
import baton.engine.Fold;
import baton.engine.OpenCall;
import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.Step;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.Evidence;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.TaskEvent.TaskReassigned;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** What must hold after every step, judged from the events alone and compared with the state. */
final class Invariants {
    private final List<RecordedEvent> record = new ArrayList<>();
    private final Map<String, TaskSpec> tasks = new LinkedHashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Integer> attemptsSinceOpened = new LinkedHashMap<>();
    private final Map<String, Set<String>> produced = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> claims = new LinkedHashMap<>();
    private final Map<String, Set<String>> delegated = new LinkedHashMap<>();
    private final Set<String> turns = new LinkedHashSet<>();
    private SessionState beside = SessionState.EMPTY;
    private int steps;

    List<RecordedEvent> record() {
        return record;
    }

    /** The state as a new process would find it. */
    SessionState folded() {
        var state = SessionState.EMPTY;
        for (RecordedEvent event : record) {
            state = Fold.evolve(state, event);
        }
        return state;
    }

    void after(SessionState before, Step step) {
        if (before.result().isPresent()) {
            require(step.events().isEmpty() || step.events().getFirst().event().getClass().getSimpleName()
                    .equals("SessionResumed"), "only a resume follows an end");
        }
        for (RecordedEvent event : step.events()) {
            take(event, step.state());
            beside = Fold.evolve(beside, event);
            record.add(event);
        }
        steps++;
        if (steps % 25 == 0 || step.state().result().isPresent()) {
            require(beside.equals(step.state()), "the fold of the events equals the state");
        }
        slots(step.state());
        budget(step.state());
        effects(step);
        step.state().result().ifPresent(result -> ending(step.state(), result));
    }

    private void take(RecordedEvent recorded, SessionState after) {
        String attempt = Attempts.id(recorded.subject());
        String task = recorded.subject().task();
        switch (recorded.event()) {
            case TaskAdded added -> {
                tasks.put(added.task().id(), added.task());
                delegated.computeIfAbsent(added.parent(), id -> new LinkedHashSet<>()).add(added.task().id());
            }
            case AttemptStarted _ -> started(recorded, attempt, after);
            case AttemptEnded _ -> require(open.remove(attempt), attempt + " ends once, after it started");
            case ArtifactProduced artifact -> produced.computeIfAbsent(attempt, id -> new LinkedHashSet<>())
                    .add(artifact.path());
            case TaskClaimed claim -> claims.put(attempt, claim.evidence());
            case TaskAccepted _ -> accept(task, attempt);
            case TaskResumed _ -> {
                // What was accepted on an answer that holds no more may be done again.
                accepted.remove(task);
                attemptsSinceOpened.put(task, 0);
            }
            case TaskReassigned _ -> attemptsSinceOpened.put(task, 0);
            case TaskSplit split -> split(task, split.into());
            case ChangeAccepted change -> change.edited().forEach(spec -> tasks.put(spec.id(), spec));
            case TurnRequested turn -> require(turns.add(turn.turn()), "no turn is asked twice: " + turn.turn());
            case RedFlagRaised flag -> require(!flag.code().equals("rules-not-quiet"), "the rules come to rest");
            default -> {
            }
        }
    }

    /** Whoever needed the whole needs its parts from now on. */
    private void split(String whole, List<String> parts) {
        require(tasks.remove(whole) != null && open.stream().noneMatch(id -> id.startsWith(whole + "/")),
                whole + " gives way to its parts once, and nobody works at it any more");
        tasks.replaceAll((id, spec) -> {
            var draft = TaskDraft.from(spec);
            int at = draft.dependsOn.indexOf(whole);
            if (at >= 0) {
                draft.dependsOn.remove(at);
                draft.dependsOn.addAll(at, parts);
            }
            return draft.toTask();
        });
    }

    private void started(RecordedEvent recorded, String attempt, SessionState after) {
        String task = recorded.subject().task();
        var spec = Objects.requireNonNull(tasks.get(task), task);
        require(accepted.containsAll(spec.dependsOn().stream().filter(tasks::containsKey).toList()),
                task + " starts after all it needs is accepted");
        require(spec.dependsOn().stream().filter(need -> need.startsWith(Origins.PHASE_GATE)).allMatch(
                gate -> after.course().phaseGates().get(gate) == baton.engine.Course.RunGate.State.PASSED),
                task + " starts after the gates it needs have passed");
        var reason = after.course().pauses().reason(task, recorded.subject().agent());
        require(reason.isEmpty(), task + " does not start while it is paused: " + reason);
        require(!accepted.contains(task), task + " is not worked on once it is accepted");
        require(open.add(attempt), attempt + " starts once");
        require(open.stream().filter(id -> id.startsWith(task + "/")).count() == 1,
                task + " has one attempt at a time");
        int count = attemptsSinceOpened.merge(task, 1, Integer::sum);
        require(count <= after.setup().settings().limits().attemptsMax(), task + " has no more attempts than allowed");
    }

    private void accept(String task, String attempt) {
        var spec = tasks.get(task);
        var wrote = produced.getOrDefault(attempt, Set.of());
        require(spec != null && accepted.add(task), task + " is accepted once");
        if (spec != null) {
            var jobs = delegated.getOrDefault(task, Set.of()).stream().filter(accepted::contains).toList();
            var theirs = new LinkedHashSet<>(wrote);
            produced.forEach((by, paths) -> {
                if (jobs.contains(by.replaceAll("/\\d+$", ""))) {
                    theirs.addAll(paths);
                }
            });
            require(theirs.containsAll(spec.outputs()),
                    task + " wrote its outputs in the attempt that is accepted, or had them written");
            for (int i = 0; i < spec.acceptance().size(); i++) {
                String criterion = spec.acceptance().get(i);
                String number = Integer.toString(i + 1);
                require(claims.getOrDefault(attempt, List.of()).stream()
                        .filter(proof -> proof.criterion().equals(criterion) || proof.criterion().equals(number))
                        .anyMatch(proof -> proof.kind() == Evidence.Kind.TASK
                                ? jobs.contains(proof.ref())
                                : theirs.contains(proof.ref())),
                        task + " proved: " + criterion);
            }
        }
    }

    private void slots(SessionState state) {
        var attempts = state.work().attempts().values();
        long active = attempts.stream().filter(attempt -> attempt.phase() == AttemptState.Phase.ACTIVE).count();
        require(active == state.work().slotsUsed(), "slots in use are the attempts at work");
        require(active <= state.setup().settings().limits().agentsMax(), "no more agents at work than allowed");
        for (var casting : state.setup().castings().values()) {
            long own = attempts.stream().filter(attempt -> attempt.phase() == AttemptState.Phase.ACTIVE
                    && attempt.agent().equals(casting.agent())).count();
            require(casting.atOnceMax() == 0 || own <= casting.atOnceMax(),
                    casting.agent() + " does no more at a time than it may");
        }
        require(attempts.size() == open.size(), "the attempts of the state are those that have not ended");
        long running = attempts.stream().mapToLong(Invariants::running).sum()
                + (state.course().runGate().state() == baton.engine.Course.RunGate.State.RUNNING ? 1 : 0)
                + state.course().phaseGates().values().stream()
                        .filter(gate -> gate == baton.engine.Course.RunGate.State.RUNNING).count();
        require(running == state.work().inFlight(), "in flight are " + running + ", the state says "
                + state.work().inFlight());
    }

    private static long running(AttemptState attempt) {
        return attempt.turn().stream().count() + (attempt.gate().isEmpty() ? 0 : 1)
                + attempt.calls().values().stream().filter(OpenCall::isRunning)
                        .filter(call -> !(call.request().action() instanceof baton.engine.fact.Action.CompleteTask))
                        .count();
    }

    private void budget(SessionState state) {
        var totals = state.totals();
        var budget = state.setup().settings().budget();
        budget.tokensMax().ifPresent(max -> require(totals.usage().totalTokens() + totals.reservedTokens() <= max,
                "tokens used and held back stay within " + max));
        budget.microsMax().ifPresent(max -> require(totals.costMicros() + totals.reservedMicros() <= max,
                "money spent and held back stays within " + max));
        budget.turnsMax().ifPresent(max -> require(totals.turns() <= max, "turns stay within " + max));
        boolean asks = state.work().attempts().values().stream().anyMatch(attempt -> attempt.turn().isPresent());
        require(asks || totals.reservedTokens() == 0, "nothing is held back while no turn is in flight");
    }

    private void effects(Step step) {
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.AskModel ask) {
                var attempt = step.state().work().attempt(Attempts.ofPart(ask.turn()));
                require(attempt.isEmpty()
                        || attempt.get().turn().map(turn -> turn.id().equals(ask.turn())).orElse(false),
                        "what is asked is the open turn: " + ask.turn());
                require(ask.brief().task().id().equals(Attempts.ofPart(ask.turn()).replaceAll("/\\d+$", "")),
                        "the brief is about the task: " + ask.turn());
            }
        }
    }

    /** At the end nothing is left in between. */
    private void ending(SessionState state, SessionResult result) {
        var counts = result.counts();
        require(counts.tasks() == tasks.size(), "the result counts every task");
        require(counts.accepted() == accepted.size(), "the result counts what was accepted");
        require(counts.tasks() == counts.accepted() + counts.failed() + counts.cancelled() + counts.waiting(),
                "each task stands in one column: " + counts);
        require((result.exitCode() == 0) == (result.status() == baton.engine.fact.SessionEvent.Status.COMPLETE
                || result.status() == baton.engine.fact.SessionEvent.Status.DEGRADED), "exit code and status agree");
        if (result.exitCode() == 0) {
            require(open.isEmpty() && counts.failed() == 0 && counts.waiting() == 0, "a complete run leaves nothing");
        }
        for (var attempt : state.work().attempts().values()) {
            boolean waits = attempt.phase() == AttemptState.Phase.PARKED;
            boolean stopped = result.exitCode() != 0 && result.exitCode() != 4;
            require(waits || stopped, attempt.id() + " was started and neither ended nor waits: " + result);
        }
        require(state.work().inFlight() == 0, "nothing is in flight at the end");
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what);
        }
    }
}
