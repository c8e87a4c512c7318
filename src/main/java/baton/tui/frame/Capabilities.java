package baton.tui.frame;

import java.util.Locale;
import java.util.Map;

/** What the terminal can show, as its variables say, and what the person wants of it. */
public record Capabilities(Theme theme, Signs signs, Motion motion, Room room, Follow follow) {
    /** The usual: the terminal's own colours, all signs, motion. */
    public static final Capabilities FULL = new Capabilities(Theme.TERMINAL, Signs.UNICODE, Motion.FULL);

    public Capabilities(Theme theme, Signs signs, Motion motion) {
        this(theme, signs, motion, Room.SCREEN, Follow.NOTHING);
    }

    /** Whether the whole screen is ours, or only the rows below what the terminal has in its scrollback. */
    public enum Room {
        SCREEN, INLINE
    }

    /** Whether the theme follows what the terminal says of its background. */
    public enum Follow {
        BACKGROUND, NOTHING
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
        boolean chosen = plain || isSet(environment, "BATON_THEME");
        return new Capabilities(plain ? Theme.NONE : theme(environment), narrow ? Signs.ASCII : Signs.UNICODE,
                isSet(environment, "BATON_REDUCE_MOTION") ? Motion.REDUCED : Motion.FULL, Room.SCREEN,
                chosen || !mixesColours(environment) ? Follow.NOTHING : Follow.BACKGROUND);
    }

    public Capabilities in(Room other) {
        return new Capabilities(theme, signs, motion, other, follow);
    }

    /** On this background; the same where the theme was chosen by somebody. */
    public Capabilities on(Backdrop backdrop) {
        return follow == Follow.BACKGROUND
                ? new Capabilities(Theme.on(backdrop), signs, motion, room, follow)
                : this;
    }

    /** Whether the terminal says that it shows colours of 24 bits; tmux brings them down to what is around it. */
    private static boolean mixesColours(Map<String, String> environment) {
        String depth = environment.getOrDefault("COLORTERM", "");
        return depth.equals("truecolor") || depth.equals("24bit") || isSet(environment, "TMUX")
                || environment.getOrDefault("TERM", "").endsWith("-direct");
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
