package baton.cli.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import baton.batch.JunitReport;
import baton.cli.console.ExitCode;
import baton.cli.console.OutputFile;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.reading.source.SourceFiles;
import baton.runtime.SessionRecord;
import baton.view.SessionView;
import baton.wire.SessionMarkdown;

/** What a run leaves for other programs beside its session: JUnit XML where asked, and a page for GitHub's summary. */
public final class Reports {
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";
    /** GitHub takes no more than 1 MiB of a step. */
    private static final int STEP_SUMMARY_CHARS_MAX = 250_000;

    private final Surroundings around;
    private final Optional<OutputFile> junit;

    private Reports(Surroundings around, Optional<OutputFile> junit) {
        this.around = around;
        this.junit = junit;
    }

    /**
     * Tries the files.
     *
     * @param junit the file for JUnit XML, or empty
     */
    public static Reports tried(String junit, Surroundings around) {
        return new Reports(around,
                junit.isEmpty() ? Optional.empty() : Optional.of(OutputFile.tried("--junit", junit, around)));
    }

    /** Writes them; a note comes back where the page for GitHub could not be written, which is no reason to fail. */
    Optional<String> write(SessionView view, SessionRecord record) {
        junit.ifPresent(file -> writeJunit(file, view));
        return around.variable(STEP_SUMMARY).isEmpty() ? Optional.empty() : appendSummary(record);
    }

    private static void writeJunit(OutputFile file, SessionView view) {
        try {
            file.write(JunitReport.of(view));
        } catch (IOException failure) {
            throw UserError.of(ExitCode.INTERNAL, "the JUnit report cannot be written to " + file.name() + ": "
                    + SourceFiles.why(failure), "The session itself is complete and kept.");
        }
    }

    private Optional<String> appendSummary(SessionRecord record) {
        try (var events = record.events(1, Long.MAX_VALUE)) {
            String page = SessionMarkdown.of(record.name(), events);
            String shown = page.length() <= STEP_SUMMARY_CHARS_MAX
                    ? page
                    : page.substring(0, STEP_SUMMARY_CHARS_MAX) + "\n\n(cut here; the session has the rest)\n";
            Files.writeString(around.resolve(around.variable(STEP_SUMMARY)), shown, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of("the page for " + STEP_SUMMARY + " cannot be written: " + SourceFiles.why(failure));
        }
    }
}
