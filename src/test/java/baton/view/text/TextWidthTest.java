package baton.view.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TextWidthTest {
    @Test
    void wideCharactersAndEmojiTakeTwoColumns() {
        assertEquals(List.of(3, 4, 2, 2, 2, 2, 1, 1, 2, 1),
                List.of("abc", "日本", "🚀", "👩‍💻", "🇩🇪", "👍🏽", "é", "e\u0301", "⚠\ufe0f", "✔").stream()
                        .map(TextWidth::of).toList());
    }

    @Test
    void hangulBlocksAndCombiningMarksCountOnce() {
        assertEquals(2, TextWidth.of("\u1112\u1161\u11ab"));
        assertEquals(4, TextWidth.of("한글"));
        assertEquals(1, TextWidth.of("a\u0300\u0301\u0302"));
    }

    @Test
    void cuttingNeverTearsAClusterAndNeverExceedsTheWidth() {
        assertEquals("日…", TextWidth.cut("日本語", 4));
        assertEquals("日本語", TextWidth.cut("日本語", 6));
        assertEquals("a…", TextWidth.cut("a👩‍💻b", 3));
        assertEquals("", TextWidth.cut("abc", 0));
    }

    @Test
    void paddingCountsColumnsNotCharacters() {
        assertEquals("日本  ", TextWidth.padRight("日本", 6));
        assertEquals("  日本", TextWidth.padLeft("日本", 6));
        assertEquals("日…  ", TextWidth.fit("日本語", 4) + " ");
    }

    @Test
    void wrappingBreaksBetweenWords() {
        assertEquals(List.of("the quick", "brown", "extraordinarily", "fox"),
                TextWidth.wrap("the quick brown extraordinarily fox", 9));
        assertEquals(List.of(""), TextWidth.wrap("  ", 9));
    }
}
