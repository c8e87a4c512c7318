package baton.rehearsal;

import java.util.List;
import java.util.stream.IntStream;

import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RehearsalChecksTest {
    private static final Check COMMAND = new Check.CommandPasses("the build passes", "mvn verify");

    private static CheckResult first(String gate, String task, Check check) throws InterruptedException {
        var checks = new RehearsalChecks(
                asked -> List.of(new CheckResult(asked.gate(), Verdict.FAILED, "the file was looked at")), 1);
        return checks.run(new RunChecks(gate, task, List.of(check))).getFirst();
    }

    @Test
    void someTasksSeeACommandFailAtTheirFirstClaimAndNoneAtALaterOne() throws InterruptedException {
        var verdicts = IntStream.rangeClosed(1, 40).mapToObj(i -> "T-" + i).map(task -> verdict(task + "/1!1", task))
                .toList();
        long failed = verdicts.stream().filter(Verdict.FAILED::equals).count();
        assertTrue(failed >= 4 && failed <= 20, "failed: " + failed);
        for (int i = 1; i <= 40; i++) {
            assertEquals(Verdict.PASSED, first("T-" + i + "/1!2", "T-" + i, COMMAND).verdict());
        }
    }

    private static Verdict verdict(String gate, String task) {
        try {
            return first(gate, task, COMMAND).verdict();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyPlayedResultSaysThatNothingWasRun() throws InterruptedException {
        assertTrue(first("T-1/1!1", "T-1", COMMAND).output().startsWith("rehearsal: not run"));
    }

    @Test
    void filesAreReallyLookedAt() throws InterruptedException {
        assertEquals(new CheckResult("T-1/1!1", Verdict.FAILED, "the file was looked at"),
                first("T-1/1!1", "T-1", new Check.FileIs("output a.md", "a.md", "")));
    }
}
