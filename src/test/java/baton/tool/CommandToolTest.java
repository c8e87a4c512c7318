package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import baton.engine.Effect.CallTool;
import baton.engine.Outcome.ToolEnd;
import baton.engine.fact.Action;
import baton.engine.fact.FileChange;
import baton.runtime.Content;
import baton.runtime.ToolBox.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class CommandToolTest {
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

    private Result shell(String script) throws InterruptedException {
        return bench.run("sh", "-c", script);
    }

    /** Processes whose command line holds the word; every test uses a word of its own. */
    private static List<String> alive(String word) throws IOException {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new ArrayList<String>();
            for (Path process : processes) {
                String line = commandLine(process);
                if (line.contains(word)) {
                    found.add(line);
                }
            }
            return found;
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void theExitStatusAndBothOutputsAreTold() throws Exception {
        assertEquals(new Result(ToolEnd.DONE, "[unsandboxed] exit status 0\nout\n\n", List.of(), List.of()),
                bench.run("echo", "out"));
        assertEquals(new Result(ToolEnd.FAILED, "[unsandboxed] exit status 3\nout\nerr\n\n", List.of(), List.of()),
                shell("echo out; echo err >&2; exit 3"));
        assertEquals("[unsandboxed] exit status 0\nIt printed nothing.\n", bench.run("true").text());
        assertEquals("[unsandboxed] not started: there is no program \"no-such-program\"\n",
                bench.run("no-such-program").text());
    }

    @Test
    void argumentsReachTheProgramAsTheyAreWithNoShellBetween() throws Exception {
        assertEquals("[unsandboxed] exit status 0\n[$HOME;`id`|*]\n[a b]\n\n",
                bench.run("printf", "[%s]\\n", "$HOME;`id`|*", "a b").text());
    }

    @Test
    void onlyTheArgumentsThatWereJudgedAreRun() throws Exception {
        var forged = new CallTool("T-1/1#1.1", "builder", "T-1", 1, "run_command", "{\"argv\":[\"touch\",\"pwned\"]}",
                new Action.RunCommand(List.of("true")), List.of("**"), List.of(), "key");
        assertEquals(Result.failed("The arguments are not those that were judged; nothing was run."),
                bench.tools.call(forged));
        var untyped = Bench.request("run_command", "{'argv':['touch','pwned']}", List.of("**"), "key");
        assertEquals(ToolEnd.FAILED, bench.tools.call(untyped).end());
        assertFalse(Files.exists(bench.workspace.resolve("pwned")));
    }

    @Test
    void theEnvironmentHoldsNothingThatWasNotLetThrough() throws Exception {
        var environment = new CommandEnvironment(Map.of("PATH", System.getenv("PATH"), "OPENAI_API_KEY", "key-1",
                "AWS_SECRET_ACCESS_KEY", "x", "LD_PRELOAD", "/tmp/x.so", "BASH_ENV", "/tmp/x", "LANG", "C.UTF-8"));
        var seen = new CommandRunner(bench.scratch, environment)
                .run(new CommandRunner.Request(List.of("env"), bench.workspace, 10_000)).output()
                .text(text -> text, 10_000).lines().map(line -> line.substring(0, line.indexOf('='))).sorted().toList();
        assertEquals(List.of("BATON_COMMAND", "GIT_EDITOR", "GIT_PAGER", "GIT_TERMINAL_PROMPT", "HOME", "LANG",
                "NO_COLOR", "PAGER", "PATH", "TERM", "TMPDIR"),
                seen.stream().filter(name -> !List.of("PWD", "_", "SHLVL", "OLDPWD").contains(name)).toList());
    }

    @Test
    void aProgramThatReadsItsInputEndsAtOnce() throws Exception {
        assertEquals("[unsandboxed] exit status 0\nIt printed nothing.\n", bench.run("cat").text());
        assertEquals(ToolEnd.FAILED, shell("read answer < /dev/tty").end());
    }

    @Test
    void aProgramThatIgnoresTheRequestToEndIsKilledAtItsLimit() throws Exception {
        long start = System.nanoTime();
        var result = bench.tools.call(Bench.command(
                List.of("sh", "-c", "trap '' TERM INT HUP; while :; do sleep 7001; done"), ",\"timeout_seconds\":1"));
        assertEquals("[unsandboxed] stopped after its limit of 1 s\nIt printed nothing.\n", result.text());
        assertEquals(ToolEnd.FAILED, result.end());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(8));
        assertEquals(List.of(), alive("7001"));
    }

    @Test
    void whatACommandLeavesBehindEndsWithIt() throws Exception {
        var result = shell(
                "sleep 7002 & (setsid sh -c 'sleep 7003 & sleep 7003' &) ; nohup sleep 7004 >/dev/null 2>&1 & echo started");
        assertTrue(result.text().startsWith("[unsandboxed] exit status 0\n"), result.text());
        assertTrue(result.text().contains("left behind have been ended"), result.text());
        for (String word : List.of("7002", "7003", "7004")) {
            assertEquals(List.of(), alive("sleep " + word));
        }
    }

    @Test
    void aDaemonThatForkedTwiceAndLeftItsSessionIsFoundByItsMarker() throws Exception {
        shell("setsid setsid sh -c 'setsid sleep 7005 </dev/null >/dev/null 2>&1 & exit' & wait; true");
        assertEquals(List.of(), alive("sleep 7005"));
    }

    @Test
    void endlessOutputIsBoundedAndItsSizeNamed() throws Exception {
        long before = usedHeap();
        var result = bench.tools.call(
                Bench.command(List.of("sh", "-c", "echo first; yes 'endless line' | head -c 60000000; echo last"),
                        ",\"timeout_seconds\":50"));
        assertTrue(result.text().length() < ToolText.CHARS_MAX + 1_000, "length " + result.text().length());
        assertTrue(result.text().contains("\nfirst\n") && result.text().contains("last\n")
                && result.text().contains("60000011 bytes in all"), result.text().substring(0, 200));
        assertTrue(usedHeap() - before < 64L * 1024 * 1024);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void oneEndlessLineAndBinaryOutputAreBoundedToo() throws Exception {
        var line = shell("head -c 5000000 /dev/zero | tr '\\0' x");
        assertTrue(line.text().length() < ToolText.CHARS_MAX + 1_000 && line.text().contains("5000000 bytes in all"));
        assertEquals("[unsandboxed] exit status 0\n[binary output of 1000 bytes is not shown]\n",
                bench.run("head", "-c", "1000", "/dev/zero").text());
    }

    @Test
    void aSecretAtTheCutIsNotShownInPart() throws Exception {
        var result = shell("i=0; while [ $i -lt 20000 ]; do echo key-123456; i=$((i+1)); done");
        assertFalse(result.text().replace("[secret: key]", "").contains("key-"), "a part of a key is left");
    }

    @Test
    void anInterruptEndsTheWholeTreeWithinTwoSeconds() throws Exception {
        var ended = new CompletableFuture<Result>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                ended.complete(shell(
                        "trap '' TERM; touch started; sleep 7006 & setsid sleep 7007 & while :; do sleep 7006; done"));
            } catch (InterruptedException e) {
                ended.completeExceptionally(e);
            }
        });
        while (!Files.exists(bench.workspace.resolve("started")) && !ended.isDone()) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        thread.interrupt();
        var result = ended.get(10, TimeUnit.SECONDS);
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2), "took " + (System.nanoTime() - start));
        assertEquals(ToolEnd.CANCELLED, result.end());
        assertEquals(List.of("started"), result.changes().stream().map(FileChange::path).toList());
        assertEquals(List.of(), alive("sleep 7006"));
        assertEquals(List.of(), alive("sleep 7007"));
    }

    @Test
    void whatACommandChangesIsRecordedWithItsContents() throws Exception {
        bench.file("src/a.txt", "old");
        bench.file("src/gone.txt", "bye");
        bench.file("same.txt", "same");
        var result = shell("echo new > src/a.txt; rm src/gone.txt; mkdir made; echo hi > made/b.txt; touch same.txt");
        assertEquals(List.of(new FileChange("made/b.txt", "", sha("hi\n"), 3, true),
                new FileChange("src/a.txt", sha("old"), sha("new\n"), 4, true),
                new FileChange("src/gone.txt", sha("bye"), "", 0, true)),
                result.changes().stream().sorted(Comparator.comparing(FileChange::path)).toList());
        assertEquals(List.of(sha("bye"), sha("hi\n"), sha("new\n"), sha("old")).stream().sorted().toList(),
                result.contents().stream().map(Content::sha256).sorted().toList());
        assertTrue(result.text().contains("outside the paths of builder: made/b.txt\n"), result.text());
    }

    private static String sha(String text) {
        return Content.of(text).sha256();
    }

    @Test
    void whatTheFileToolsWriteMeanwhileIsNotBlamedOnTheCommand() throws Exception {
        bench.file("a.txt", "1");
        bench.run("true");
        bench.call("write_file", "{'path':'a.txt','content':'2'}");
        bench.file("b.txt", "a person's edit between two commands");
        assertEquals(List.of(), bench.run("true").changes());
    }

    @Test
    void commandsRunInAFolderOfTheWorkspaceOnly() throws Exception {
        bench.file("sub/x", "x");
        Files.createSymbolicLink(bench.workspace.resolve("link"), bench.outside);
        assertEquals("[unsandboxed] exit status 0\n" + bench.workspace.toRealPath() + "/sub\n\n",
                bench.tools.call(Bench.command(List.of("pwd"), ",\"cwd\":\"/sub\"")).text());
        for (String cwd : List.of("..", "link", "sub/x", "nowhere", "link/../..")) {
            assertEquals(ToolEnd.FAILED,
                    bench.tools.call(Bench.command(List.of("pwd"), ",\"cwd\":\"" + cwd + "\"")).end());
        }
    }

    @Test
    void whatAKilledProcessLeftRunningIsFoundAndEndedAtTheNextStart() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        var stray = sleeping("7008", dead.pid() + "_1_x");
        var ours = sleeping("7009", CommandMarker.make());
        var foreign = sleeping("7010", "something else");
        try {
            assertTrue(CommandRunner.endStrays() >= 1);
            assertEquals(List.of(false, true, true), List.of(stray.isAlive(), ours.isAlive(), foreign.isAlive()));
        } finally {
            List.of(stray, ours, foreign).forEach(Process::destroyForcibly);
        }
    }

    private static Process sleeping(String seconds, String marker) throws IOException {
        var builder = new ProcessBuilder("sleep", seconds);
        builder.environment().put(CommandEnvironment.MARKER, marker);
        return builder.start();
    }
}
