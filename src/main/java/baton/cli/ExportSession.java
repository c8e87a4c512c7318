package baton.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.batch.LineOutput.Glyphs;
import baton.batch.Palette;
import baton.replay.Pace;
import baton.replay.Player;
import baton.runtime.SessionRecord;
import baton.view.page.Conversation;
import baton.view.page.Summary;
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
    public ExitCode call() throws IOException, InterruptedException {
        if (LATER.contains(format)) {
            throw CommandTable.later("the format " + format);
        }
        if (!format.equals("jsonl") && !format.equals("md")) {
            throw UserError.usage("--format cannot be \"" + format + "\"", "Write jsonl or md.");
        }
        try (var record = read.sessions(around).read(session)) {
            if (file == null) {
                write(record, around.out());
            } else {
                writeFile(record, file);
            }
        }
        return ExitCode.OK;
    }

    private void writeFile(SessionRecord record, String name) throws IOException, InterruptedException {
        try (var out = Files.newOutputStream(around.resolve(name), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            write(record, out);
        } catch (FileAlreadyExistsException thereAlready) {
            throw UserError.refused(name + " is there already", "Name another file; nothing is overwritten.");
        }
    }

    private void write(SessionRecord record, OutputStream stream) throws InterruptedException {
        var out = new LineOutput(stream, Palette.PLAIN, Glyphs.UNICODE);
        if (format.equals("jsonl")) {
            try (var events = record.events(1, Long.MAX_VALUE)) {
                events.map(EventText.lines(record.name())).forEach(out::write);
            }
            return;
        }
        var view = ReadOptions.view(record);
        out.write("# " + record.name() + "\n\n```text");
        out.show(Summary.of(view, new Summary.Frame(record.name(), "", around.columns())));
        out.write("```\n\n## Conversations\n\n```text");
        ReadOptions.showAll(record, new Player(Pace.INSTANT, ms -> {}), Player.Stretch.WHOLE, out, Conversation::lines);
        out.write("```");
    }
}
