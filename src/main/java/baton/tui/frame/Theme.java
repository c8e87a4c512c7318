package baton.tui.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the roles of inks look like.
 *
 * <p>The usual theme takes the terminal's own sixteen colours and its own foreground and background, so it is as readable
 * as the person made their terminal. The two others bring colours of their own for a dark or a light background.
 */
public enum Theme {
    TERMINAL("36", "32", "33", "31", "2", new String[]{"36", "35", "34", "32", "33", "31"}),
    DARK("38;2;110;200;255", "38;2;120;215;120", "38;2;235;190;90", "38;2;255;130;120", "38;2;160;160;160",
            new String[]{"38;2;110;210;220", "38;2;215;150;240", "38;2;130;175;255", "38;2;140;215;130",
                "38;2;230;195;100", "38;2;255;150;140"}),
    LIGHT("38;2;0;90;150", "38;2;20;105;35", "38;2;130;80;0", "38;2;175;25;20", "38;2;95;95;95",
            new String[]{"38;2;0;100;110", "38;2;120;40;150", "38;2;30;70;180", "38;2;25;105;30", "38;2;125;85;0",
                "38;2;170;40;30"}),
    /** No colour and no grey; bold, underline and reverse stay. */
    NONE("", "", "", "", "", new String[]{"", "", "", "", "", ""});

    private static final double CONTRAST_MIN = 4.5;

    private final String[] roles;

    Theme(String accent, String ok, String warn, String bad, String dim, String[] agents) {
        this.roles = new String[Ink.FIRST_AGENT + Ink.AGENTS];
        String[] first = {"", accent, ok, warn, bad, dim};
        System.arraycopy(first, 0, roles, 0, first.length);
        for (int i = 0; i < Ink.AGENTS; i++) {
            boolean again = i >= agents.length;
            String hue = agents[i % agents.length];
            roles[Ink.FIRST_AGENT + i] = again && !hue.isEmpty() ? "1;" + hue : hue;
        }
    }

    /** The parameters of the sequence that sets this ink, the reset before it included. */
    String sequence(int ink) {
        var sequence = new StringBuilder("0");
        add(sequence, roles[Math.min(Ink.role(ink), roles.length - 1)]);
        add(sequence, (ink & Ink.BOLD) != 0 ? "1" : "");
        add(sequence, (ink & Ink.ITALIC) != 0 ? "3" : "");
        add(sequence, (ink & Ink.UNDERLINE) != 0 ? "4" : "");
        add(sequence, (ink & Ink.REVERSE) != 0 ? "7" : "");
        return sequence.toString();
    }

    private static void add(StringBuilder sequence, String parameter) {
        if (!parameter.isEmpty()) {
            sequence.append(';').append(parameter);
        }
    }

    /** The one whose every colour stands out from this background; the terminal's own colours where none does. */
    public static Theme on(Backdrop backdrop) {
        for (var theme : List.of(DARK, LIGHT)) {
            if (Stream.of(theme.roles).flatMap(role -> colour(role).stream())
                    .allMatch(colour -> backdrop.contrast(colour) >= CONTRAST_MIN)) {
                return theme;
            }
        }
        return TERMINAL;
    }

    private static Optional<Backdrop> colour(String role) {
        int at = role.indexOf("38;2;");
        if (at < 0) {
            return Optional.empty();
        }
        String[] parts = role.substring(at).split(";", -1);
        return Optional.of(new Backdrop(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4])));
    }

    /** The parameters of every role, for the test of their contrast. */
    String[] roles() {
        return roles.clone();
    }
}
