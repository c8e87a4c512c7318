package baton.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.reading.source.SourceFiles;
import baton.runtime.EventStore.StoreException;
import baton.view.text.StyledLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton sessions import}: makes a session of what an export wrote; every hash is checked. */
@Command(description = "Make a session of exported JSON lines. Every hash is checked; a broken export leaves nothing behind.")
final class ImportSession implements Callable<ExitCode> {
    private static final String NOTHING_MADE = "Nothing was made. Give it all that"
            + "  baton sessions export SESSION  wrote, unchanged.";

    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "what baton sessions export wrote; - is standard input")
    private String file = "";

    @Mixin
    private ReadOptions read = new ReadOptions();

    ImportSession(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException {
        try (InputStream in = file.equals("-") ? around.in() : Files.newInputStream(around.resolve(file));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Path made = read.sessions(around).catalog().importJsonl(lines);
            String name = made.getFileName().toString();
            read.out(around).show(StyledLine.of("imported " + name.substring(0, name.length() - ".db".length())));
            return ExitCode.OK;
        } catch (NoSuchFileException absent) {
            throw UserError.refused("there is no file " + file, "Check the name and the folder you are in.");
        } catch (IOException unreadable) {
            throw UserError.refused(file + " cannot be read: " + SourceFiles.why(unreadable),
                    "Name a file you may read.");
        } catch (StoreException refused) {
            throw notTaken(refused);
        }
    }

    /** Trouble with the file is told with the file's name; trouble with the store stays what it is. */
    private RuntimeException notTaken(StoreException refused) {
        return switch (refused.kind()) {
            case NOT_OURS -> UserError.refused(file + ", " + refused.getMessage(), NOTHING_MADE);
            case DAMAGED -> UserError.of(ExitCode.DIVERGED, file + ": " + refused.getMessage(), NOTHING_MADE);
            case LOCKED, TAKEN_OVER, FROM_THE_FUTURE, DISK_FULL, BROKEN, NO_PLACE -> refused;
        };
    }
}
