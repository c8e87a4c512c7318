package baton.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.HelpOption;
import baton.cli.console.OutputOptions;
import baton.cli.console.Subcommands;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.console.WhereOptions;
import baton.plan.NearMiss;
import baton.plan.Problem;
import baton.profile.AgentProfile;
import baton.profile.ToolGrant;
import baton.reading.profile.ProfileFolders;
import baton.reading.profile.ProfileFolders.Found;
import baton.view.page.ProblemLines;
import baton.view.page.Table;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.ProfileJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton agents}: the agent profiles that are found from here. */
@Command(description = "The agent profiles found here: the folder's own and the user's.")
final class AgentsCommand implements Subcommands {
    private final Surroundings around;

    @Mixin
    HelpOption help = new HelpOption();

    AgentsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public SequencedMap<String, Callable<ExitCode>> subcommands() {
        var commands = new LinkedHashMap<String, Callable<ExitCode>>();
        commands.put("list", new ListAgents(around));
        commands.put("show", new ShowAgent(around));
        commands.put("lint", new LintAgents(around));
        return commands;
    }

    /** Where to look, and how to show what is there. */
    static final class Look {
        @Mixin
        private WhereOptions.Profiles profiles = new WhereOptions.Profiles();

        @Mixin
        private OutputOptions output = new OutputOptions();

        Found find(Surroundings around) {
            return new ProfileFolders(around.folder(), around.home(),
                    profiles.folders(around).stream().map(Path::of).toList()).load();
        }

        OutputOptions output() {
            return output;
        }
    }

    /** One line a profile. */
    @Command(description = "List the profiles.")
    static final class ListAgents implements Callable<ExitCode> {
        private final Surroundings around;

        @Option(names = "--json", description = "one JSON object a profile, one a line; files that cannot be taken have an \"error\"")
        private boolean json;

        @Mixin
        private Look look = new Look();

        ListAgents(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var found = look.find(around);
            var out = look.output().out(around);
            var errors = found.problems().stream().filter(Problem::isError).toList();
            if (json) {
                found.catalog().profiles().forEach(profile -> out.write(ProfileJson.of(profile)));
                errors.forEach(error -> out.write(ProfileJson.refused(error.place().file(), error.message())));
                return ExitCode.OK;
            }
            var table = new Table(around.columns());
            found.catalog().profiles().forEach(profile -> table.row(Cell.of(profile.id()),
                    Cell.of(Tone.DIM, String.join(", ", profile.model().names())), Cell.of(Tone.DIM, profile.path()),
                    Cell.of(profile.description())));
            out.show(table.lines(0));
            var err = look.output().err(around);
            err.show(ProblemLines.of(errors, 0));
            if (found.catalog().profiles().isEmpty()) {
                err.show(StyledLine.of("No profiles here. baton init  makes a first one in agent-profiles/."));
            }
            return ExitCode.OK;
        }
    }

    /** One profile in full. */
    @Command(description = "Show one profile with everything baton read of it.")
    static final class ShowAgent implements Callable<ExitCode> {
        private final Surroundings around;

        @Parameters(paramLabel = "NAME", description = "id, name or alias")
        private String name = "";

        @Option(names = "--json", description = "as one JSON object")
        private boolean json;

        @Mixin
        private Look look = new Look();

        ShowAgent(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var catalog = look.find(around).catalog();
            var ids = catalog.profiles().stream().map(AgentProfile::id).toList();
            var profile = catalog.find(name).orElseThrow(() -> UserError.refused("there is no profile \"" + name + "\"",
                    NearMiss.of(name, ids).map(near -> "Did you mean " + near + "?").orElse("baton agents list")));
            var out = look.output().out(around);
            if (json) {
                out.write(ProfileJson.of(profile));
            } else {
                out.show(page(profile));
            }
            return ExitCode.OK;
        }

        private List<StyledLine> page(AgentProfile profile) {
            var table = new Table(around.columns());
            row(table, "file", profile.path() + " (" + profile.format() + ")");
            row(table, "about", profile.description());
            row(table, "model", String.join(", ", profile.model().names()));
            row(table, "tools", switch (profile.tools()) {
                case ToolGrant.All() -> "all";
                case ToolGrant.Listed(var names) -> String.join(", ", names.stream().map(Object::toString).toList());
            });
            row(table, "focus", String.join(", ", profile.focus()));
            row(table, "owns", String.join(", ", profile.owns()));
            row(table, "outputs", String.join(", ", profile.outputs()));
            row(table, "escalates", profile.escalatesTo());
            profile.warnings().forEach(warning -> row(table, "warning", warning));
            var page = new ArrayList<>(List.of(StyledLine.of(Tone.STRONG, profile.name())));
            page.addAll(table.lines(2));
            page.add(StyledLine.EMPTY);
            ScreenText.lines(profile.prompt()).forEach(line -> page.add(StyledLine.of(line.value())));
            return page;
        }

        private static void row(Table table, String key, String value) {
            if (!value.isBlank()) {
                table.row(Cell.of(Tone.DIM, key), Cell.of(value));
            }
        }
    }

    /** Everything doubtful. */
    @Command(description = "List everything that is wrong or doubtful in the profiles.")
    static final class LintAgents implements Callable<ExitCode> {
        private final Surroundings around;

        @Mixin
        private Look look = new Look();

        LintAgents(Surroundings around) {
            this.around = around;
        }

        @Override
        public ExitCode call() {
            var found = look.find(around);
            look.output().out(around).show(ProblemLines.of(found.problems(), 0, around.columnsOfLines()));
            look.output().err(around).show(StyledLine.of(Tone.DIM,
                    Amounts.of(found.catalog().profiles().size(), "profile") + ", "
                            + Amounts.of(found.problems().size(), "remark")));
            return found.problems().stream().anyMatch(Problem::isError) ? ExitCode.REFUSED : ExitCode.OK;
        }
    }
}
