package baton.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import baton.engine.Command;
import baton.engine.Effect.Check;
import baton.engine.StandardTexts;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.Event;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.plan.LoadedPlan;
import baton.plan.Problem.Severity;
import baton.plan.TaskSpec;
import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;
import baton.rehearsal.RehearsalModel;
import baton.rehearsal.VirtualTime;
import baton.runtime.CheckRunner;
import baton.runtime.SessionLoop;
import baton.runtime.Workplace;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import baton.store.SqliteCatalog;
import baton.tool.FolderWorkspace;
import baton.tool.RehearsalWorkspace;
import baton.tool.WorkspaceToolBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The shipped plan, rehearsed once with the seed that people get when they name none. */
class HarbourReviewTest {
    private static final Path PLAN = Path.of("prompts/plans/harbour-review.md");
    private static final long START_MS = 1_795_000_000_000L;
    private static final long SEED = 1;

    @TempDir
    static Path folder;

    private static final List<RecordedEvent> RECORD = new CopyOnWriteArrayList<>();
    private static Optional<SessionResult> result = Optional.empty();

    @BeforeAll
    static void rehearse() throws Exception {
        var limits = RunLimits.DEFAULTS.withAgents(5, 5).withTimeBox(15 * 60_000);
        var settings = RunSettings.rehearsal(SEED).withLimits(limits);
        var opening = new Command.Open(settings, plan().plan(), List.of(), List.of(), List.of(), StandardTexts.all(),
                List.of());
        try (var loop = SessionLoop.open(workplace(), opening, List.of((events, state) -> RECORD.addAll(events)))) {
            result = loop.awaitResult(Duration.ofSeconds(60));
            assertEquals(Optional.empty(), loop.failure());
        }
    }

    private static LoadedPlan plan() throws IOException {
        return PlanReader.read(List.of(new SourceDocument(PLAN.toString(), Files.readAllBytes(PLAN))));
    }

    private static Workplace workplace() throws IOException {
        var store = new SqliteCatalog(folder.resolve("sessions"), List.of()).create("harbour", START_MS);
        var files = Files.createDirectories(folder.resolve("files"));
        var workspace = new RehearsalWorkspace(
                Optional.of(FolderWorkspace.open(Path.of("."), FolderWorkspace.Mode.READ_ONLY)),
                FolderWorkspace.open(files, FolderWorkspace.Mode.READ_WRITE));
        var time = VirtualTime.start(START_MS, 0);
        CheckRunner checks = request -> request.checks().stream().map(HarbourReviewTest::look).toList();
        var tools = new WorkspaceToolBox(workspace, folder.resolve("scratch"), text -> text);
        return new Workplace(store, new RehearsalModel(time, SEED), tools, checks, time);
    }

    private static CheckResult look(Check check) {
        return switch (check) {
            case Check.FileIs file -> new CheckResult(file.name(),
                    Files.exists(folder.resolve("files").resolve(file.path())) ? Verdict.PASSED : Verdict.FAILED, "");
            case Check.CommandPasses command -> new CheckResult(command.name(), Verdict.NOT_ALLOWED, "");
        };
    }

    private static <E extends Event> List<E> facts(Class<E> type) {
        return RECORD.stream().map(RecordedEvent::event).filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void thePlanIsUnderstoodToTheLastLineAndEveryTaskHasAnOwnerAnOutputAndCriteria() throws IOException {
        var loaded = plan();
        assertEquals(List.of(), loaded.coverage().notUnderstood());
        assertEquals(List.of(), loaded.problems().stream()
                .filter(problem -> problem.severity() != Severity.NOTE).map(problem -> problem.code()).toList());
        var tasks = loaded.plan().tasks();
        assertEquals(11, tasks.size());
        for (TaskSpec task : tasks) {
            assertTrue(loaded.plan().agent(task.agent()).isPresent(), task.toString());
            assertEquals(1, task.outputs().size(), task.toString());
            assertTrue(task.acceptance().size() >= 2, task.toString());
        }
    }

    @Test
    void theInputsThatNoTaskWritesAreThere() throws IOException {
        var tasks = plan().plan().tasks();
        var written = tasks.stream().flatMap(task -> task.outputs().stream()).toList();
        tasks.stream().flatMap(task -> task.inputs().stream()).filter(input -> !written.contains(input))
                .forEach(input -> assertTrue(Files.exists(Path.of(input)), input));
    }

    @Test
    void theRunIsCompleteWithoutAPersonAndShowsEachMishapOnce() {
        var end = result.orElseThrow();
        assertEquals(Status.COMPLETE, end.status());
        assertEquals(11, end.counts().accepted());
        assertEquals(List.of(), facts(QuestionAsked.class));
        assertEquals(1, facts(AttemptEnded.class).stream().filter(ended -> ended.end() == End.HANDED_OFF).count());
        assertEquals(1, facts(HandoffCreated.class).stream().filter(created -> !created.synthesised()).count());
        assertEquals(2, facts(GateFailed.class).size());
    }

    @Test
    void fiveAreAtWorkUntilFewerTasksAreLeft() {
        var begins = RECORD.stream().filter(event -> event.event() instanceof PoolBelowFloor).findFirst();
        long acceptedBefore = RECORD.stream().filter(event -> event.event() instanceof TaskAccepted)
                .filter(event -> begins.isEmpty() || event.seq() < begins.get().seq()).count();
        assertTrue(acceptedBefore >= 6, "accepted before the pool ran low: " + acceptedBefore);
    }

    @Test
    void thePlantedContradictionsAreFoundAndReachTheFinalReport() throws IOException {
        var titles = facts(FindingShared.class).stream().map(FindingShared::title).toList();
        assertTrue(titles.size() >= 4, titles.toString());
        assertEquals(titles.stream().distinct().toList(), titles);
        String last = Files.readString(folder.resolve("files/reports/harbour/final-report.md"));
        assertTrue(last.contains("Rehearsal: written by the offline rehearsal model"), last);
        assertTrue(last.contains("## What does not go together"), last);
    }

    @Test
    void everyReportIsWrittenBesideTheWorkspaceAndNothingInIt() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (Stream<Path> files = Files.list(folder.resolve("files/reports/harbour"))) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        assertEquals(11, sizes.size(), sizes.toString());
        assertTrue(sizes.values().stream().allMatch(bytes -> bytes > 800), sizes.toString());
        assertTrue(Files.notExists(Path.of("reports")));
    }
}
