package baton.cli;

import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.CommonBeginning;
import baton.cli.record.ReadOptions;
import baton.runtime.SessionRecord;
import baton.view.compare.Comparison;
import baton.view.compare.Comparison.Seen;
import baton.view.page.ComparedPage;
import baton.wire.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton compare}: two sessions side by side. */
@Command(description = "Put two sessions side by side: where they part, and what differs in answers, tasks, files and figures.", footer = {
    "",
    "What a fork and its source begin with is known by its hash. Sessions that were begun apart are matched by the ids of",
    "their tasks. The exit code is 0 whether they differ or not.", "",
    "Example:  baton compare tide-tables-20261120-2212-7gsz last"})
final class CompareCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "A", description = "id, start of one, file, or last; it may be at work")
    private String one = "";

    @Parameters(index = "1", paramLabel = "B", description = "the other")
    private String other = "";

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    CompareCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        var sessions = read.sessions(around);
        try (var a = sessions.read(one); var b = sessions.read(other)) {
            var compared = Comparison.of(seen(a), seen(b), CommonBeginning.of(a, b));
            var out = read.out(around);
            if (json) {
                out.write(new RecordJson().forReaders(compared));
            } else {
                out.show(ComparedPage.of(compared, around.columns()));
            }
            return ExitCode.OK;
        }
    }

    private static Seen seen(SessionRecord record) throws InterruptedException {
        var view = ReadOptions.view(record);
        if (view.head().lastSeq() == 0) {
            throw UserError.refused("nothing is recorded in " + record.name(), "See  baton sessions list.");
        }
        return new Seen(record.name(), view);
    }
}
