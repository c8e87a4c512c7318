package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Gates of a plan as a person meets them: reviews by agents, and the end of a phase. */
class GatesRunTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = Desk.in(folder);
    }

    @Test
    void anAgentReviewsWhatAnotherWroteAndTheRecordVerifies() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Review
                goal: Know it
                agents: [{id: writer, name: writer}, {id: auditor, name: Security Auditor}]
                tasks: [{id: T-1, title: Write, agent: writer, outputs: [reports/t-1.md]}]
                gates: [{name: Done, scope: task, checks: [{text: Reviewed by Security Auditor}]}]
                metrics: [{name: Coverage, target: 80 %}]
                """);
        var played = desk.type("run", "plan.yaml", "--output-format", "stream-json", "--seed", "3");
        assertEquals(0, played.exitCode(), played.err() + played.out());
        assertTrue(played.out().contains("\"type\":\"review.requested\""), played.out());
        assertTrue(played.out().contains("\"type\":\"review.given\""), played.out());
        assertFalse(played.out().contains("confirm: Reviewed by"), played.out());
        assertTrue(played.out().contains("{\"name\":\"Coverage\",\"target\":\"80 %\",\"value\":\"\","
                + "\"verdict\":\"not measured\"}"), played.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }

    @Test
    void whatComesAfterAPhaseWaitsForItsGateAndWhySaysSo() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                name: Phases
                goal: Know it
                agents: [{id: writer, name: writer}]
                phases: [{id: one, name: One}, {id: two, name: Two}]
                tasks:
                  - {id: T-1, title: Write, agent: writer, phase: one, outputs: [reports/t-1.md]}
                  - {id: T-2, title: Go on, agent: writer, phase: two, dependsOn: [T-1], outputs: [reports/t-2.md]}
                gates: [{name: Done, scope: phase, subject: One, checks: [{text: A summary, path: summary.md}]}]
                """);
        var played = desk.type("run", "plan.yaml");
        assertEquals(5, played.exitCode(), played.err());
        assertTrue(played.out().contains("the gate of phase one did not pass: A summary"), played.out());
        var why = desk.type("why", "last", "T-2").out();
        assertTrue(why.contains("it needs the gate at the end of phase one."), why);
        Files.writeString(folder.resolve("summary.md"), "All is well.\n");
        var resumed = desk.type("resume", "last", "--answer", "B-1=mended");
        assertEquals(0, resumed.exitCode(), resumed.err() + resumed.out());
        assertEquals(0, desk.type("replay", "last", "--verify").exitCode());
    }
}
