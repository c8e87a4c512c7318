package baton.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.tool.TrustStore.Consent;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code baton trust}: says yes to this folder, lists what was said yes to, or takes it back. */
@Command(description = "Let agents write in this folder and run commands there that you allowed.", footer = {"",
    "The yes holds for the folder's baton.yaml and .mcp.json as they are now: when one of them changes, you",
    "are asked again. Endpoints and keys never come from a folder, trusted or not."})
final class TrustCommand implements Callable<ExitCode>, Subcommands {
    private final Surroundings around;

    @Mixin
    private OutputOptions output = new OutputOptions();

    TrustCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public SequencedMap<String, Callable<ExitCode>> subcommands() {
        var commands = new LinkedHashMap<String, Callable<ExitCode>>();
        commands.put("list", new ListTrust(around));
        commands.put("revoke", new RevokeTrust(around));
        return commands;
    }

    @Override
    public ExitCode call() throws IOException {
        FolderTrust.of(around).grant(around.folder());
        output.out(around).show(StyledLine.of(Tone.GOOD, "trusted").and("  " + around.folder()
                + ": agents may write here; commands still need --approve"));
        return ExitCode.OK;
    }

    /** Everything trusted, oldest first. */
    @Command(description = "List what you said yes to.")
    static final class ListTrust implements Callable<ExitCode> {
        private final Surroundings around;

        @Mixin
        private OutputOptions output = new OutputOptions();

        ListTrust(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var consents = FolderTrust.of(around).store().list();
            var table = new Table(around.columns());
            for (Consent consent : consents) {
                table.row(Cell.of(kind(consent)), Cell.of(consent.subject().where()),
                        Cell.of(Tone.DIM, consent.sha256().substring(0, 12)),
                        Cell.of(Tone.DIM, Instant.ofEpochMilli(consent.grantedAtMs()).toString()));
            }
            output.out(around).show(table.lines(0));
            if (consents.isEmpty()) {
                output.err(around).show(StyledLine.of("Nothing is trusted yet."));
            }
            return ExitCode.OK;
        }

        private static String kind(Consent consent) {
            return switch (consent.subject().kind()) {
                case FOLDER -> "folder";
                case PROJECT_SETTINGS -> "settings";
                case PLAN_CHECKS -> "checks";
                case TOOL_SERVERS -> "tool servers";
            };
        }
    }

    /** This folder's yes. */
    @Command(description = "Take back the yes to this folder.")
    static final class RevokeTrust implements Callable<ExitCode> {
        private final Surroundings around;

        @Mixin
        private OutputOptions output = new OutputOptions();

        RevokeTrust(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() throws IOException {
            FolderTrust.of(around).revoke(around.folder());
            output.out(around).show(StyledLine.of("not trusted any more  " + around.folder()));
            return ExitCode.OK;
        }
    }
}
