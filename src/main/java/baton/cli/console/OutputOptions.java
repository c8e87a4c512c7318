package baton.cli.console;

import baton.batch.LineOutput;
import baton.batch.Palette;
import baton.tui.frame.Capabilities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command shows what it has to say. */
public final class OutputOptions {
    @Option(names = "--color", paramLabel = "WHEN", description = "always, never or auto (only on a terminal)")
    private @Nullable String color;

    @Option(names = "--plain", description = "sentences only: no colour, no control character")
    private boolean plain;

    @Option(names = "--ascii", description = "no character beyond ASCII in what baton draws itself")
    private boolean ascii;

    @Mixin
    HelpOption help = new HelpOption();

    public LineOutput out(Surroundings around) {
        return new LineOutput(around.out(), palette(around, around.terminals().out()), glyphs(around));
    }

    public LineOutput err(Surroundings around) {
        return new LineOutput(around.err(), palette(around, around.terminals().err()), glyphs(around),
                around.columnsOfProgress(), around.typing()::inOwn);
    }

    /** Sentences only; also where the surroundings say that a screen is read aloud. */
    public boolean isPlain(Surroundings around) {
        return plain || !around.variable("BATON_ACCESSIBLE").isEmpty() || !around.variable("ACCESSIBLE").isEmpty();
    }

    /** True where baton itself must draw with ASCII alone. */
    public boolean isAscii(Surroundings around) {
        return glyphs(around) == LineOutput.Glyphs.ASCII;
    }

    public Palette palette(Surroundings around, boolean isTerminal) {
        return isPlain(around) ? Palette.PLAIN : Palette.choose(wish(around), around.environment(), isTerminal);
    }

    private Palette.Wish wish(Surroundings around) {
        String wanted = color != null ? color : around.environment().getOrDefault(Setting.COLOR.variable(), "auto");
        return switch (wanted) {
            case "always" -> Palette.Wish.ALWAYS;
            case "never" -> Palette.Wish.NEVER;
            case "auto" -> Palette.Wish.AUTO;
            default -> throw UserError.usage("--color cannot be \"" + wanted + "\"", "Write always, never or auto.");
        };
    }

    /** What a screen may be made of. */
    public Capabilities capabilities(Surroundings around) {
        boolean colour = !plain && wish(around) != Palette.Wish.NEVER;
        boolean plainSigns = ascii || !around.environment().getOrDefault(Setting.ASCII.variable(), "").isEmpty();
        return Capabilities.of(around.environment(), colour, plainSigns);
    }

    private LineOutput.Glyphs glyphs(Surroundings around) {
        return ascii || around.isAscii() ? LineOutput.Glyphs.ASCII : LineOutput.Glyphs.UNICODE;
    }
}
