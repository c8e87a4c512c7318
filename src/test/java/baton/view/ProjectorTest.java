package baton.view;

import java.util.List;
import java.util.stream.Collectors;

import baton.engine.fact.SessionEvent.SessionResumed;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ProjectorTest {
    @Test
    void theBoardShowsWhoIsAtWorkAndWhoWaits() {
        var view = SampleRun.untilAtWork().view();

        assertEquals(List.of(Stand.AT_WORK, Stand.AT_WORK, Stand.WAITING),
                view.tasks().stream().map(TaskCard::stand).toList());
        assertEquals(TreePMap.singleton(Stand.AT_WORK, 2).plus(Stand.WAITING, 1),
                view.tally().minus(Stand.READY));
        assertEquals("needs T-1, T-2", view.task("T-3").orElseThrow().reason());
        assertEquals(2, view.pool().active());
    }

    @Test
    void timeSpentParkedIsNotWork() {
        var view = SampleRun.whole().view();

        // 200 s, then 60 s parked, then 700 s until the box ended, then 30 s of the second attempt.
        assertEquals(930_000, view.task("T-2").orElseThrow().workedMs(view.head().runMs()));
    }

    @Test
    void theTimeInWhichNoProcessRanCountsForNothing() {
        var view = SampleRun.untilAtWork().at(10).session(new SessionResumed(SampleRun.settings(), 0, 0, List.of()))
                .at(15).session(new SessionResumed(SampleRun.settings(), 0, 0, List.of())).view();

        assertEquals(0, view.head().runMs());
        assertEquals(3, view.head().processes());
    }

    @Test
    void secondsBelowTheFloorAreKeptByReason() {
        assertEquals(TreePMap.singleton("no task is ready", 60_000L), SampleRun.whole().view().pool().belowMs());
    }

    @Test
    void foldingWithoutTranscriptGivesTheSameBoards() {
        var boards = SessionView.EMPTY;
        for (var event : SampleRun.whole().events()) {
            boards = Projector.boards(boards, event);
        }
        var whole = SampleRun.whole().view();

        assertEquals(whole.tasks(), boards.tasks());
        assertEquals(whole.inbox(), boards.inbox());
        assertEquals(whole.pool(), boards.pool());
        assertEquals(0, boards.transcript().size());
    }

    @Test
    void theTranscriptTellsTheWholeRun() throws Exception {
        Golden.checkText("view/transcript.txt", SampleRun.whole().view().transcript().stream()
                .map(line -> line.sentence().whole().value()).collect(Collectors.joining("\n", "", "\n")));
    }
}
