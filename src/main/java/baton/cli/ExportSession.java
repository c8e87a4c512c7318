package baton.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;

import baton.wire.SessionMarkdown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton sessions export}: a session in a form that others read. */
@Command(description = "Write a session as Markdown or as JSON lines, to standard output or a new file.")
final class ExportSession implements Callable<ExitCode> {
    private static final List<String> LATER = List.of("cast", "html", "otlp");

    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "jsonl (default) or md")
    private String format = "jsonl";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file that is not there yet")
    private @Nullable String file;

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
        if (file == null) {
            write(new OutputStreamWriter(around.out(), StandardCharsets.UTF_8));
        } else {
            writeFile(file);
        }
        return ExitCode.OK;
    }

    private void writeFile(String name) throws IOException {
        try (var out = Files.newBufferedWriter(around.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            write(out);
        } catch (FileAlreadyExistsException thereAlready) {
            throw UserError.refused(name + " is there already", "Name another file; nothing is overwritten.");
        }
    }

    private void write(Writer out) throws IOException {
        var sessions = read.sessions(around);
        if (format.equals("jsonl")) {
            sessions.catalog().exportJsonl(sessions.file(session), out);
        } else {
            try (var record = sessions.read(session); var events = record.events(1, Long.MAX_VALUE)) {
                out.append(SessionMarkdown.of(record.name(), events));
            }
        }
        out.flush();
    }
}
