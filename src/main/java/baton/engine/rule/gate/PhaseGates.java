package baton.engine.rule.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import baton.engine.Course.RunGate;
import baton.engine.Effect.Cancel;
import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.Origins;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.Working;
import baton.engine.fact.CheckResult;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GateLost;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PhaseCompleted;
import baton.engine.rule.task.Readiness;
import baton.plan.Gate;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/**
 * The checks at the end of a phase, run once all of its tasks have ended.
 *
 * <p>Tasks outside the phase that need one of its tasks, which is how a document's barrier stands in the plan, wait for the
 * gate too. Where it fails, a person is told; the gate is looked at again when they say that it is mended.
 */
public final class PhaseGates {
    private PhaseGates() {}

    /** The id of the gate at the end of a phase. */
    private static String idOf(String phase) {
        return Origins.PHASE_GATE + phase;
    }

    /** The checks at the end of a phase that can be run; the others are left to people. */
    private static List<Check> checks(Plan plan, String phase) {
        return plan.gates().stream()
                .filter(gate -> gate.scope() == Gate.Scope.PHASE && isOf(plan, gate.subject(), phase))
                .flatMap(gate -> gate.checks().stream()).flatMap(check -> Gates.fromPlan(check).stream()).toList();
    }

    private static boolean isOf(Plan plan, String subject, String phase) {
        return subject.isEmpty() || subject.equalsIgnoreCase(phase) || plan.phases().stream()
                .filter(known -> isCalled(known, subject)).anyMatch(known -> isCalled(known, phase));
    }

    private static boolean isCalled(Phase phase, String name) {
        return phase.id().equalsIgnoreCase(name) || phase.name().equalsIgnoreCase(name);
    }

    /**
     * Adds to what tasks wait for the gate of every phase that they come after: one of its tasks is among their needs, and
     * none of its tasks needs them in turn, however far behind. So no gate ever waits for itself.
     *
     * @param needs task to what it waits for; changed
     */
    public static void addBarriers(Plan plan, Map<String, Set<String>> needs) {
        var inPhase = new LinkedHashMap<String, List<TaskSpec>>();
        plan.tasks().stream().filter(task -> task.runs() && !task.phase().isEmpty())
                .forEach(task -> inPhase.computeIfAbsent(task.phase(), ignored -> new ArrayList<>()).add(task));
        inPhase.forEach((phase, tasks) -> {
            if (!checks(plan, phase).isEmpty()) {
                var members = tasks.stream().map(TaskSpec::id).toList();
                var before = before(members, needs);
                needs.put(idOf(phase), new LinkedHashSet<>(members));
                plan.tasks().stream().filter(task -> task.runs() && !before.contains(task.id()))
                        .map(task -> needs.get(task.id())).filter(wants -> wants != null)
                        .filter(wants -> members.stream().anyMatch(wants::contains))
                        .forEach(wants -> wants.add(idOf(phase)));
            }
        });
    }

    /** The tasks themselves and everything they wait for. */
    private static Set<String> before(List<String> tasks, Map<String, Set<String>> needs) {
        var before = new LinkedHashSet<String>(tasks);
        var open = new ArrayDeque<String>(tasks);
        while (!open.isEmpty()) {
            for (var need : needs.getOrDefault(open.removeFirst(), new LinkedHashSet<>())) {
                if (before.add(need)) {
                    open.add(need);
                }
            }
        }
        return before;
    }

    /** All tasks of a phase have ended: runs its checks, or calls it complete where it has none. */
    public static void completed(Working working, String phase) {
        if (checks(working.state().setup().plan(), phase).isEmpty()) {
            working.record(Subject.SESSION, new PhaseCompleted(phase));
        } else if (working.state().course().phaseGates().get(idOf(phase)) != RunGate.State.RUNNING) {
            start(working, phase);
        }
    }

    private static void start(Working working, String phase) {
        var checks = checks(working.state().setup().plan(), phase);
        working.record(Subject.SESSION, new GateStarted(idOf(phase), checks.stream().map(Gates::nameOf).toList()));
        working.ask(new RunChecks(idOf(phase), "", checks));
    }

    static void ended(Working working, ChecksEnded outcome) {
        if (working.state().course().phaseGates().get(outcome.gate()) != RunGate.State.RUNNING) {
            return;
        }
        var phase = outcome.gate().substring(Origins.PHASE_GATE.length());
        if (Gates.allPassed(outcome.results())) {
            working.causedBy(working.record(Subject.SESSION, new GatePassed(outcome.gate(), outcome.results())));
            working.record(Subject.SESSION, new PhaseCompleted(phase));
            Readiness.release(working, outcome.gate());
        } else {
            working.causedBy(working.record(Subject.SESSION, new GateFailed(outcome.gate(), outcome.results())));
            raise(working, phase, outcome);
        }
    }

    /** Whoever waits behind the gate waits for a person now; where nobody does, the end of the run says that it failed. */
    private static void raise(Working working, String phase, ChecksEnded outcome) {
        var behind = working.state().work().dependents().get(outcome.gate());
        if (behind == null) {
            return;
        }
        var gates = new ArrayList<>(List.of(outcome.gate()));
        gates.addAll(behind);
        var failed = outcome.results().stream().filter(result -> result.verdict() != CheckResult.Verdict.PASSED)
                .map(CheckResult::name).collect(Collectors.joining(", "));
        working.record(Subject.SESSION, new BlockerRaised(working.nextId("B"), "P1", "gate",
                "the gate of phase " + phase + " did not pass: " + failed,
                "mend it and say so; the gate is then looked at again", Origins.RULE, gates, ""));
    }

    /** A person says that what kept a gate from passing is mended. */
    public static void mended(Working working, Item item) {
        item.gates().stream().filter(gate -> gate.startsWith(Origins.PHASE_GATE)).limit(1)
                .map(gate -> gate.substring(Origins.PHASE_GATE.length()))
                .forEach(phase -> completed(working, phase));
    }

    /** The process ends, or has ended, while gates run. */
    public static void lose(Working working) {
        running(working.state(), RunGate.State.RUNNING).forEach(gate -> {
            working.record(Subject.SESSION, new GateLost(gate));
            working.ask(new Cancel(gate));
        });
    }

    /** A new process looks again at the gates that were lost. */
    public static void again(Working working) {
        running(working.state(), RunGate.State.NOT_RUN)
                .forEach(gate -> completed(working, gate.substring(Origins.PHASE_GATE.length())));
    }

    /** True where a phase ended and its gate did not pass. */
    public static boolean anyFailed(SessionState state) {
        return state.course().phaseGates().values().stream().anyMatch(stands -> stands == RunGate.State.FAILED);
    }

    private static List<String> running(SessionState state, RunGate.State stands) {
        return state.course().phaseGates().entrySet().stream().filter(entry -> entry.getValue() == stands)
                .map(entry -> entry.getKey()).toList();
    }
}
