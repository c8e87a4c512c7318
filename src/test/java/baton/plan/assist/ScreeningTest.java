package baton.plan.assist;

import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.Checkpoint.Criterion;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.plan.assist.Proposal.NewAgent;
import baton.plan.assist.Proposal.NewCheckpoint;
import baton.plan.assist.Proposal.NewDecision;
import baton.plan.assist.Proposal.NewEdge;
import baton.plan.assist.Proposal.NewGate;
import baton.plan.assist.Proposal.NewQuestion;
import baton.plan.assist.Proposal.NewTask;
import baton.plan.assist.Screening.Reason;
import baton.plan.assist.Screening.Screened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScreeningTest {
    private static final List<CitedDocument> DOCUMENTS = List.of(new CitedDocument("quay.md", """
            # Quay works
            ## Anna
            - Survey the quay wall
            ## Ben
            - Pour the new footing

            Once the survey is done, **Ben pours**   the "footing"; Anna
            then signs off the tide tables in out/tides.md.
            Carla, our diver, checks the piles below the waterline.
            Do we close the quay on Sundays?
            When Anna and Ben are both done, the harbour master walks the wall.
            The tide bell still rings.
            护岸检查由安娜完成，然后发布
            """.lines().toList()));

    private static Plan plan() {
        var draft = new PlanDraft("Quay", "quay.md");
        draft.agents.add(AgentSpec.named("anna", "Anna", new Place("quay.md", 2)));
        draft.agents.add(AgentSpec.named("ben", "Ben", new Place("quay.md", 4)));
        draft.tasks.add(task("T-1", "Survey the quay wall", "anna", 3));
        draft.tasks.add(task("T-2", "Pour the new footing", "ben", 5));
        return draft.toPlan();
    }

    private static TaskSpec task(String id, String title, String agent, int line) {
        var task = new TaskDraft(id, title, agent);
        task.place = new Place("quay.md", line);
        return task.toTask();
    }

    private static List<Citation> cite(int line, String quote) {
        return List.of(new Citation(new Place("quay.md", line), quote));
    }

    private static Screened screen(Proposal... proposals) {
        return Screening.screen(List.of(proposals), plan(), DOCUMENTS);
    }

    /** The only reason for which the only proposal was dropped. */
    private static Reason reason(Proposal proposal) {
        var screened = screen(proposal);
        assertEquals(List.of(), screened.kept());
        return screened.dropped().getFirst().reason();
    }

    private static NewTask tides(List<Citation> cites) {
        return new NewTask("new-1", "Sign off the tide tables", "Anna", List.of("out/tides.md"), List.of(), List.of(),
                cites);
    }

    @Test
    void aTaskThatTheDocumentBearsOutIsEnteredWithAFreeIdAndItsLine() {
        var screened = screen(
                tides(List.of(cite(7, "pours the footing; Anna").getFirst(), cite(8, "tide tables").getFirst())));

        assertEquals(List.of(), screened.dropped());
        var entered = screened.planOr(plan()).task("T-3").orElseThrow();
        assertEquals(
                List.of("Sign off the tide tables", "anna", List.of("out/tides.md"), new Place("quay.md", 7), true),
                List.of(entered.title(), entered.agent(), entered.outputs(), entered.place(), entered.runs()));
        assertEquals(List.of("T-1", "T-2", "T-3"), screened.planOr(plan()).tasks().stream().map(TaskSpec::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ben   pours the\tfooting", "ben pours the footing",
        "**Ben pours** the \u201cfooting\u201d",
        "the footing; Anna then signs off", "7|Once the survey is done, **Ben pours**",
        "Once the survey is done, Ben pours the footing; Anna"})
    void emphasisCaseAndWhiteSpaceMakeNoDifferenceToAQuotation(String quote) {
        assertEquals(List.of(),
                screen(new NewEdge("T-1", "T-2", cite(7, "Once the survey is done, Ben pours the footing"))).dropped());
        assertTrue(new Quotations(DOCUMENTS).find(cite(7, quote).getFirst()).isPresent(), quote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ben pours the foot", "en pours the footing", "Ben pours footing",
        "Ben then pours the footing",
        "footing", "", "…", "   ", "Dora paints the lamp posts", "Quay works Anna Survey the quay wall Ben Pour"})
    void wordsThatDoNotStandThereSoAreNoQuotation(String quote) {
        assertEquals(Reason.NOT_CITED, reason(new NewEdge("T-1", "T-2", cite(7, quote))));
    }

    @Test
    void aProposalNeedsACitationAndEveryOneOfThemMustHold() {
        assertEquals(Reason.NOT_CITED, reason(tides(List.of())));
        assertEquals(Reason.NOT_CITED,
                reason(tides(List.of(cite(8, "tide tables").getFirst(), cite(8, "in out/floods.md").getFirst()))));
        assertEquals(Reason.NOT_CITED, reason(
                new NewEdge("T-1", "T-2", List.of(new Citation(new Place("other.md", 7), "none of these words")))));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "1, 7", "999999, 7", "0, 7"})
    void aLineThatWasCountedWronglyIsPutRight(int said, int found) {
        assertEquals(new Place("quay.md", found), new Quotations(DOCUMENTS).find(cite(said, "the footing").getFirst())
                .orElseThrow().place());
    }

    @Test
    void aDocumentMayBeCalledByItsShortNameAndTheWordsMustStandInOne() {
        var two = new Quotations(List.of(new CitedDocument("plans/quay.md", List.of("Survey the quay wall")),
                new CitedDocument("plans/tides.md", List.of("Draw the tide table", "Survey the quay wall"))));
        assertEquals(new Place("plans/tides.md", 1),
                two.find(new Citation(new Place("tides.md", 1), "tide table")).orElseThrow().place());
        assertEquals(new Place("plans/tides.md", 2),
                two.find(new Citation(new Place("plans/tides.md", 1), "quay wall")).orElseThrow().place());
        assertEquals(false, two.find(new Citation(new Place("plans/quay.md", 1), "tide table")).isPresent());
    }

    @Test
    void aWholeLineOfOneWordIsAQuotationAndScriptsWithoutSpacesAreRead() {
        var quotations = new Quotations(DOCUMENTS);
        assertEquals(2, quotations.find(cite(2, "Anna").getFirst()).orElseThrow().place().line());
        assertEquals(13, quotations.find(cite(1, "由安娜完成").getFirst()).orElseThrow().place().line());
        assertEquals(false, quotations.find(cite(13, "由安娜检查").getFirst()).isPresent());
    }

    @Test
    void moreThanTheCitedLinesSayIsNotEntered() {
        var line = cite(8, "signs off the tide tables in out/tides.md");
        assertEquals(Reason.BEYOND, reason(new NewTask("", "Delete every backup of the town hall", "", List.of(),
                List.of(), List.of(), line)));
        assertEquals(Reason.BEYOND, reason(new NewTask("", "Sign off the tide tables", "", List.of("../../etc/passwd"),
                List.of(), List.of(), line)));
        assertEquals(Reason.BEYOND, reason(new NewTask("", "Sign off the tide tables", "Ben", List.of(), List.of(),
                List.of(), line)), "the line does not name Ben");
        assertEquals(Reason.BEYOND, reason(new NewAgent("Dora", "", List.of(), line)));
        assertEquals(Reason.BEYOND, reason(new NewEdge("T-1", "T-2", cite(12, "The tide bell still rings"))));
        assertEquals(Reason.BEYOND, reason(new NewDecision("Close the quay", "Do we close the quay?",
                List.of("Sell it to the highest bidder"), "", cite(10, "Do we close the quay"))));
    }

    @Test
    void whatIsThereAlreadyIsNotEnteredAgain() {
        assertEquals(Reason.KNOWN, reason(new NewAgent("anna", "", List.of(), cite(2, "Anna"))));
        assertEquals(Reason.KNOWN, reason(new NewTask("", "Surveying of the quay wall", "anna", List.of(), List.of(),
                List.of(), List.of(cite(2, "Anna").getFirst(), cite(3, "Survey the quay wall").getFirst()))));
        var twice = screen(new NewQuestion("", "Do we close the quay on Sundays?", cite(10, "close the quay")),
                new NewQuestion("", "Do we close the quay on Sundays", cite(10, "on Sundays")));
        assertEquals(List.of(1, Reason.KNOWN), List.of(twice.kept().size(), twice.dropped().getFirst().reason()));
    }

    @Test
    void nobodyIsInventedAlongWithATask() {
        assertEquals(Reason.UNFIT, reason(new NewTask("", "Check the piles below the waterline", "Carla", List.of(),
                List.of(), List.of(), cite(9, "Carla, our diver, checks the piles below the waterline"))));
        var both = screen(
                new NewTask("", "Check the piles below the waterline", "Carla", List.of(), List.of(), List.of(),
                        cite(9, "Carla, our diver, checks the piles below the waterline")),
                new NewAgent("Carla", "diver", List.of(), cite(9, "Carla, our diver")));
        assertEquals(List.of(), both.dropped());
        assertEquals("carla", both.planOr(plan()).task("T-3").orElseThrow().agent());
    }

    @Test
    void anEdgeNeedsTwoTasksAndMayCloseNoCircle() {
        var line = cite(7, "Once the survey is done, Ben pours the footing");
        assertEquals(Reason.UNFIT, reason(new NewEdge("T-1", "T-9", line)));
        var screened = screen(new NewEdge("T-1", "T-2", line), new NewEdge("T-2", "T-1", line),
                new NewEdge("T-1", "T-2", line));
        assertEquals(List.of(Reason.UNFIT, Reason.KNOWN),
                screened.dropped().stream().map(Screening.Dropped::reason).toList());
        assertEquals(List.of("T-1"),
                baton.plan.PlanGraph.of(screened.planOr(plan())).dependenciesOf("T-2"));
    }

    @Test
    void proposalsMaySpeakOfEachOtherInAnyOrder() {
        var cites = List.of(cite(7, "Once the survey is done").getFirst(),
                cite(8, "then signs off the tide tables").getFirst(), cite(7, "the footing; Anna").getFirst());
        var screened = screen(new NewEdge("T-1", "new-1", cites), tides(cites));
        assertEquals(List.of(), screened.dropped());
        assertEquals("T-3", screened.planOr(plan()).edges().getFirst().to());
    }

    @Test
    void checkpointsAndGatesAreEnteredWithSentencesOnlyAndNeverWithCommands() {
        var screened = screen(
                new NewCheckpoint("Anna and Ben are both done", List.of(new Criterion("Ben", "walks the wall")),
                        cite(11, "When Anna and Ben are both done, the harbour master walks the wall")),
                new NewGate("The harbour master walks the wall", Gate.Scope.RUN, List.of("the harbour master walks"),
                        cite(11, "the harbour master walks the wall")));
        assertEquals(List.of(), screened.dropped());
        var plan = screened.planOr(plan());
        assertEquals("ben", plan.checkpoints().getFirst().criteria().getFirst().agent());
        assertEquals(List.of(new Gate.Check("the harbour master walks", "", "")), plan.gates().getFirst().checks());
    }

    @Test
    void theRequestIsAlwaysTheSameAndNumbersTheLinesThatCanBeQuoted() {
        var coverage = new baton.plan.Coverage(13, 12, List.of(new baton.plan.Coverage.LineRange("quay.md", 7, 8)));
        var request = AssistRequest.of(plan(), coverage, DOCUMENTS);
        assertEquals(request, AssistRequest.of(plan(), coverage, DOCUMENTS));
        assertTrue(request.material().contains("\n3|- Survey the quay wall\n"), request.material());
        assertTrue(request.material().contains("- task T-1 (line 3, anna): Survey the quay wall\n"));
        assertTrue(request.material().contains("did not understand: quay.md:7-8\n"));
        assertEquals(0, request.linesLeftOut());
    }

    @Test
    void aDocumentThatIsTooLongIsShownInPartAndOnlyThatPartCanBeQuoted() {
        var lines = java.util.stream.IntStream.rangeClosed(1, 5_000).mapToObj(i -> "line " + i + " " + "x".repeat(90))
                .toList();
        var request = AssistRequest.of(plan(), new baton.plan.Coverage(0, 0, List.of()),
                List.of(new CitedDocument("long.md", lines)));
        assertTrue(request.linesLeftOut() > 2_000, String.valueOf(request.linesLeftOut()));
        assertEquals(5_000, request.shown().getFirst().lines().size() + request.linesLeftOut());
        assertTrue(request.material().length() < 200_000);
    }
}
