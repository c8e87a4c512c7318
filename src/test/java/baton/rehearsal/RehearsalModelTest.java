package baton.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.Evidence;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.rehearsal.Desk.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(20)
class RehearsalModelTest {
    private static final long BOX_MS = 15 * 60_000L;
    private static final String NOTES = "prompts/plans/harbour-review/";

    @Test
    void anAgentReadsItsInputsWritesItsOutputAndProvesEveryCriterion() {
        try (var desk = desk(Mishaps.NONE)) {
            var task = securityTask("T-1");
            assertEquals(End.ACCEPTED, desk.attempt(task, 1, List.of(), BOX_MS));
            assertEquals(List.of("list_files", "update_status", "read_file", "read_file"), tools(desk).subList(0, 4));
            assertTrue(tools(desk).contains("write_file"));
            var claim = (Action.CompleteTask) desk.coordination.getLast();
            assertEquals(task.acceptance(), claim.evidence().stream().map(Evidence::criterion).toList());
        }
    }

    @Test
    void aReportQuotesWhatWasReadWithItsPlaceAndFindsWhatDoesNotGoTogether() {
        try (var desk = desk(Mishaps.NONE)) {
            desk.attempt(securityTask("T-1"), 1, List.of(), BOX_MS);
            String report = desk.text("reports/T-1.md");
            assertTrue(report.contains("Rehearsal: written by the offline rehearsal model, not by an LLM"), report);
            assertTrue(report.contains("## 1. Compare session tokens and mail links with what the architecture does"),
                    report);
            assertTrue(report.contains("- `architecture.md:38` — Session tokens live for 12 hours, because harbour"),
                    report);
            assertTrue(report.contains("### Session tokens live: 12 hours or 60 minutes?"), report);
            assertTrue(report.contains("| `" + NOTES + "security-baseline.md` | 44 | 7 |"), report);
        }
    }

    @Test
    void aTotalThatItsColumnDeniesIsFound() {
        var sources = List.of(SourceReader.read("cost-sheet.md", note("cost-sheet.md")));
        var found = Contradiction.in(sources, new Passages(sources), 5);
        assertEquals(List.of("The 6 items of the column add up to 149 €, the total says 139 €."),
                found.stream().map(Contradiction::remark).toList());
    }

    @Test
    void whatAReportQuotesKeepsItsFirstPlaceInTheReportsBuiltOnIt() {
        try (var desk = desk(Mishaps.NONE)) {
            desk.attempt(securityTask("T-1"), 1, List.of(), BOX_MS);
            var next = new TaskDraft("T-2", "Follow personal data", "privacy-specialist");
            next.inputs.add("reports/T-1.md");
            next.outputs.add("reports/T-2.md");
            next.acceptance.add("Compare how long session tokens live");
            assertEquals(End.ACCEPTED, desk.attempt(next.toTask(), 1, List.of(), BOX_MS));
            String report = desk.text("reports/T-2.md");
            assertTrue(report.contains("- `architecture.md:38` — Session tokens live for 12 hours"), report);
        }
    }

    @Test
    void theSameSeedPlaysTheSameAndAnotherPlaysDifferently() {
        assertEquals(played(7), played(7));
        assertNotEquals(played(7), played(8));
    }

    private static List<ModelReply> played(long seed) {
        try (var desk = new Desk(seed, Mishaps.USUAL)) {
            putNotes(desk);
            for (int number = 1; number <= 10; number++) {
                desk.attempt(securityTask("T-" + number), 1, List.of(), BOX_MS);
            }
            return List.copyOf(desk.replies);
        }
    }

    @Test
    void whatStreamsIsTheWholeText() {
        try (var desk = desk(Mishaps.NONE)) {
            desk.attempt(securityTask("T-1"), 1, List.of(), BOX_MS);
            var texts = desk.replies.stream().map(ModelReply::text).toList();
            assertEquals(String.join("", texts), String.join("", desk.chunks));
            assertTrue(desk.chunks.size() > texts.size());
        }
    }

    @Test
    void amongTenTasksEachUsualMishapComesOnceAndOnlyTheSlowAgentNeedsMoreThanItsBox() {
        for (long seed = 1; seed <= 20; seed++) {
            var ends = new ArrayList<End>();
            int refusedForEvidence = 0;
            int refusedForFile = 0;
            for (int number = 1; number <= 10; number++) {
                try (var desk = new Desk(seed, Mishaps.USUAL)) {
                    putNotes(desk);
                    ends.add(desk.attempt(securityTask("T-" + number), 1, List.of(), BOX_MS));
                    var refused = desk.verdicts.stream().flatMap(List::stream).toList();
                    boolean file = refused.stream().anyMatch(reason -> reason.endsWith("is not there"));
                    refusedForFile += file ? 1 : 0;
                    refusedForEvidence += !file && !refused.isEmpty() ? 1 : 0;
                }
            }
            assertEquals(List.of(9L, 1L, 1, 1), List.of(count(ends, End.ACCEPTED), count(ends, End.HANDED_OFF),
                    refusedForEvidence, refusedForFile), "seed " + seed);
        }
    }

    private static long count(List<End> ends, End wanted) {
        return ends.stream().filter(end -> end == wanted).count();
    }

    @Test
    void whoeverTakesOverReadsTheDraftAndTheNotesAndFinishes() {
        try (var desk = desk(new Mishaps(List.of(Mishap.SLOW)))) {
            var task = securityTask("T-1");
            assertEquals(End.HANDED_OFF, desk.attempt(task, 1, List.of(), BOX_MS));
            var spentMs = desk.turnsMs.stream().mapToLong(turn -> turn).sum();
            assertTrue(spentMs > BOX_MS && spentMs < BOX_MS + 60_000, "within the grace: " + spentMs);
            HandoffNote note = desk.coordination.stream().filter(Action.HandOff.class::isInstance)
                    .map(action -> ((Action.HandOff) action).note()).findFirst().orElseThrow();
            assertEquals(List.of("Read " + NOTES + "security-baseline.md (44 lines, seven headings)",
                    "Read " + NOTES + "architecture.md (46 lines, six headings)",
                    "Wrote a first draft of reports/T-1.md"), note.completed());
            assertEquals(2, note.nextSteps().size());
            desk.replies.clear();
            assertEquals(End.ACCEPTED, desk.attempt(task, 2, List.of(note), BOX_MS));
            assertTrue(desk.replies.getFirst().text().contains("take over"), desk.replies.getFirst().text());
            assertTrue(desk.text("reports/T-1.md").contains("## Taken over"));
        }
    }

    @Test
    void aSlowAgentWhoseBoxNeverEndsFinishesByItself() {
        try (var desk = desk(new Mishaps(List.of(Mishap.SLOW)))) {
            assertEquals(End.ACCEPTED, desk.attempt(securityTask("T-1"), 1, List.of(), Long.MAX_VALUE));
            assertFalse(desk.text("reports/T-1.md").contains("Still to be written"));
        }
    }

    @Test
    void aTaskThatAsksForNothingButAnAnswerGetsOne() {
        try (var desk = desk(Mishaps.USUAL)) {
            var task = new TaskDraft("T-4", "Say what happens with the backups", "an-analyst").toTask();
            assertEquals(End.ANSWERED, desk.attempt(task, 1, List.of(), BOX_MS));
            assertTrue(desk.replies.getLast().text().startsWith("Rehearsal answer"));
        }
    }

    @Test
    void freeChatIsAnsweredByASentence() {
        try (var desk = desk(Mishaps.USUAL)) {
            var chat = new TaskDraft("chat", "", "an-analyst").toTask();
            assertEquals(End.ANSWERED, desk.attempt(chat, 1, List.of(), BOX_MS));
            assertTrue(desk.replies.getFirst().text().contains("rehearsal"));
        }
    }

    @Test
    void whatCannotBeWrittenIsReportedAfterTwoTries() {
        try (var desk = desk(Mishaps.NONE)) {
            desk.writable = false;
            assertEquals(End.BLOCKED, desk.attempt(securityTask("T-1"), 1, List.of(), BOX_MS));
            assertEquals(2, tools(desk).stream().filter("write_file"::equals).count());
        }
    }

    @Test
    void absentInputsBlockOnlyWhereTheCardSaysSoAndAreOtherwiseNamed() {
        var task = new TaskDraft("T-1", "Read the tea leaves", "an-analyst");
        task.inputs.add("notes/leaves.md");
        task.outputs.add("reports/T-1.md");
        try (var desk = new Desk(1, new Mishaps(List.of(Mishap.BLOCKED)))) {
            assertEquals(End.BLOCKED, desk.attempt(task.toTask(), 1, List.of(), BOX_MS));
        }
        try (var desk = new Desk(1, Mishaps.NONE)) {
            assertEquals(End.ACCEPTED, desk.attempt(task.toTask(), 1, List.of(), BOX_MS));
            assertTrue(desk.text("reports/T-1.md").contains("| `notes/leaves.md` | not there | | |"));
        }
    }

    @Test
    void aQuestionComesWithARecommendationAndOnlyWhereTheTaskWantsSomebodyAsked() {
        var ask = TaskDraft.from(securityTask("T-1"));
        ask.acceptance.add("Ask the maintainers how long session tokens may live");
        try (var desk = desk(new Mishaps(List.of(Mishap.ASKS)))) {
            assertEquals(End.ASKED, desk.attempt(ask.toTask(), 1, List.of(), BOX_MS));
            var question = (Action.AskQuestion) desk.coordination.getLast();
            assertTrue(question.options().contains(question.recommendation()), question.toString());
            assertEquals(End.ACCEPTED, desk.attempt(securityTask("T-2"), 1, List.of(), BOX_MS));
        }
    }

    @Test
    void theMishapsForTestsDoWhatTheySay() {
        assertEquals(List.of(End.BROKE, End.TURNS_USED_UP, End.TURNS_USED_UP, End.ANSWERED), List.of(
                endWith(Mishap.BREAKS_ALWAYS), endWith(Mishap.LOOPS), endWith(Mishap.LIES), endWith(Mishap.TALKS)));
    }

    private static End endWith(Mishap mishap) {
        try (var desk = desk(new Mishaps(List.of(mishap)))) {
            return desk.attempt(securityTask("T-1"), 1, List.of(), BOX_MS);
        }
    }

    @Test
    void outputsOfOtherFormatsCanBeOpened() throws IOException {
        try (var desk = desk(Mishaps.NONE)) {
            var task = TaskDraft.from(securityTask("T-1"));
            task.outputs.clear();
            task.outputs.addAll(List.of("out/result.json", "out/settings.yaml", "out/figures.csv", "out/"));
            assertEquals(End.ACCEPTED, desk.attempt(task.toTask(), 1, List.of(), BOX_MS));
            var json = new com.fasterxml.jackson.databind.ObjectMapper().readTree(desk.text("out/result.json"));
            assertEquals(2, json.path("criteria").size());
            assertTrue(desk.text("out/settings.yaml").lines().allMatch(line -> line.startsWith("#")));
            assertTrue(desk.text("out/figures.csv").startsWith("file,line,"));
            assertTrue(desk.files.keySet().stream().anyMatch(path -> path.matches("out/t-1-check-.*\\.md")));
        }
    }

    private static List<String> tools(Desk desk) {
        return desk.replies.stream().flatMap(reply -> reply.calls().stream()).map(CallRequest::tool).toList();
    }

    private static Desk desk(Mishaps mishaps) {
        var desk = new Desk(1, mishaps);
        putNotes(desk);
        return desk;
    }

    private static void putNotes(Desk desk) {
        for (String name : List.of("architecture.md", "security-baseline.md", "cost-sheet.md", "deployment.md")) {
            desk.files.put(NOTES + name, note(name));
        }
    }

    private static String note(String name) {
        try {
            return Files.readString(Path.of(NOTES + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TaskSpec securityTask(String id) {
        var draft = new TaskDraft(id, "Check the service against its own security baseline", "security-auditor");
        draft.inputs.addAll(List.of(NOTES + "security-baseline.md", NOTES + "architecture.md"));
        draft.outputs.add("reports/" + id + ".md");
        draft.acceptance.addAll(List.of("Compare session tokens and mail links with what the architecture does",
                "List what blocks the release"));
        return draft.toTask();
    }
}
