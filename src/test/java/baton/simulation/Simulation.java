package baton.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

import baton.engine.Command;
import baton.engine.Effect;
import baton.engine.Effect.AskModel;
import baton.engine.Effect.CallTool;
import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.Engine;
import baton.engine.Input;
import baton.engine.Input.Stamped;
import baton.engine.Outcome;
import baton.engine.Outcome.ToolEnd;
import baton.engine.SessionState;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.FileChange;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.runtime.Content;
import baton.settings.Budget;
import baton.settings.RunSettings;

/** One session from its opening to its last end, in time that jumps from one thing due to the next. */
final class Simulation {
    private static final int STEPS_MAX = 60_000;
    private static final int RESUMES_MAX = 6;

    private final Chance chance;
    private final BadModel model;
    private final RestlessPeople people;
    private final Invariants invariants = new Invariants();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(
            Comparator.comparingLong(Due::whenMs).thenComparingLong(Due::order));
    private final Command.Open opening;
    private final int killsPerThousand;
    private SessionState state = SessionState.EMPTY;
    private long elapsedMs;
    private long atMs = 1_800_000_000_000L;
    private long inputs;
    private long orders;
    private long wakeMs;
    private int resumes;
    int steps;
    int kills;

    private record Due(long whenMs, long order, String id, Input input) {}

    Simulation(long seed) {
        var root = new Chance(seed);
        this.opening = new MadeUp(root.split()).opening(seed);
        this.model = new BadModel(root.split());
        this.people = new RestlessPeople(root.split());
        this.chance = root.split();
        this.killsPerThousand = chance.pick(List.of(0, 0, 3, 20));
    }

    /** Runs to the last end. */
    SessionResult run() {
        handle(opening);
        while (steps < STEPS_MAX) {
            if (state.result().isPresent()) {
                if (!goesOn(state.result().get())) {
                    Invariants.require(invariants.folded().equals(state), "the whole record folds to the state");
                    return state.result().get();
                }
            } else if (chance.between(1, 1000) <= killsPerThousand) {
                kill();
            } else if (people.speakNow()) {
                handle(people.anything(state));
            } else if (chance.between(1, 4000) == 1) {
                handle(new Command.Stop(
                        chance.pick(List.of(Command.StopReason.INTERRUPTED, Command.StopReason.TERMINATED,
                                Command.StopReason.TIMED_OUT, Command.StopReason.BROKEN))));
            } else {
                next();
            }
        }
        throw new AssertionError("no end after " + STEPS_MAX + " steps");
    }

    /** What sorts of facts about steering there were, each once. */
    List<String> seen() {
        return invariants.record().stream().map(event -> switch (event.event()) {
            case AttemptParked parked -> "waits " + parked.hold();
            case TaskAdded added -> added.parent().isEmpty() ? "" : "delegated";
            default -> event.event().getClass().getSimpleName();
        }).distinct().toList();
    }

    /** The last facts before a failure, one a line. */
    String tail(int events) {
        var record = invariants.record();
        return record.subList(Math.max(0, record.size() - events), record.size()).stream()
                .map(event -> "    " + event.seq() + " " + event.subject().task() + "/" + event.subject().attempt()
                        + " "
                        + event.event())
                .collect(Collectors.joining("\n"));
    }

    private void next() {
        boolean wakes = wakeMs > 0 && (queue.isEmpty() || wakeMs <= queue.peek().whenMs());
        if (wakes) {
            elapsedMs = Math.max(elapsedMs, wakeMs);
            handle(new Input.Tick());
        } else if (queue.isEmpty()) {
            idle();
        } else {
            var due = queue.remove();
            elapsedMs = Math.max(elapsedMs, due.whenMs());
            handle(due.input());
            if (chance.percent(2)) {
                handle(due.input());
            }
        }
    }

    /** Nothing will come by itself: a batch run must have ended, elsewhere people go on or leave. */
    private void idle() {
        Invariants.require(opening.settings().face() != RunSettings.Face.BATCH,
                "a batch run ends by itself; left: " + invariants.record().getLast());
        var work = state.work();
        boolean held = !state.course().exhausted().isEmpty() || !state.course().providerTroubles().isEmpty()
                || !state.course().pauses().isNone();
        Invariants.require(held || work.ready().isEmpty(),
                "nobody is left ready while slots are free: " + work.ready());
        Invariants.require(held || work.slotsUsed() == 0,
                "nobody is at work with nothing to wait for: " + work.attempts().values());
        var open = List.copyOf(state.people().open());
        if (!state.course().pauses().isNone() && chance.percent(80)) {
            handle(people.resume(state));
        } else if (open.isEmpty() || steps > STEPS_MAX / 2) {
            handle(new Command.Stop(Command.StopReason.QUIT));
        } else {
            handle(people.settle(state, chance.pick(open)));
        }
    }

    private boolean goesOn(SessionResult result) {
        boolean useful = result.exitCode() != 0 && result.exitCode() != 4;
        if (!useful || resumes >= RESUMES_MAX || chance.percent(25)) {
            return false;
        }
        resumes++;
        dropEverything();
        var settings = state.setup().settings();
        if (chance.percent(70)) {
            settings = settings.withOnQuestion(settings.onQuestion(), people.prepared(state));
        }
        if (result.exitCode() == 6 && chance.percent(60)) {
            settings = settings.withBudget(Budget.NONE);
        }
        handle(new Command.Resume(settings, List.of()));
        return true;
    }

    /** The process dies: what was on its way is lost, what is recorded is all there is. */
    private void kill() {
        kills++;
        dropEverything();
        var found = invariants.folded();
        Invariants.require(found.equals(state), "what is on disk is what the process knew");
        state = found;
        handle(new Command.Resume(state.setup().settings(), List.of()));
    }

    private void dropEverything() {
        queue.clear();
        wakeMs = 0;
    }

    private void handle(Input input) {
        steps++;
        inputs++;
        atMs += chance.between(0, 50);
        var before = state;
        var step = Engine.handle(before, new Stamped(inputs, atMs, elapsedMs, input));
        state = step.state();
        invariants.after(before, step);
        for (Effect effect : step.effects()) {
            act(effect);
        }
    }

    private void act(Effect effect) {
        switch (effect) {
            case AskModel ask -> {
                later(model.takesMs(ask), ask.turn(), model.answer(ask, reserved(ask)));
                if (chance.percent(3)) {
                    later(1, ask.turn(),
                            new Outcome.TurnRetrying(ask.turn(), Trouble.RATE_LIMITED, 1, 500, "made up",
                                    new Usage(7, 3, 0, 0, false)));
                }
            }
            case CallTool call -> later(chance.between(0, 20_000), call.call(), run(call));
            case RunChecks checks -> later(chance.between(0, 60_000), checks.gate(), run(checks));
            case Effect.WakeAt wake -> wakeMs = wake.elapsedMs();
            case Effect.Cancel cancel -> cancel(cancel.id());
        }
    }

    private long reserved(AskModel ask) {
        return state.work().attempts().values().stream().flatMap(attempt -> attempt.turn().stream())
                .filter(turn -> turn.id().equals(ask.turn())).mapToLong(turn -> turn.reservedTokens()).findFirst()
                .orElse(ask.outputTokensMax());
    }

    private void later(long ms, String id, Input input) {
        orders++;
        queue.add(new Due(elapsedMs + ms, orders, id, input));
    }

    /** What is cancelled ends soon, sometimes as if nobody had cancelled it. */
    private void cancel(String id) {
        var cancelled = queue.stream().filter(due -> due.id().equals(id)).toList();
        queue.removeAll(cancelled);
        for (Due due : cancelled) {
            boolean late = chance.percent(30);
            later(chance.between(0, 2_000), id, late ? due.input() : asCancelled(due.input()));
        }
    }

    private static Input asCancelled(Input input) {
        return switch (input) {
            case Outcome.TurnEnded ended -> new Outcome.TurnBroke(ended.turn(), Trouble.INTERNAL, "cancelled");
            case Outcome.ToolEnded ended -> new Outcome.ToolEnded(ended.call(), ToolEnd.CANCELLED, "", List.of());
            default -> input;
        };
    }

    private Outcome run(CallTool call) {
        boolean writes = call.action() instanceof Action.Workspace workspace
                && workspace.access() == Action.Access.WRITE;
        if (!writes) {
            return new Outcome.ToolEnded(call.call(), chance.percent(95) ? ToolEnd.DONE : ToolEnd.FAILED, "some text",
                    List.of());
        }
        if (chance.percent(6)) {
            return new Outcome.ToolEnded(call.call(), ToolEnd.FAILED, "the disk is full", List.of());
        }
        String path = ((Action.Workspace) call.action()).path();
        String after = Content.of(call.repeatKey()).sha256();
        String before = files.getOrDefault(path, "");
        files.put(path, after);
        return new Outcome.ToolEnded(call.call(), ToolEnd.DONE, "written",
                List.of(new FileChange(path, before, after, 100, true)));
    }

    private Outcome run(RunChecks checks) {
        var results = new ArrayList<CheckResult>();
        for (Check check : checks.checks()) {
            results.add(switch (check) {
                case Check.FileIs file -> {
                    String found = files.getOrDefault(file.path(), "");
                    boolean holds = !found.isEmpty() && (file.sha256().isEmpty() || file.sha256().equals(found));
                    yield new CheckResult(file.name(), holds ? Verdict.PASSED : Verdict.FAILED, found);
                }
                case Check.CommandPasses command -> new CheckResult(command.name(),
                        chance.percent(80) ? Verdict.PASSED : chance.pick(List.of(Verdict.values())), "");
            });
        }
        return new Outcome.ChecksEnded(checks.gate(), results);
    }
}
