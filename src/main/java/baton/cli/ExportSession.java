package baton.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import baton.engine.fact.RecordedEvent;
import baton.reading.SourceFiles;
import baton.wire.LineWriter;
import baton.wire.SessionMarkdown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton sessions export}: a session in a form that others read. */
@Command(description = "Write a session as Markdown or as JSON lines, to standard output or a new file.", footer = {"",
    "A jsonl export can be imported again. One with --redact cannot, and says so in every line: it holds the",
    "events without what the record needs beside them (inputs, kept contents, hashes). PATTERN is tried on each",
    "text for itself, as it was recorded; what agents wrote into files is not part of it.", "",
    "Example:  baton sessions export last --format md --redact 'acme-[0-9]+' -o run.md"})
final class ExportSession implements Callable<ExitCode> {
    private static final List<String> LATER = List.of("cast", "html", "otlp");

    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl (default) or md")
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
        if (LATER.contains(format)) {
            throw CommandTable.later("the format " + format);
        }
        if (!format.equals("jsonl") && !format.equals("md")) {
            throw UserError.usage("--format cannot be \"" + format + "\"", "Write jsonl or md.");
        }
        var patterns = redact.stream().map(ExportSession::pattern).toList();
        var sessions = read.sessions(around);
        Path found = sessions.file(session);
        if (file == null) {
            write(sessions, found, patterns, new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
        } else {
            writeFile(sessions, found, patterns, file);
        }
        return ExitCode.OK;
    }

    /** What could not be written whole is not left behind. */
    private void writeFile(SessionsFolder sessions, Path found, List<Pattern> patterns, String name)
            throws IOException {
        Path target = around.resolve(name);
        var out = newFile(target, name);
        boolean whole = false;
        try (out) {
            write(sessions, found, patterns, out);
            whole = true;
        } catch (IOException failure) {
            throw UserError.of(ExitCode.INTERNAL, name + " cannot be written: " + SourceFiles.why(failure),
                    "The session is as it was.");
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
    }

    private static Writer newFile(Path target, String name) {
        try {
            return Files.newBufferedWriter(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException thereAlready) {
            throw UserError.refused(name + " is there already", "Name another file; nothing is overwritten.");
        } catch (NoSuchFileException noFolder) {
            throw UserError.refused(name + " cannot be written: its folder is not there", "Make the folder first.");
        } catch (IOException failure) {
            throw UserError.refused(name + " cannot be written: " + SourceFiles.why(failure),
                    "Name a file in a folder you may write to.");
        }
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException notAPattern) {
            throw UserError.usage("--redact \"" + text + "\" is no regular expression: " + notAPattern.getDescription(),
                    "Put a backslash before each of  . * + ? ( ) [ ] { } | ^ $  that stands for itself.");
        }
    }

    private void write(SessionsFolder sessions, Path found, List<Pattern> patterns, Writer out) throws IOException {
        if (format.equals("jsonl") && patterns.isEmpty()) {
            sessions.catalog().exportJsonl(found, out);
        } else {
            try (var record = sessions.catalog().openToRead(found); var events = record.events(1, Long.MAX_VALUE)) {
                UnaryOperator<String> redacting = text -> redacted(text, patterns);
                if (format.equals("md")) {
                    out.append(SessionMarkdown.of(record.name(), events, redacting));
                } else {
                    writeLines(LineWriter.redacted(record.name(), redacting), events, out);
                }
            }
        }
        out.flush();
    }

    private static void writeLines(LineWriter lines, Stream<RecordedEvent> events, Writer out) throws IOException {
        for (var rest = events.iterator(); rest.hasNext();) {
            out.append(lines.line(rest.next())).append('\n');
        }
    }

    private static String redacted(String text, List<Pattern> patterns) {
        String left = text;
        for (var pattern : patterns) {
            left = pattern.matcher(left).replaceAll("[redacted]");
        }
        return left;
    }
}
