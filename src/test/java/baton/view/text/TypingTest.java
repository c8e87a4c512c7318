package baton.view.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How commands are told to somebody who called the program by a path, or whose session lies elsewhere. */
class TypingTest {
    private static final Typing PATH = new Typing("./baton", "", "");
    private static final Typing ELSEWHERE = PATH.of("tides-1", "tides-1 --sessions 'my runs'");

    @Test
    void aCommandIsToldAsTheProgramWasCalled() {
        assertEquals("See  ./baton sessions list.", PATH.inOwn("See  baton sessions list."));
        assertEquals("Usage: ./baton [PLAN…]", PATH.inOwn("Usage: baton [PLAN…]"));
        assertEquals("(./baton trust)", PATH.inOwn("(baton trust)"));
        assertEquals("See  ./baton --help.", PATH.inOwn("See  baton --help."));
    }

    @Test
    void aSentenceAboutTheProgramStaysOne() {
        assertEquals("baton runs the plans people write; Leave baton; baton: an error",
                PATH.inOwn("baton runs the plans people write; Leave baton; baton: an error"));
    }

    @Test
    void aCommandThatHasItsFolderIsLeftAlone() {
        assertEquals("./baton run x", PATH.inOwn("./baton run x"));
        assertEquals("./baton run x", PATH.inOwn(PATH.inOwn("baton run x")));
    }

    @Test
    void theSessionIsNamedSoThatItIsFound() {
        assertEquals("Go on with it by  ./baton resume tides-1 --sessions 'my runs' --answer D-1=2.",
                ELSEWHERE.inOwn("Go on with it by  baton resume tides-1 --answer D-1=2."));
    }

    @Test
    void inAPageOnlyCommandsOfThisSessionChange() {
        assertEquals(
                List.of(StyledLine.of(Tone.DIM, "./baton log tides-1 --sessions 'my runs'"),
                        StyledLine.of("the agent said: baton run tides, baton log tides-12")),
                ELSEWHERE.inPage(List.of(StyledLine.of(Tone.DIM, "baton log tides-1"),
                        StyledLine.of("the agent said: baton run tides, baton log tides-12"))));
    }

    @Test
    void whoCallsItByItsNameReadsItsName() {
        assertEquals("baton log tides-1", Typing.PLAIN.of("tides-1", "tides-1").inOwn("baton log tides-1"));
    }
}
