package baton.cli.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

import baton.cli.console.Surroundings;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.settings.CommandLine;
import baton.settings.CommandPattern;
import baton.settings.RunSettings;

/**
 * The check commands of a plan, and whether a person said yes to exactly these in the folder where they would run.
 *
 * <p>The yes covers the gates alone: no agent may run a command because of it. It is bound to the text of all commands
 * together, so that it holds for a session that is gone on with, and not for a plan with one command more.
 */
public final class PlanChecks {
    private final SequencedSet<String> commands;
    private final boolean trusted;

    private PlanChecks(SequencedSet<String> commands, boolean trusted) {
        this.commands = commands;
        this.trusted = trusted;
    }

    /** In a rehearsal's copy no command is run, whoever said yes. */
    public static PlanChecks of(Plan plan, WorkspacePlace place, Surroundings around) {
        var commands = commands(plan);
        return switch (place) {
            case WorkspacePlace.Copy _ -> new PlanChecks(commands, false);
            case WorkspacePlace.Folder(Path folder, var _) -> new PlanChecks(commands,
                    FolderTrust.of(around).trustsChecks(folder, commands));
        };
    }

    /** Every command that a gate of the plan would run, sorted. */
    public static SequencedSet<String> commands(Plan plan) {
        var commands = new TreeSet<String>();
        plan.gates().stream().flatMap(gate -> gate.checks().stream()).map(Gate.Check::command)
                .filter(command -> !command.isBlank()).forEach(commands::add);
        return commands;
    }

    /** True for the words of a command that a person said yes to as a check. */
    boolean allows(List<String> argv) {
        return trusted && commands.stream().anyMatch(
                command -> CommandLine.parse(command) instanceof CommandLine.Words(var words) && words.equals(argv));
    }

    /** Said before a live run: its checks would all fail. */
    List<Problem> notes(RunSettings settings) {
        var patterns = settings.approvals().allowed().stream().flatMap(text -> CommandPattern.find(text).stream())
                .toList();
        var refused = new ArrayList<String>();
        for (String command : commands) {
            if (CommandLine.parse(command) instanceof CommandLine.Words(var argv) && !allows(argv)
                    && patterns.stream().noneMatch(pattern -> pattern.matches(argv))) {
                refused.add("\"" + command + "\"");
            }
        }
        return refused.isEmpty() || settings.mode() == RunSettings.Mode.REHEARSAL
                ? List.of()
                : List.of(Problem.warning("checks-untrusted", Place.NOWHERE,
                        "checks of this plan will not run, for nobody has said yes to them: " + String.join(", ",
                                refused),
                        "baton trust --checks PLAN  says yes to them as they are now."));
    }
}
