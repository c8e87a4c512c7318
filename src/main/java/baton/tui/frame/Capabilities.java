package baton.tui.frame;

import java.util.Locale;
import java.util.Map;

/** What the terminal can show, as its variables say, and what the person wants of it. */
public record Capabilities(Theme theme, Signs signs, Motion motion, Room room) {
    /** The usual: the terminal's own colours, all signs, motion. */
    public static final Capabilities FULL = new Capabilities(Theme.TERMINAL, Signs.UNICODE, Motion.FULL);

    public Capabilities(Theme theme, Signs signs, Motion motion) {
        this(theme, signs, motion, Room.SCREEN);
    }

    /** Whether the whole screen is ours, or only the rows below what the terminal has in its scrollback. */
    public enum Room {
        SCREEN, INLINE
    }

    /** Which signs frames are made of. */
    public enum Signs {
        UNICODE, ASCII
    }

    /** Whether anything may move that nobody asked to. */
    public enum Motion {
        FULL, REDUCED
    }

    /** Reads them from variables; {@code colour} false and {@code ascii} true are the person's flags. */
    public static Capabilities of(Map<String, String> environment, boolean colour, boolean ascii) {
        boolean plain = !colour || isSet(environment, "NO_COLOR");
        boolean narrow = ascii || isSet(environment, "BATON_ASCII") || "linux".equals(environment.get("TERM"))
                || !speaksUtf8(environment);
        return new Capabilities(plain ? Theme.NONE : theme(environment), narrow ? Signs.ASCII : Signs.UNICODE,
                isSet(environment, "BATON_REDUCE_MOTION") ? Motion.REDUCED : Motion.FULL);
    }

    public Capabilities in(Room other) {
        return new Capabilities(theme, signs, motion, other);
    }

    private static Theme theme(Map<String, String> environment) {
        return switch (environment.getOrDefault("BATON_THEME", "").toLowerCase(Locale.ROOT)) {
            case "dark" -> Theme.DARK;
            case "light" -> Theme.LIGHT;
            case "none" -> Theme.NONE;
            default -> Theme.TERMINAL;
        };
    }

    /** The first of the three variables that says anything decides, as for every other program. */
    private static boolean speaksUtf8(Map<String, String> environment) {
        for (String name : new String[]{"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                return value.contains("utf-8") || value.contains("utf8");
            }
        }
        return false;
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
