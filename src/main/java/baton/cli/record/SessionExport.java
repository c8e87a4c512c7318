package baton.cli.record;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.cli.console.ExitCode;
import baton.cli.console.UserError;
import baton.engine.fact.RecordedEvent;
import baton.reading.source.SourceFiles;
import baton.runtime.SessionRecord;
import baton.wire.LineWriter;
import baton.wire.OtlpTrace;
import baton.wire.SessionMarkdown;

/** A session in a form that others read, for the command and for the chat. */
public record SessionExport(String format, List<Pattern> patterns) {
    private static final List<String> FORMATS = List.of("md", "jsonl", "cast", "html", "otlp");
    /** Their lines are laid out for people, and a pattern might be cut in two before it is looked for. */
    private static final List<String> LAID_OUT = List.of("cast", "html");

    /** {@code patterns} are redacted. */
    public static SessionExport of(String format, List<Pattern> patterns) {
        if (!FORMATS.contains(format)) {
            throw UserError.usage("--format cannot be \"" + format + "\"",
                    "Write one of: " + String.join(", ", FORMATS) + ".");
        }
        if (LAID_OUT.contains(format) && !patterns.isEmpty()) {
            throw UserError.usage("--redact does not work with --format " + format,
                    "md, jsonl and otlp are redacted text by text.");
        }
        return new SessionExport(format, List.copyOf(patterns));
    }

    /** Into a file that is not there yet, called {@code name}; what could not be written whole is not left behind. */
    public void writeNew(SessionsFolder sessions, Path found, Path target, String name) throws IOException {
        var out = newFile(target, name);
        boolean whole = false;
        try (out) {
            write(sessions, found, out);
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

    /** Everything that is durable now. */
    public void write(SessionsFolder sessions, Path found, Writer out) throws IOException {
        if (format.equals("jsonl") && patterns.isEmpty()) {
            sessions.catalog().exportJsonl(found, out);
        } else {
            try (var record = sessions.catalog().openToRead(found); var events = record.events(1, Long.MAX_VALUE)) {
                write(record, events, out);
            }
        }
        out.flush();
    }

    private void write(SessionRecord record, Stream<RecordedEvent> events, Writer out) throws IOException {
        UnaryOperator<String> redacting = text -> redacted(text, patterns);
        switch (format) {
            case "md" -> out.append(SessionMarkdown.of(record.name(), events, redacting));
            case "cast" -> SessionCast.write(events, record.name(), out);
            case "html" -> SessionHtml.write(events, CommonBeginning.view(record, Long.MAX_VALUE), record.name(), out);
            case "otlp" -> out.append(OtlpTrace.of(record.name(), events, redacting)).append('\n');
            default -> writeLines(LineWriter.redacted(record.name(), redacting), events, out);
        }
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
