package baton.cli.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

import baton.batch.Palette;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.line.Console;
import baton.line.PlainConsole;
import baton.line.SessionNow;
import baton.line.Telling;
import baton.line.TerminalConsole;
import baton.runtime.Redactor;
import baton.tui.Keeper;
import baton.view.page.SentenceLayout.Detail;

/** Takes the console a person has: a terminal with a prompt where it can have one, else sentences. */
public final class LineOptions {
    private LineOptions() {}

    /** The seat before it; the console is open and must be closed. */
    public static LineSession.Seat seat(OutputOptions output, boolean verbose, Reports reports, Surroundings around) {
        var now = new SessionNow();
        var console = console(output, now, around);
        boolean spoken = console instanceof PlainConsole;
        var detail = verbose ? Detail.ALL : Detail.MAIN;
        return new LineSession.Seat(console, output.out(around), now, new Telling.Manner(detail, spoken), reports);
    }

    private static Console console(OutputOptions output, SessionNow now, Surroundings around) {
        var terminals = around.terminals();
        boolean typed = terminals.in() && terminals.out();
        boolean ascii = output.isAscii(around);
        boolean poor = output.isPlain(around) || "dumb".equals(around.variable("TERM"))
                || around.variable("TERM").isEmpty();
        if (typed && !poor) {
            try {
                boolean colour = output.palette(around, true) == Palette.COLOUR;
                return TerminalConsole.open(new TerminalConsole.Looks(colour, ascii),
                        new TerminalConsole.Memory(history(around), secret(around)),
                        (line, cursor) -> LineSession.suggestions(now, line, cursor),
                        draft -> edited(draft, around));
            } catch (IOException noTerminal) {
                // Sentences need none.
            }
        }
        return new PlainConsole(around.in(), around.out(), new PlainConsole.Manner(typed, ascii));
    }

    private static Optional<String> edited(String draft, Surroundings around) {
        var edited = new ArrayList<String>();
        var failure = new Keeper(around.environment(), around.folder(), stateFolder(around)).edit(draft, edited::add);
        return failure.isEmpty() ? edited.stream().findFirst() : Optional.empty();
    }

    private static java.util.function.Predicate<String> secret(Surroundings around) {
        var redactor = Redactor.of(around.environment());
        return line -> !redactor.redact(line).text().equals(line);
    }

    private static Optional<Path> history(Surroundings around) {
        return Optional.of(stateFolder(around).resolve("history"));
    }

    private static Path stateFolder(Surroundings around) {
        String state = around.variable("XDG_STATE_HOME");
        Path base = state.isEmpty() ? around.home().resolve(".local/state") : Path.of(state);
        return base.resolve("baton");
    }
}
