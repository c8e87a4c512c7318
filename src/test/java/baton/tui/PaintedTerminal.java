package baton.tui;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import baton.tui.frame.Size;
import baton.tui.state.UiEvent;
import baton.tui.terminal.TerminalPort;
import org.jline.utils.ScreenTerminal;

/** A terminal without a window: what is written to it is read back from a terminal that others wrote. */
public final class PaintedTerminal implements TerminalPort {
    private static final long WAIT_SECONDS_MAX = 30;

    private final ScreenTerminal screen;
    private Size size;
    private volatile Consumer<UiEvent> heard = event -> {};

    public PaintedTerminal(int columns, int rows) {
        this.size = new Size(columns, rows);
        this.screen = new ScreenTerminal(columns, rows);
    }

    /** What stands on the screen, spaces at the ends of rows left out. */
    public synchronized String text() {
        long[] cells = new long[size.columns() * size.rows()];
        screen.dump(cells, 0, 0, size.rows(), size.columns(), new int[2]);
        var text = new StringBuilder();
        for (int row = 0; row < size.rows(); row++) {
            var line = new StringBuilder();
            for (int column = 0; column < size.columns(); column++) {
                int point = ScreenTerminal.cellCodePoint(cells[row * size.columns() + column]);
                if (point > 0) {
                    line.appendCodePoint(point);
                }
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Waits until these words stand on the screen. */
    public synchronized void see(String words) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS_MAX);
        while (!text().contains(words)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("\"" + words + "\" does not come; the screen shows:\n" + text());
            }
            wait(200);
        }
    }

    /** Presses keys named as in hints, one after the other; each as late as a person who looked first. */
    public void press(String... chords) {
        for (String chord : chords) {
            boolean types = chord.codePointCount(0, chord.length()) == 1;
            heard.accept(new UiEvent.Typed(chord, types ? chord : "", System.nanoTime() / 1_000_000 + 2_000));
        }
    }

    /** Presses a key until these words stand on the screen: no key counts before a question was seen, and who looks cannot say when. */
    public void pressUntil(String words, String chord) throws InterruptedException {
        for (int i = 0; i < WAIT_SECONDS_MAX * 10 && !text().contains(words); i++) {
            press(chord);
            synchronized (this) {
                wait(100);
            }
        }
        see(words);
    }

    /** Types a line, letter by letter, and sends it. */
    public void type(String line) {
        line.codePoints().mapToObj(Character::toString).forEach(letter -> heard.accept(new UiEvent.Typed(
                letter.equals(" ") ? "Space" : letter, letter, System.nanoTime() / 1_000_000)));
        press("Enter");
    }

    /** The terminal is taken away. */
    public void vanish() {
        heard.accept(new UiEvent.Gone());
    }

    @Override
    public synchronized Size size() {
        return size;
    }

    @Override
    public void enter() {
        // It has no modes.
    }

    @Override
    public void leave() {
        // What stands there stays.
    }

    @Override
    public void listen(Consumer<UiEvent> listener) {
        heard = listener;
    }

    @Override
    public synchronized void write(byte[] bytes) {
        screen.write(new String(bytes, StandardCharsets.UTF_8));
        notifyAll();
    }

    @Override
    public void lend(Runnable program) {
        program.run();
    }

    @Override
    public void mouse(boolean on) {
        // There is no mouse.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
