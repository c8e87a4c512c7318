package baton.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import baton.engine.Command;
import baton.engine.Effect.Check;
import baton.engine.Fold;
import baton.engine.SessionState;
import baton.engine.StandardTexts;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.SessionEvent.Status;
import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;
import baton.rehearsal.RehearsalModel;
import baton.rehearsal.VirtualTime;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import baton.store.SqliteCatalog;
import baton.tool.FolderWorkspace;
import baton.tool.RehearsalWorkspace;
import baton.tool.WorkspaceToolBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SessionLoopTest {
    private static final Path PLAN = Path.of("prompts/plans/harbour-review.md");
    private static final long START_MS = 1_700_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void rehearsesTheExamplePlanToItsEndAndTheRecordFoldsToTheLiveState() throws Exception {
        var states = new CopyOnWriteArrayList<SessionState>();
        var file = rehearse("one", 42, states);
        try (var record = new SqliteCatalog(file.resolveSibling("."), List.of()).openToRead(file);
                var events = record.events(1, Long.MAX_VALUE)) {
            var folded = SessionState.EMPTY;
            for (var iterator = events.iterator(); iterator.hasNext();) {
                folded = Fold.evolve(folded, iterator.next());
            }
            assertEquals(states.getLast(), folded);
            assertEquals(Optional.empty(), record.findDamage());
        }
    }

    @Test
    void recordsTheSameSessionTwiceForOneSeed() throws Exception {
        assertEquals(head(rehearse("first", 7, new CopyOnWriteArrayList<>())),
                head(rehearse("second", 7, new CopyOnWriteArrayList<>())));
    }

    private static String head(Path file) {
        try (var record = new SqliteCatalog(file.resolveSibling("."), List.of()).openToRead(file)) {
            return record.headHash();
        }
    }

    private Path rehearse(String name, long seed, List<SessionState> states) throws Exception {
        var place = Files.createDirectories(folder.resolve(name));
        var loaded = PlanReader.read(List.of(new SourceDocument(PLAN.toString(), Files.readAllBytes(PLAN))));
        var sessions = place.resolve("sessions");
        var store = new SqliteCatalog(sessions, List.of()).create("harbour", START_MS);
        var limits = RunLimits.DEFAULTS.withAgents(5, 5).withTimeBox(15 * 60_000);
        var opening = new Command.Open(RunSettings.rehearsal(seed).withLimits(limits), loaded.plan(), loaded.problems(),
                List.of(), List.of(), StandardTexts.all(), List.of());
        try (var loop = SessionLoop.open(workplace(place, store, seed), opening,
                List.of((events, state) -> states.add(state)))) {
            var result = loop.awaitResult(Duration.ofSeconds(60));
            assertEquals(Optional.empty(), loop.failure());
            assertEquals(Status.COMPLETE, result.orElseThrow().status());
        }
        return sessions.resolve(store.name() + ".db");
    }

    private static Workplace workplace(Path place, EventStore store, long seed) throws IOException {
        var overlayFolder = Files.createDirectories(place.resolve("overlay"));
        var base = FolderWorkspace.open(Path.of("prompts/plans/harbour-review"), FolderWorkspace.Mode.READ_ONLY);
        var overlay = FolderWorkspace.open(overlayFolder, FolderWorkspace.Mode.READ_WRITE);
        var time = VirtualTime.start(START_MS, 0);
        var tools = new WorkspaceToolBox(new RehearsalWorkspace(Optional.of(base), overlay), place.resolve("scratch"),
                text -> text);
        CheckRunner checks = request -> request.checks().stream().map(check -> look(overlayFolder, check)).toList();
        return new Workplace(store, new RehearsalModel(time, seed), tools, checks, time);
    }

    private static CheckResult look(Path overlay, Check check) {
        return switch (check) {
            case Check.FileIs file -> new CheckResult(file.name(),
                    Files.exists(overlay.resolve(file.path())) ? Verdict.PASSED : Verdict.FAILED, "");
            case Check.CommandPasses command -> new CheckResult(command.name(), Verdict.NOT_ALLOWED, "");
        };
    }
}
