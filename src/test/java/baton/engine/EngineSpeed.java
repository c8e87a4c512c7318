package baton.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import baton.engine.Effect.AskModel;
import baton.engine.Effect.CallTool;
import baton.engine.Effect.RunChecks;
import baton.engine.Input.Stamped;
import baton.engine.Outcome.ChecksEnded;
import baton.engine.Outcome.ToolEnd;
import baton.engine.Outcome.ToolEnded;
import baton.engine.Outcome.TurnEnded;
import baton.engine.fact.Action;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.FileChange;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.settings.RunLimits;
import baton.settings.RunSettings;

/**
 * How fast the engine decides, and that one event costs the same however many tasks there are. A program, not a test:
 * figures depend on the machine.
 *
 * <p>Each task asks, writes, reports, now and then shares an urgent finding or asks a question answered in advance, claims with evidence and
 * passes its gate; every tenth depends on the one before. A hundred agents work at once; nothing is stored.
 */
public final class EngineSpeed {
    private static final int POOL = 100;
    /** Time on the processor, so that other programs on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private EngineSpeed() {}

    /** Prints a line for each number of tasks; the first run warms the machine up and is not printed. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        run(2_000);
        for (int tasks : List.of(100, 1_000, 10_000)) {
            var run = run(tasks);
            System.out.printf("%6d tasks: %7d events, %7.0f events/s overall, %5.2f µs an event after the opening%n",
                    tasks, run.events, run.events * 1e9 / run.nanos, (run.nanos - run.openingNanos) / 1e3
                            / (run.events - run.openingEvents));
        }
    }

    private static Run run(int tasks) {
        var run = new Run();
        run.open(new Command.Open(settings(), plan(tasks), List.of(), List.of(), List.of(), StandardTexts.all(),
                List.of()));
        run.toTheEnd();
        return run;
    }

    private static RunSettings settings() {
        return RunSettings.rehearsal(1).withLimits(RunLimits.DEFAULTS.withAgents(0, POOL).withTimeBox(900_000))
                .withOnQuestion(RunSettings.OnQuestion.RECOMMEND, List.of());
    }

    private static Plan plan(int tasks) {
        var draft = new PlanDraft("Speed", "speed.md");
        for (int number = 1; number <= tasks; number++) {
            var task = Story.task("T-" + number, "agent-" + number % POOL);
            task.outputs.add("out/" + number + ".md");
            task.phase = "phase " + number / 100;
            if (number % 10 == 0) {
                task.dependsOn.add("T-" + (number - 1));
            }
            draft.tasks.add(task.toTask());
        }
        return draft.toPlan();
    }

    /** One session at full speed: every effect is answered at once, in the order they were asked for. */
    private static final class Run {
        private final ArrayDeque<Effect> waiting = new ArrayDeque<>();
        private SessionState state = SessionState.EMPTY;
        private long n;
        private long events;
        private long openingEvents;
        private long openingNanos;
        private long nanos;

        void open(Command.Open opening) {
            handle(opening);
            openingEvents = events;
            openingNanos = nanos;
        }

        void toTheEnd() {
            while (!waiting.isEmpty()) {
                answer(waiting.removeFirst());
            }
            if (state.totals().left() > 0) {
                throw new IllegalStateException("the run stopped with " + state.totals().left() + " tasks left");
            }
        }

        private void handle(Input input) {
            n++;
            long before = CLOCK.getCurrentThreadCpuTime();
            var step = Engine.handle(state, new Stamped(n, 1_000_000 + n, n, input));
            nanos += CLOCK.getCurrentThreadCpuTime() - before;
            state = step.state();
            events += step.events().size();
            waiting.addAll(step.effects());
        }

        private void answer(Effect effect) {
            switch (effect) {
                case AskModel ask -> handle(new TurnEnded(ask.turn(), Story.reply("", actions(ask))));
                case CallTool call -> handle(new ToolEnded(call.call(), ToolEnd.DONE, "written", written(call)));
                case RunChecks checks -> handle(new ChecksEnded(checks.gate(), checks.checks().stream()
                        .map(check -> new CheckResult("check", Verdict.PASSED, "")).toList()));
                case Effect.WakeAt ignored -> {
                    // Nothing takes time here.
                }
                case Effect.Cancel ignored -> {
                    // What is cancelled has been answered already.
                }
            }
        }

        private static Action[] actions(AskModel ask) {
            var output = ask.brief().task().outputs().getFirst();
            return switch (ask.brief().turnNumber()) {
                case 1 -> first(ask.brief().task().id(), output);
                case 2 -> new Action[]{new Action.UpdateStatus(50, "half way", "")};
                default -> new Action[]{Story.claim(output)};
            };
        }

        private static Action[] first(String task, String output) {
            var actions = new ArrayList<Action>();
            actions.add(Story.write(output));
            if (task.endsWith("7")) {
                actions.add(new Action.AskQuestion("Metric?", List.of("yes", "no"), "yes"));
            }
            if (task.endsWith("00")) {
                actions.add(new Action.ShareFinding("Found", "Something by " + task, true));
            }
            return actions.toArray(Action[]::new);
        }

        private static List<FileChange> written(CallTool call) {
            return call.action() instanceof Action.Workspace workspace
                    ? List.of(new FileChange(workspace.path(), "", "abc" + call.task(), 3, true))
                    : List.of();
        }
    }
}
