package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program in a process whose files may not grow beyond a size: to the store that is a disk that takes no more. */
@DisabledOnOs(OS.WINDOWS)
class FullDiskTest {
    private static final int BLOCKS_MAX = 4_000;
    private static final int TASKS = 300;

    @TempDir
    private Path folder;

    @Test
    void theLastLineIsTheResultAlsoWhereTheRecordTakesNoMore() throws Exception {
        Files.writeString(folder.resolve("plan.yaml"), plan());

        assertEquals(1, run("--output-format", "stream-json"));

        var lines = Files.readAllLines(folder.resolve("out"));
        String last = lines.getLast();
        assertTrue(last.startsWith("{\"v\":1,\"seq\":" + lines.size() + ","), last);
        assertTrue(last.contains("\"type\":\"session.result\",\"stored\":false,\"data\":{"), last);
        assertTrue(last.contains("\"exitCode\":1,") && last.contains("\"status\":\"error\"")
                && last.contains("\"tasks\":" + TASKS), last);
        assertEquals(1, lines.stream().filter(line -> line.contains("\"session.result\"")).count());
        assertTrue(lines.getFirst().contains("\"type\":\"session.started\""), lines.getFirst());
    }

    private int run(String... flags) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", "ulimit -f " + BLOCKS_MAX + "; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "baton.cli.Baton", "run", "plan.yaml", "--sessions", "sessions",
                "--model", "rehearsal");
        builder.command().addAll(List.of(flags));
        builder.environment().put("HOME", folder.toString());
        // A pipe has no size, a file would meet the limit as well.
        var process = builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var out = process.getInputStream()) {
            Files.copy(out, folder.resolve("out"));
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return process.exitValue();
    }

    private static String plan() {
        var text = new StringBuilder("name: Many\ngoal: Reports\nagents: [{id: writer, name: writer}]\ntasks:\n");
        for (int i = 1; i <= TASKS; i++) {
            text.append("  - {id: T-").append(i).append(", title: Report ").append(i)
                    .append(", agent: writer, outputs: [reports/t-").append(i).append(".md]}\n");
        }
        return text.toString();
    }
}
