package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.runtime.CheckRunner;

/**
 * Checks in a rehearsal: files are really looked at, commands are never run.
 *
 * <p>A command is played: it passes, except that by the dice some tasks see each of their commands fail at their first claim,
 * so that a plan's gates are seen to say no once. Every result says that nothing was run. Any thread may use it.
 */
public final class RehearsalChecks implements CheckRunner {
    private static final int FAILS_ONE_TASK_IN = 4;

    private final CheckRunner files;
    private final long seed;

    /** {@code files} is asked about files only. */
    public RehearsalChecks(CheckRunner files, long seed) {
        this.files = files;
        this.seed = seed;
    }

    @Override
    public List<CheckResult> run(RunChecks checks) throws InterruptedException {
        var results = new ArrayList<CheckResult>();
        for (Check check : checks.checks()) {
            switch (check) {
                case Check.FileIs file ->
                    results.addAll(files.run(new RunChecks(checks.gate(), checks.task(), List.of(file))));
                case Check.CommandPasses command -> results.add(played(checks, command));
            }
        }
        return results;
    }

    private CheckResult played(RunChecks checks, Check.CommandPasses command) {
        boolean first = checks.gate().endsWith("/1!1");
        boolean fails = first && Dice.of(seed, "check", checks.task()).oneIn(FAILS_ONE_TASK_IN);
        return fails
                ? new CheckResult(command.name(), Verdict.FAILED, "rehearsal: not run, played as failing once")
                : new CheckResult(command.name(), Verdict.PASSED, "rehearsal: not run, played as passing");
    }
}
