package baton.tui.terminal;

import java.util.Collection;
import java.util.List;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.AltAndCharacterPattern;
import com.googlecode.lanterna.input.BasicCharacterPattern;
import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.CtrlAndCharacterPattern;
import com.googlecode.lanterna.input.EscapeSequenceCharacterPattern;
import com.googlecode.lanterna.input.KeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import com.googlecode.lanterna.input.NormalCharacterPattern;
import org.jspecify.annotations.Nullable;

/**
 * How keys are recognised: Lanterna's patterns for keys, and ours for what it does not know.
 *
 * <p>Of several that fit, the last one in the list counts. The first one swallows every control sequence that nothing else
 * knows, so that none of its letters is ever taken for typing.
 */
final class KeyPatterns implements KeyDecodingProfile {
    /** Stands for the first mark of a paste. */
    static final KeyStroke PASTE = new KeyStroke(KeyType.Insert, true, true, true);
    /** Stands for the terminal's window getting the focus. */
    static final KeyStroke FOCUS_IN = new KeyStroke(KeyType.F18, true, true, true);
    static final KeyStroke FOCUS_OUT = new KeyStroke(KeyType.F19, true, true, true);
    private static final KeyStroke NOTHING = new KeyStroke(KeyType.Unknown);
    private static final char ESC = KeyDecodingProfile.ESC_CODE;

    @Override
    public Collection<CharacterPattern> getPatterns() {
        return List.of(
                KeyPatterns::unknownSequence,
                KeyPatterns::unknownString,
                new EscapeSequenceCharacterPattern(),
                new NormalCharacterPattern(),
                new AltAndCharacterPattern(),
                new CtrlAndCharacterPattern(),
                key(KeyType.Escape, ESC),
                key(KeyType.Tab, '\t'),
                key(KeyType.Enter, '\r'),
                key(KeyType.Backspace, (char) 0x7f),
                key(KeyType.Backspace, '\b'),
                new BasicCharacterPattern(new KeyStroke('j', true, false), '\n'),
                new BasicCharacterPattern(PASTE, ESC, '[', '2', '0', '0', '~'),
                new BasicCharacterPattern(NOTHING, ESC, '[', '2', '0', '1', '~'),
                new BasicCharacterPattern(FOCUS_IN, ESC, '[', 'I'),
                new BasicCharacterPattern(FOCUS_OUT, ESC, '[', 'O'),
                KeyPatterns::mouse);
    }

    private static CharacterPattern key(KeyType type, char... characters) {
        return new BasicCharacterPattern(new KeyStroke(type), characters);
    }

    /** Any sequence that begins like a control sequence: parameters, intermediate bytes, one final byte. */
    private static CharacterPattern.@Nullable Matching unknownSequence(List<Character> so) {
        if (!begins(so, '[')) {
            return null;
        }
        for (int i = 2; i < so.size(); i++) {
            char c = so.get(i);
            if (c >= 0x40 && c <= 0x7E) {
                return i == so.size() - 1 ? new CharacterPattern.Matching(NOTHING) : null;
            }
            if (c < 0x20 || c > 0x7E) {
                return new CharacterPattern.Matching(NOTHING);
            }
        }
        return CharacterPattern.Matching.NOT_YET;
    }

    /** An answer of the terminal that is a string, such as a colour: up to its end mark. */
    private static CharacterPattern.@Nullable Matching unknownString(List<Character> so) {
        if (!begins(so, ']') && !begins(so, 'P') && !begins(so, '_')) {
            return null;
        }
        if (so.size() < 3) {
            return CharacterPattern.Matching.NOT_YET;
        }
        char last = so.getLast();
        boolean ended = last == 0x07 || (last == '\\' && so.get(so.size() - 2) == ESC);
        return ended ? new CharacterPattern.Matching(NOTHING) : CharacterPattern.Matching.NOT_YET;
    }

    private static boolean begins(List<Character> so, char second) {
        return so.size() >= 2 && so.get(0) == ESC && so.get(1) == second;
    }

    /** {@code ESC [ < button ; column ; row M}, or {@code m} for a release. */
    private static CharacterPattern.@Nullable Matching mouse(List<Character> so) {
        if (!begins(so, '[') || (so.size() > 2 && so.get(2) != '<')) {
            return null;
        }
        int[] numbers = new int[3];
        int at = 0;
        for (int i = 3; i < so.size(); i++) {
            char c = so.get(i);
            if (c == ';' && at < 2) {
                at++;
            } else if (c >= '0' && c <= '9' && numbers[at] < 100_000) {
                numbers[at] = numbers[at] * 10 + c - '0';
            } else if ((c == 'M' || c == 'm') && i == so.size() - 1) {
                return new CharacterPattern.Matching(action(numbers, c == 'M'));
            } else {
                return null;
            }
        }
        return CharacterPattern.Matching.NOT_YET;
    }

    private static KeyStroke action(int[] numbers, boolean pressed) {
        int button = numbers[0];
        var place = new TerminalPosition(Math.max(0, numbers[1] - 1), Math.max(0, numbers[2] - 1));
        if ((button & 64) != 0) {
            var wheel = (button & 3) == 0 ? MouseActionType.SCROLL_UP : MouseActionType.SCROLL_DOWN;
            return (button & 2) == 0 ? new MouseAction(wheel, 0, place) : NOTHING;
        }
        if ((button & 3) != 0) {
            return NOTHING;
        }
        var type = (button & 32) != 0
                ? MouseActionType.DRAG
                : pressed ? MouseActionType.CLICK_DOWN : MouseActionType.CLICK_RELEASE;
        return new MouseAction(type, 1, place);
    }
}
