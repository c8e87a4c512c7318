package baton.view.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FoldingTest {
    @Test
    void aLineThatFitsStaysAsItIs() {
        var line = StyledLine.of(Tone.BAD, "one two");

        assertEquals(List.of(line), Folding.of(line, 7, 2, 3));
    }

    @Test
    void laterLinesAreIndentedAndEveryPieceKeepsItsMeaning() {
        var line = StyledLine.of(Tone.DIM, "00:01  ").and(Tone.BAD, "one two three four");

        assertEquals(List.of(StyledLine.of(Tone.DIM, "00:01 ").and(Tone.BAD, " one two").text(), "    three four"),
                Folding.of(line, 15, 4, 3).stream().map(StyledLine::text).toList());
        assertEquals(Tone.BAD, Folding.of(line, 15, 4, 3).getLast().spans().getLast().tone());
    }

    @Test
    void noWordIsLostAtAnyWidthWhereThereAreLinesEnough() {
        String words = IntStream.range(0, 40).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        for (int columns = 16; columns < 60; columns++) {
            var lines = Folding.of(StyledLine.of(words), columns, 3, 100);

            assertEquals(words, lines.stream().map(line -> line.text().strip()).collect(Collectors.joining(" ")));
            int fits = columns;
            assertTrue(lines.stream().allMatch(line -> TextWidth.of(line.text()) <= fits));
        }
    }

    @Test
    void whatDoesNotFitIsCutWithASign() {
        assertEquals(List.of("one two", "  three fou…"),
                Folding.of(StyledLine.of("one two three four five"), 12, 2, 2).stream().map(StyledLine::text).toList());
        assertEquals(List.of("xxxxxxxxx…"),
                Folding.of(StyledLine.of("x".repeat(1_000_000)), 10, 2, 1).stream().map(StyledLine::text).toList());
    }
}
