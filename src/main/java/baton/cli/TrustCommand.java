package baton.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.OutputOptions;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.setup.FolderTrust;
import baton.cli.setup.PlanChecks;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.SettingsFiles;
import baton.cli.setup.TrustLine;
import baton.tool.TrustStore.Consent;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.RecordJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton trust}: says yes to this folder, lists what was said yes to, or takes it back. */
@Command(description = "Let agents write in this folder and run commands there that you allowed.", footer = {"",
    "The yes holds for the folder's baton.yaml and .mcp.json as they are now: when one of them changes, you",
    "are asked again. Endpoints, keys and approvals of baton.yaml count only with --settings, the check commands",
    "of a plan only with --checks PLAN or --approve; both hold for exactly what is listed when you say yes.", "",
    "Example:  baton trust --checks plan.yaml"})
final class TrustCommand implements Callable<ExitCode>, Subcommands {
    private final Surroundings around;

    @Option(names = "--settings", description = "also what baton.yaml sets: providers, keys to use, approvals")
    private boolean settings;

    @Option(names = "--checks", paramLabel = "PLAN", description = "also the check commands of this plan; repeat it for a plan of several files")
    private List<String> checks = new ArrayList<>();

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
        var trust = FolderTrust.of(around);
        var wishes = settings ? SettingsFiles.wishes(around) : List.<String>of();
        var commands = checks.isEmpty()
                ? List.<String>of()
                : List.copyOf(PlanChecks.commands(PlanFiles.readSound(checks, around).plan()));
        trust.grant(around.folder());
        say(around.folder() + ": agents may write here; commands still need --approve");
        if (settings) {
            trust.grantSettings(around.folder());
            say(SettingsFiles.PROJECT_FILE + " as it is now"
                    + (wishes.isEmpty() ? "; it sets nothing that needs it" : ""));
            list(wishes);
        }
        if (!checks.isEmpty()) {
            trust.grantChecks(around.folder(), commands);
            say(commands.isEmpty() ? "the plan has no check commands" : "these checks may run here:");
            list(commands);
        }
        return ExitCode.OK;
    }

    private void say(String what) {
        output.out(around).show(StyledLine.of(Tone.GOOD, "trusted").and("  " + what));
    }

    private void list(List<String> what) {
        what.forEach(one -> output.out(around).show(StyledLine.of("  " + one)));
    }

    /** Everything trusted, oldest first. */
    @Command(description = "List what you said yes to.")
    static final class ListTrust implements Callable<ExitCode> {
        private final Surroundings around;

        @Option(names = "--json", description = "one JSON object a line")
        private boolean json;

        @Mixin
        private OutputOptions output = new OutputOptions();

        ListTrust(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var consents = FolderTrust.of(around).store().list();
            if (json) {
                var out = output.out(around);
                var writer = new RecordJson();
                consents.forEach(consent -> out.write(writer.of(new TrustLine(kind(consent), consent.subject().where(),
                        consent.sha256(), consent.grantedAtMs()))));
                return ExitCode.OK;
            }
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
    @Command(description = "Take back the yes to this folder, its settings and the checks of its plans.")
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
