package baton.tui.frame;

import java.io.IOException;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The same cells on a virtual terminal that others wrote: a second opinion on where every column stands. */
class LanternaLayoutTest {
    @Test
    void aFrameStandsThereAsItWasPainted() throws IOException {
        var canvas = new Canvas(new Size(40, 6));
        canvas.text(0, 0, "baton ▸ agents", Ink.BOLD);
        canvas.text(2, 1, "日本語 keys", Ink.PLAIN);
        canvas.textUpTo(40, 2, "06:12", Ink.WARN);
        canvas.repeat(0, 3, "─", 40, Ink.DIM);
        canvas.text(38, 4, "日", Ink.PLAIN);
        canvas.text(39, 5, "日", Ink.PLAIN);
        var frame = canvas.frame();
        var terminal = new DefaultVirtualTerminal(new TerminalSize(40, 6));
        try (var screen = new TerminalScreen(terminal)) {
            screen.startScreen();
            show(frame, screen);
            screen.refresh(Screen.RefreshType.COMPLETE);
            for (int row = 0; row < 6; row++) {
                assertEquals(frame.line(row), line(terminal, row));
            }
        }
    }

    private static void show(Frame frame, Screen screen) {
        for (int row = 0; row < frame.size().rows(); row++) {
            for (int column = 0; column < frame.size().columns(); column++) {
                String cluster = frame.cell(column, row);
                if (!cluster.isEmpty()) {
                    screen.setCharacter(column, row, TextCharacter.fromString(cluster)[0]);
                }
            }
        }
    }

    private static String line(DefaultVirtualTerminal terminal, int row) {
        var line = new StringBuilder();
        for (int column = 0; column < 40; column++) {
            var cell = terminal.getCharacter(new TerminalPosition(column, row));
            line.append(cell.getCharacterString());
            column += cell.isDoubleWidth() ? 1 : 0;
        }
        return line.toString().stripTrailing();
    }
}
