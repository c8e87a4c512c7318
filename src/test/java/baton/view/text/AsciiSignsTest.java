package baton.view.text;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** One table of signs for pages and for the screen. */
class AsciiSignsTest {
    @Test
    void barsStayAsFullAsTheyWere() {
        assertEquals("##=.. ===---", AsciiSigns.in("██▓░░ ━━━───"));
        assertEquals("._--==#", AsciiSigns.in("▁▃▄▅▆▇█"));
    }

    @Test
    void framesAndArrowsKeepTheirDirection() {
        assertEquals("+-+ |x| +=+ > v ^ <", AsciiSigns.in("╭─╮ │✖│ ╚═╝ ▸ ▾ ▴ ◂"));
    }

    @Test
    void aCellStaysOneColumnWideAndLettersStayLetters() {
        assertEquals("#", AsciiSigns.ofCell("█"));
        assertEquals("日", AsciiSigns.ofCell("日"));
        assertEquals("é", AsciiSigns.ofCell("é"));
        assertEquals("€", AsciiSigns.ofCell("€"));
        assertEquals("EUR 5", AsciiSigns.in("€ 5"));
    }
}
