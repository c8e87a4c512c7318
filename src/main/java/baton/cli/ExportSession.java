package baton.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.cli.record.SessionExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton sessions export}: a session in a form that others read. */
@Command(description = "Write a session in a form that others read, to standard output or a new file.", footer = {"",
    "md is a report; cast a recording for terminal players (asciicast v2); html one page that needs nothing else;",
    "otlp a trace of runs, attempts, model and tool calls for OpenTelemetry.",
    "A jsonl export can be imported again. One with --redact cannot, and says so in every line: it holds the",
    "events without what the record needs beside them (inputs, kept contents, hashes). PATTERN is tried on each",
    "text for itself, as it was recorded; what agents wrote into files is not part of it.", "",
    "Example:  baton sessions export last --format md --redact 'acme-[0-9]+' -o run.md"})
final class ExportSession implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl (default), md, cast, html or otlp")
    private String format = "jsonl";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file that is not there yet")
    private @Nullable String file;

    @Option(names = "--redact", paramLabel = "PATTERN", description = "put [redacted] for what this regular expression finds; may be repeated")
    private List<String> redact = new ArrayList<>();

    @Mixin
    private ReadOptions read = new ReadOptions();

    ExportSession(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException {
        var sessions = read.sessions(around);
        var export = SessionExport.of(format, redact.stream().map(ExportSession::pattern).toList());
        Path found = sessions.file(session);
        if (file == null) {
            export.write(sessions, found, new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
        } else {
            export.writeNew(sessions, found, around.resolve(file), file);
        }
        return ExitCode.OK;
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException notAPattern) {
            throw UserError.usage("--redact \"" + text + "\" is no regular expression: " + notAPattern.getDescription(),
                    "Put a backslash before each of  . * + ? ( ) [ ] { } | ^ $  that stands for itself.");
        }
    }
}
