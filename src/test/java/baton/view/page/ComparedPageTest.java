package baton.view.page;

import java.util.stream.Stream;

import baton.view.Golden;
import baton.view.SampleRun;
import baton.view.SessionView;
import baton.view.compare.Comparison;
import baton.view.compare.Comparison.Seen;
import baton.view.compare.Parting;
import baton.view.compare.Parting.Next;
import baton.view.text.TextWidth;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ComparedPageTest {
    private static final Parting PARTING = new Parting(14, "ab12", 61_000, 1, 900, 80,
            new Next("turn.completed", "T-1 analyst answered with 2 tool calls: First I look around."),
            new Next("session.forked", "Forked from harbour-20261120-0930-a1b2 at event 14: agents-max 2, was 5"));

    private static Comparison compared() {
        return Comparison.of(new Seen("harbour-20261120-0930-a1b2", SampleRun.whole().view()),
                new Seen("harbour-20261120-0945-c3d4", SampleRun.untilAtWork().view()), PARTING);
    }

    @TestFactory
    Stream<DynamicTest> thePageAtEveryWidth() {
        return Stream.of(60, 80, 120).map(columns -> DynamicTest.dynamicTest(columns + " columns", () -> {
            var page = ComparedPage.of(compared(), columns);
            assertTrue(page.stream().allMatch(line -> TextWidth.of(line.text()) <= columns), "no line is wider");
            Golden.check("view/compared-" + columns + ".txt", page);
        }));
    }

    @Test
    void sessionsThatWereBegunApartAreSaidToBe() {
        var apart = Comparison.of(new Seen("a", SampleRun.whole().view()), new Seen("b", SessionView.EMPTY),
                new Parting(0, "", 0, 0, 0, 0, Next.NONE, Next.NONE));
        var page = String.join("\n", ComparedPage.of(apart, 120).stream().map(line -> line.text()).toList());
        assertTrue(page.contains("They have no event in common"), page);
        assertTrue(page.contains("not there"), page);
        assertEquals(SampleRun.whole().view().tasks().size(), apart.tasks().size());
    }

    @Test
    void whatIsTheSameIsOnlyCounted() {
        var view = SampleRun.whole().view();
        var page = String.join("\n", ComparedPage.of(Comparison.of(new Seen("a", view), new Seen("a", view),
                new Parting(view.head().lastSeq(), "ab", 0, 0, 0, 0, Next.NONE, Next.NONE)), 100).stream()
                .map(line -> line.text()).toList());
        assertTrue((page.contains("Neither has any other event.") && page.contains("No difference in 4 tasks"))
                || page.contains("No difference in " + view.tasks().size() + " task"), page);
    }
}
