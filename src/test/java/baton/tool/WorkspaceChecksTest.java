package baton.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import baton.engine.Effect.Check;
import baton.engine.Effect.RunChecks;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.runtime.Content;
import baton.settings.CommandPattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorkspaceChecksTest {
    @TempDir
    Path folder;
    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private CheckResult run(Check check, String... allowed) throws Exception {
        try (var workspace = FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE)) {
            return run(workspace, check, allowed);
        }
    }

    private CheckResult run(Workspace workspace, Check check, String... allowed) throws InterruptedException {
        var patterns = List.of(allowed).stream().map(CommandPattern::parse).toList();
        return new WorkspaceChecks(workspace, new CommandRunner(bench.scratch),
                argv -> patterns.stream().anyMatch(pattern -> pattern.matches(argv)), 1_000, Bench.REDACT)
                .run(new RunChecks("gate", "T-1", List.of(check))).getFirst();
    }

    private static Check file(String path, String sha256) {
        return new Check.FileIs("c", path, sha256);
    }

    private static Check command(String command) {
        return new Check.CommandPasses("c", command);
    }

    @Test
    void aFilePassesWhenItIsThereNotEmptyAndOfTheRightContent() throws Exception {
        bench.file("a.txt", "x");
        bench.file("empty.txt", "");
        String sha = Content.of("x").sha256();
        assertEquals(new CheckResult("c", Verdict.PASSED, sha), run(file("a.txt", "")));
        assertEquals(new CheckResult("c", Verdict.PASSED, sha), run(file("/a.txt", sha)));
        assertEquals(new CheckResult("c", Verdict.FAILED, "\"a.txt\" has sha256 " + sha + ", not other."),
                run(file("a.txt", "other")));
        assertEquals(new CheckResult("c", Verdict.FAILED, "\"empty.txt\" is empty."), run(file("empty.txt", "")));
        assertEquals(new CheckResult("c", Verdict.FAILED, "\"none.txt\" is not there."), run(file("none.txt", "")));
    }

    @Test
    void whatIsNoFileOfTheWorkspaceNeverPasses() throws Exception {
        Files.createSymbolicLink(bench.workspace.resolve("link"), bench.outside.resolve("secret.txt"));
        Files.createDirectories(bench.workspace.resolve("dir"));
        for (String path : List.of("link", "dir", "../outside/secret.txt", "", "a\0b")) {
            assertEquals(Verdict.FAILED, run(file(path, "")).verdict(), path);
        }
    }

    @Test
    void onlyTheExitStatusOfACommandDecides() throws Exception {
        assertEquals(new CheckResult("c", Verdict.PASSED, "[unsandboxed] exit status 0\nFAILED\n"),
                run(command("echo FAILED"), "echo *"));
        assertEquals(new CheckResult("c", Verdict.FAILED, "[unsandboxed] exit status 1\nPASSED\n"),
                run(command("sh -c 'echo PASSED; exit 1'"), "sh -c 'echo PASSED; exit 1'"));
        assertEquals(new CheckResult("c", Verdict.TIMED_OUT, "[unsandboxed] stopped after its limit of 1 s\n"),
                run(command("sleep 7100"), "sleep *"));
        assertEquals(new CheckResult("c", Verdict.UNKNOWN, "Not started: there is no program \"no-such-thing\""),
                run(command("no-such-thing"), "no-such-thing"));
    }

    @Test
    void whatNobodyAllowedOrNeedsAShellIsNotRun() throws Exception {
        assertEquals(new CheckResult("c", Verdict.NOT_ALLOWED, "Not run: nobody has allowed \"touch pwned\"."),
                run(command("touch pwned"), "echo *"));
        assertEquals(new CheckResult("c", Verdict.NOT_ALLOWED,
                "Not run: \"&\" needs a shell. Put it into a script and check that."),
                run(command("echo a && touch pwned"), "echo *"));
        assertFalse(Files.exists(bench.workspace.resolve("pwned")));
    }

    @Test
    void inARehearsalNobodyKnowsWhatACommandWouldSay() throws Exception {
        try (var workspace = new RehearsalWorkspace(Optional.empty(),
                FolderWorkspace.open(bench.workspace, FolderWorkspace.Mode.READ_WRITE))) {
            assertEquals(new CheckResult("c", Verdict.UNKNOWN, "rehearsal: not run"),
                    run(workspace, command("touch pwned"), "touch *"));
        }
    }

    @Test
    void anInterruptCancelsTheChecks() throws Exception {
        var checked = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> run(command("sleep 7101"), "sleep *"));
            checked.complete(true);
        });
        thread.join();
        assertTrue(checked.getNow(false));
    }
}
