package baton.batch;

import java.util.Map;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** Turns meanings into terminal colours, or into nothing: the default foreground first, four meanings, readable with none. */
public enum Palette {
    PLAIN, COLOUR;

    private static final String RESET = "\u001b[0m";

    /** What the person asked for. */
    public enum Wish {
        ALWAYS, NEVER, AUTO
    }

    /**
     * Decides by flag, then {@code NO_COLOR}, then {@code FORCE_COLOR} or {@code CLICOLOR_FORCE}, then by whether a terminal
     * reads; a variable that is set to nothing does not count.
     */
    public static Palette choose(Wish wish, Map<String, String> environment, boolean isTerminal) {
        return switch (wish) {
            case ALWAYS -> COLOUR;
            case NEVER -> PLAIN;
            case AUTO -> {
                if (isSet(environment, "NO_COLOR")) {
                    yield PLAIN;
                }
                boolean forced = isSet(environment, "FORCE_COLOR") || isSet(environment, "CLICOLOR_FORCE");
                yield forced || (isTerminal && !"dumb".equals(environment.get("TERM"))) ? COLOUR : PLAIN;
            }
        };
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    /** The line as bytes for a terminal or a file; the only place where a control sequence is made. */
    public String render(StyledLine line) {
        if (this == PLAIN) {
            return line.text();
        }
        var rendered = new StringBuilder();
        for (var span : line.spans()) {
            String on = sequence(span.tone());
            rendered.append(on).append(span.text().value()).append(on.isEmpty() ? "" : RESET);
        }
        return rendered.toString();
    }

    private static String sequence(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case STRONG -> "\u001b[1m";
            case DIM -> "\u001b[2m";
            case GOOD -> "\u001b[32m";
            case ATTENTION -> "\u001b[33m";
            case BAD -> "\u001b[31m";
            case CODE -> "\u001b[36m";
            case EMPHASIS -> "\u001b[3m";
            case LINK -> "\u001b[4m";
        };
    }
}
