package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.cli.console.EventText;
import baton.cli.console.ExitCode;
import baton.cli.console.HelpOption;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.cli.record.SessionLine;
import baton.cli.setup.SideFolders;
import baton.runtime.SessionCatalog.Listing;
import baton.view.page.Summary;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton sessions}: the recorded sessions of a folder. */
@Command(description = "List, show, search, export, import or delete recorded sessions.", subcommandsRepeatable = false)
final class SessionsCommand implements Subcommands {
    private final Surroundings around;

    @Mixin
    HelpOption help = new HelpOption();

    SessionsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public SequencedMap<String, Callable<ExitCode>> subcommands() {
        var commands = new LinkedHashMap<String, Callable<ExitCode>>();
        commands.put("list", new ListSessions(around));
        commands.put("show", new ShowSession(around));
        commands.put("search", new SearchSessions(around));
        commands.put("export", new ExportSession(around));
        commands.put("import", new ImportSession(around));
        commands.put("delete", new DeleteSession(around));
        return commands;
    }

    /** Newest first. */
    @Command(description = "List the sessions, newest first.")
    static final class ListSessions implements Callable<ExitCode> {
        private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .withZone(ZoneId.systemDefault());

        private final Surroundings around;

        @Option(names = "--json", description = "one JSON object a line")
        private boolean json;

        @Mixin
        private ReadOptions read = new ReadOptions();

        ListSessions(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var sessions = read.sessions(around);
            var listings = sessions.catalog().list();
            var out = read.out(around);
            if (json) {
                var writer = new RecordJson();
                listings.forEach(listing -> out.write(writer.of(SessionLine.of(listing))));
                return ExitCode.OK;
            }
            if (listings.isEmpty()) {
                read.err(around).show(StyledLine.of("There are no sessions in " + sessions.folder() + " yet."));
            }
            var table = new Table(around.columns());
            listings.forEach(listing -> table.row(row(listing)));
            out.show(table.lines(0));
            return ExitCode.OK;
        }

        private static Cell[] row(Listing listing) {
            String started = listing.startedAtMs() == 0
                    ? ""
                    : STARTED.format(Instant.ofEpochMilli(listing.startedAtMs()));
            String kind = (listing.rehearsal() ? "rehearsal" : "") + (listing.example() ? " example" : "")
                    + (listing.origin().isEmpty() ? "" : " fork");
            String title = listing.origin().isEmpty()
                    ? listing.title()
                    : listing.title() + ", forked from " + listing.origin();
            return listing.problem().isEmpty()
                    ? new Cell[]{Cell.of(listing.name()), Cell.of(Tone.DIM, started), Cell.of(listing.status()),
                        Cell.of(Tone.DIM, kind.strip()), Cell.of(title)}
                    : new Cell[]{Cell.of(listing.name()), Cell.of(started), Cell.of(Tone.BAD, "unreadable"),
                        Cell.of(""),
                        Cell.of(listing.problem())};
        }
    }

    /** The page that a run ends with. */
    @Command(description = "Show what a session did, as at the end of its run.")
    static final class ShowSession implements Callable<ExitCode> {
        private final Surroundings around;

        @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest if not named")
        private String session = "last";

        @Option(names = "--json", description = "its last event as JSON")
        private boolean json;

        @Mixin
        private ReadOptions read = new ReadOptions();

        ShowSession(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() throws InterruptedException {
            var sessions = read.sessions(around);
            var file = sessions.file(session);
            try (var record = sessions.catalog().openToRead(file)) {
                sessions.noteOpenToOthers(file);
                var view = ReadOptions.view(record);
                var out = read.out(around);
                if (json) {
                    long last = view.head().lastSeq();
                    try (var events = record.events(last, last)) {
                        events.map(EventText.lines(record.name())).forEach(out::write);
                    }
                    return ExitCode.OK;
                }
                var files = SideFolders.of(file).files();
                String filesIn = Files.isDirectory(files) ? files.toString() : "";
                out.show(Summary.of(view,
                        new Summary.Frame(sessions.typing(record.name()), filesIn, around.columns())));
                return ExitCode.OK;
            }
        }
    }

    /** Never an example, never one at work. */
    @Command(description = "Delete a session with everything kept beside it.")
    static final class DeleteSession implements Callable<ExitCode> {
        private final Surroundings around;

        @Parameters(paramLabel = "SESSION", description = "id, start of one, or file; \"last\" is not taken here")
        private String session = "";

        @Mixin
        private ReadOptions read = new ReadOptions();

        DeleteSession(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() throws IOException {
            if (session.equals("last")) {
                throw UserError.usage("\"last\" cannot be deleted", "Name the session: baton sessions list.");
            }
            var sessions = read.sessions(around);
            Path file = sessions.file(session);
            sessions.catalog().delete(file);
            SideFolders.of(file).delete();
            read.out(around).show(StyledLine.of("deleted " + SideFolders.nameOf(file)));
            return ExitCode.OK;
        }
    }
}
