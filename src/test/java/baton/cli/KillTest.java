package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import baton.engine.Fold;
import baton.engine.SessionState;
import baton.engine.TaskState.Status;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.llm.WorkingPeer;
import baton.llm.WorkingPeer.Work;
import baton.settings.ProviderEndpoint.Dialect;
import baton.store.SqliteCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The program killed without warning, again and again, in a run of fifty tasks; seeded, so that a failure can be repeated. */
class KillTest {
    private static final boolean DEEP = Boolean.getBoolean("baton.deep");
    private static final int KILLS = DEEP ? 24 : 4;
    private static final int TASKS = 50;
    private static final long SEED = Long.getLong("baton.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void aKilledRunLosesNoEventAsksNoStoredTurnAgainAndEndsAsIfUndisturbed() throws Exception {
        var random = new Random(SEED);
        Files.createDirectories(folder.resolve("work"));
        Files.writeString(folder.resolve("plan.yaml"), plan());
        try (var peer = new WorkingPeer(Dialect.OPENAI, Work.REPORTS, DEEP ? 900 : 300)) {
            assertEquals(0, start(peer, folder.resolve("work"), List.of("trust")).waitFor());
            int kills = 0;
            long seqBefore = 0;
            int exit = -1;
            var command = List.of("run", "plan.yaml", "--workspace", "work", "--model", peer.model(), "--agents-max",
                    "4");
            for (int starts = 0; starts < KILLS * 4 && exit != 0; starts++) {
                var process = start(peer, folder, seqBefore == 0 ? command : List.of("resume", "last"));
                boolean kill = kills < KILLS;
                long waitMs = 1_000L + random.nextInt(1_500);
                if (process.waitFor(kill ? waitMs : 120_000, TimeUnit.MILLISECONDS)) {
                    exit = process.exitValue();
                } else {
                    process.destroyForcibly().waitFor();
                    kills++;
                }
                long seqAfter = lastSeq();
                assertTrue(seqAfter >= seqBefore,
                        "seed " + SEED + ": events were lost: " + seqBefore + " → " + seqAfter);
                seqBefore = seqAfter;
            }
            assertEquals(0, exit,
                    "seed " + SEED + ", after " + kills + " kills: " + Files.readString(folder.resolve("log")));
            assertEquals(KILLS, kills, "seed " + SEED + ": the run ended before it was killed often enough");
            check(peer);
        }
    }

    private void check(WorkingPeer peer) throws IOException {
        var events = events();
        var state = SessionState.EMPTY;
        for (var event : events) {
            state = Fold.evolve(state, event);
        }
        for (var task : state.work().tasks().values()) {
            assertEquals(Status.ACCEPTED, task.status(), task.id());
            assertEquals("peer-step-two: what was found for reports/t-" + task.id().substring(2) + ".md",
                    Files.readString(folder.resolve("work/reports/t-" + task.id().substring(2) + ".md")));
        }
        long lost = events.stream().filter(event -> event.event() instanceof TurnLost).count();
        Map<String, Integer> asked = new HashMap<>();
        peer.requests().forEach(body -> asked.merge(body, 1, Integer::sum));
        long again = asked.values().stream().mapToLong(times -> times - 1).sum();
        assertTrue(again <= lost,
                "seed " + SEED + ": " + again + " requests were repeated, " + lost + " turns were lost");
        long completed = events.stream().filter(event -> event.event() instanceof TurnCompleted).count();
        assertTrue(peer.requests().size() <= completed + lost);
        assertEquals(3L * TASKS, completed, "seed " + SEED);
    }

    private List<RecordedEvent> events() throws IOException {
        try (var files = Files.list(folder.resolve("sessions"))) {
            var file = files.filter(path -> path.toString().endsWith(".db")).findFirst();
            if (file.isEmpty()) {
                return List.of();
            }
            try (var record = new SqliteCatalog(folder.resolve("sessions"), List.of()).openToRead(file.get());
                    var events = record.events(1, Long.MAX_VALUE)) {
                assertTrue(record.findDamage().isEmpty());
                return new ArrayList<>(events.toList());
            }
        }
    }

    private long lastSeq() throws IOException {
        return Files.isDirectory(folder.resolve("sessions")) ? events().size() : 0;
    }

    private Process start(WorkingPeer peer, Path in, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), "baton.cli.Baton"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        var environment = new TreeMap<>(peer.environment());
        environment.put("BATON_SESSIONS", folder.resolve("sessions").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String plan() {
        var text = new StringBuilder("name: Fifty\ngoal: Reports\nagents: [{id: writer-0, name: writer-0},"
                + " {id: writer-1, name: writer-1}, {id: writer-2, name: writer-2}, {id: writer-3, name: writer-3}]\ntasks:\n");
        for (int i = 1; i <= TASKS; i++) {
            text.append("  - {id: T-").append(i).append(", title: Report ").append(i).append(", agent: writer-")
                    .append(i % 4)
                    .append(i > 10 ? ", dependsOn: [T-" + (i - 10) + "]" : "").append(", outputs: [reports/t-")
                    .append(i)
                    .append(".md], acceptance: [says what was found]}\n");
        }
        return text.toString();
    }
}
