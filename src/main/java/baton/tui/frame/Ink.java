package baton.tui.frame;

import baton.view.text.Tone;

/**
 * How a cell is written: the role of its colour and the attributes beside it, packed in an int.
 *
 * <p>An ink names no colour. What a role looks like is the {@link Theme}'s to say when a frame is encoded, so one frame
 * serves every theme, and with no colour at all every meaning is still in the words.
 */
public final class Ink {
    public static final int PLAIN = 0;
    /** What has the focus. */
    public static final int ACCENT = 1;
    public static final int OK = 2;
    public static final int WARN = 3;
    public static final int BAD = 4;
    /** Secondary: times, ids, units, lines of the frame. */
    public static final int DIM = 5;
    /** How many agents have a colour of their own before colours repeat. */
    public static final int AGENTS = 12;
    static final int FIRST_AGENT = 6;
    static final int ROLE_BITS = 0x1F;

    public static final int BOLD = 1 << 5;
    public static final int UNDERLINE = 1 << 6;
    public static final int REVERSE = 1 << 7;
    public static final int ITALIC = 1 << 8;

    private Ink() {}

    /** The colour of the n-th agent of a plan, counted from 0. */
    public static int agent(int n) {
        return FIRST_AGENT + Math.floorMod(n, AGENTS);
    }

    /** The ink of a meaning. */
    public static int of(Tone tone) {
        return switch (tone) {
            case PLAIN -> PLAIN;
            case STRONG -> BOLD;
            case DIM -> DIM;
            case GOOD -> OK;
            case ATTENTION -> WARN;
            case BAD -> BAD;
            case CODE -> ACCENT;
            case EMPHASIS -> ITALIC;
            case LINK -> UNDERLINE;
        };
    }

    static int role(int ink) {
        return ink & ROLE_BITS;
    }
}
