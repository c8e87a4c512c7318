package baton.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import baton.cli.Played.Desk;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.live.ScreenPlaces;
import baton.cli.live.ScreenStage;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.tui.PaintedTerminal;
import picocli.CommandLine;

/** The full screen of a desk on a terminal without a window. */
final class Onscreen {
    private Onscreen() {}

    /** The first screen, until its person leaves; what stands in the scrollback then is the output. */
    static CompletableFuture<Played> welcome(Desk desk, PaintedTerminal terminal, Executor executor,
            String... flags) {
        return CompletableFuture.supplyAsync(() -> show(desk, terminal, flags), executor);
    }

    private static Played show(Desk desk, PaintedTerminal terminal, String... flags) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var around = new Surroundings(InputStream.nullInputStream(), out, err, desk.environment(), desk.folder(),
                desk.folder().resolve("home"), new Surroundings.Terminals(true, true, true));
        var options = CommandLine.populateCommand(new RunOptions(), flags);
        try {
            var code = new ScreenPlaces(around, SessionsFolder.find("", around), new OutputOptions(), options,
                    (there, output, scratch) -> ScreenStage.on(terminal, there, output, scratch))
                    .welcome();
            return new Played(code.number(), out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
