package baton.tui.terminal;

import java.util.Locale;
import java.util.Optional;

import baton.tui.state.UiEvent;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;

/**
 * Turns Lanterna's key strokes into events of the screen.
 *
 * <p>A character outside the basic plane arrives as two strokes and leaves as one event. Strokes that stand for nothing, and
 * everything with Alt, which many terminals do not send, end here. Belongs to one reading thread.
 */
final class Keystrokes {
    private char high;

    /** The event of a stroke; empty where it is none, or not complete yet. */
    Optional<UiEvent> event(KeyStroke stroke, long atMs) {
        if (stroke.equals(KeyPatterns.FOCUS_IN) || stroke.equals(KeyPatterns.FOCUS_OUT)) {
            return Optional.of(new UiEvent.Focused(stroke.equals(KeyPatterns.FOCUS_IN)));
        }
        if (stroke instanceof MouseAction action) {
            return mouse(action, atMs);
        }
        if (stroke.getKeyType() == KeyType.Character) {
            return character(stroke, atMs);
        }
        return named(stroke).map(name -> new UiEvent.Typed(modifiers(stroke) + name, "", atMs));
    }

    private static Optional<UiEvent> mouse(MouseAction action, long atMs) {
        return switch (action.getActionType()) {
            case CLICK_DOWN -> at(UiEvent.Button.PRESS, action, atMs);
            case CLICK_RELEASE -> at(UiEvent.Button.RELEASE, action, atMs);
            case DRAG -> at(UiEvent.Button.DRAG, action, atMs);
            case SCROLL_UP -> at(UiEvent.Button.WHEEL_UP, action, atMs);
            case SCROLL_DOWN -> at(UiEvent.Button.WHEEL_DOWN, action, atMs);
            case MOVE -> Optional.empty();
        };
    }

    private static Optional<UiEvent> at(UiEvent.Button button, MouseAction action, long atMs) {
        var place = action.getPosition();
        return Optional.of(new UiEvent.Mouse(button, place.getColumn(), place.getRow(), atMs));
    }

    private Optional<UiEvent> character(KeyStroke stroke, long atMs) {
        char c = stroke.getCharacter();
        if (stroke.isAltDown()) {
            return Optional.empty();
        }
        if (stroke.isCtrlDown()) {
            String name = c == ' ' ? "Space" : String.valueOf(c).toUpperCase(Locale.ROOT);
            return Optional.of(new UiEvent.Typed("Ctrl+" + name, "", atMs));
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
            return Optional.empty();
        }
        String text = Character.isLowSurrogate(c) ? pair(c) : String.valueOf(c);
        high = 0;
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new UiEvent.Typed(text.equals(" ") ? "Space" : text, text, atMs));
    }

    private String pair(char low) {
        return high == 0 ? "" : String.valueOf(new char[]{high, low});
    }

    private static String modifiers(KeyStroke stroke) {
        boolean shift = stroke.isShiftDown() && stroke.getKeyType() != KeyType.ReverseTab;
        return (stroke.isCtrlDown() ? "Ctrl+" : "") + (shift ? "Shift+" : "");
    }

    private static Optional<String> named(KeyStroke stroke) {
        return stroke.isAltDown() ? Optional.empty() : switch (stroke.getKeyType()) {
            case Escape -> Optional.of("Esc");
            case Backspace -> Optional.of("Backspace");
            case ArrowLeft -> Optional.of("Left");
            case ArrowRight -> Optional.of("Right");
            case ArrowUp -> Optional.of("Up");
            case ArrowDown -> Optional.of("Down");
            case Insert -> Optional.of("Insert");
            case Delete -> Optional.of("Delete");
            case Home -> Optional.of("Home");
            case End -> Optional.of("End");
            case PageUp -> Optional.of("PgUp");
            case PageDown -> Optional.of("PgDn");
            case Tab -> Optional.of("Tab");
            case ReverseTab -> Optional.of("Shift+Tab");
            case Enter -> Optional.of("Enter");
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> Optional.of(stroke.getKeyType().name());
            case F13, F14, F15, F16, F17, F18, F19, Character, Unknown, CursorLocation, MouseEvent, EOF ->
                Optional.empty();
        };
    }
}
