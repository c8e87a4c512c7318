package baton.reading.language;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Few texts are worth a look at all wordings, and none is missed that holds one. */
class FirstWordsTest {

    private static final FirstWords WORDS = new FirstWords(List.of("agent", "sub-agent", "intelligenza artificiale"));

    @Test
    void aTextIsWorthALookWhereTheFirstWordOfAWordingStandsInIt() {
        assertEquals(List.of(true, true, true, true, false, false, false), List.of(may("three (agent) names"),
                may("a sub-agent"), may("l'intelligenza artificiale"), may("エージェントが書く"), may("agents"),
                may("artificiale"),
                may("")));
    }

    @Test
    void aWordingWithoutALetterAtItsBeginningMakesEveryTextWorthALook() {
        assertEquals(true, new FirstWords(List.of("agent", "3d artist")).mayBeIn("nothing of it"));
    }

    private static boolean may(String text) {
        return WORDS.mayBeIn(text);
    }
}
