package baton.tui.terminal;

import java.io.IOException;
import java.util.function.Consumer;

import baton.tui.frame.Size;
import baton.tui.state.UiEvent;

/** A terminal as the screen needs it. */
public interface TerminalPort extends AutoCloseable {
    Size size();

    /** Switches the screen on; calling it again sets every mode again, as after a program that left them changed. */
    void enter() throws IOException;

    /** Gives the terminal back as it was found; may be called often, from any thread, and never fails. */
    void leave();

    /** Everything the terminal says goes to {@code heard}, on threads of the terminal's own, until it is closed. */
    void listen(Consumer<UiEvent> heard);

    /** Writes all of it at once; returns when the terminal has taken it, however slow it is. */
    void write(byte[] bytes) throws IOException;

    /** Gives the terminal to another program, an editor or a pager, and takes it back when that has ended. */
    void lend(Runnable program) throws IOException;

    /** Whether the mouse reports to us; a person who wants to select text with it switches that off. */
    void mouse(boolean on) throws IOException;

    /** {@link #leave}, and stops listening. */
    @Override
    void close();
}
