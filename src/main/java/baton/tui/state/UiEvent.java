package baton.tui.state;

import java.util.List;

import baton.tui.frame.Backdrop;
import baton.tui.frame.Size;
import baton.view.text.StyledLine;

/** Whatever reaches the screen from outside: keys, the mouse, the terminal, the clock. */
public sealed interface UiEvent {
    /**
     * A key was pressed.
     *
     * @param chord its name as people read it: {@code a}, {@code Enter}, {@code Ctrl+X}, {@code Shift+Tab}
     * @param text what it types; empty for keys that type nothing
     * @param atMs when it was read, on any clock that only grows
     */
    record Typed(String chord, String text, long atMs) implements UiEvent {}

    /** Keys that only write, one right behind the other, as one text; what came of them one by one would be the same. */
    record Written(String text, long atMs) implements UiEvent {}

    /** A whole text was pasted; its line ends are line feeds. */
    record Pasted(String text, long atMs) implements UiEvent {}

    /** The mouse did something in this cell, counted from 0. */
    record Mouse(Button button, int column, int row, long atMs) implements UiEvent {}

    /** What the mouse did. */
    enum Button {
        PRESS, DRAG, RELEASE, WHEEL_UP, WHEEL_DOWN
    }

    record Resized(Size size) implements UiEvent {}

    /** The terminal came back after a stop, or may show anything: all must be painted anew. */
    record Exposed() implements UiEvent {}

    /** The terminal says what it paints behind its text. */
    record Background(Backdrop colour) implements UiEvent {}

    /** The terminal's window got or lost the focus. */
    record Focused(boolean has) implements UiEvent {}

    /** Some time has passed. */
    record Ticked(long atMs) implements UiEvent {}

    /** A frame that was made from this revision of the state, or a later one, stands on the screen. */
    record Painted(long revision, long atMs) implements UiEvent {}

    /** The world has something to say about an action: where a copy went, why a command was refused. */
    record Told(String text, long atMs) implements UiEvent {}

    /** A page that was asked for is there. */
    record Shown(String title, List<StyledLine> lines) implements UiEvent {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /** The session has taken a message back; {@code line} says it again. */
    record TakenBack(String line, UiAction.Use use, long atMs) implements UiEvent {}

    /** A draft came back from an editor. */
    record Edited(String draft) implements UiEvent {}

    /** The terminal is gone; nobody will read or write any more. */
    record Gone() implements UiEvent {}
}
