package baton.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.live.RoomOption;
import baton.cli.live.ScreenPlaces;
import baton.cli.live.ScreenStage;
import baton.cli.live.StartOptions;
import baton.cli.setup.MergeOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton} without a command: the full screen, with a plan or with the first screen. */
@Command(description = "Work with a session on the full screen. Without a plan the first screen shows what can be done.", footer = {
    "", "Example:  baton PLAN.md --model rehearsal --pace 0.1"})
final class ScreenCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "PLAN", arity = "0..*", description = "Markdown documents or plan.yaml; several make one plan")
    private List<String> plans = new ArrayList<>();

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private StartOptions start = new StartOptions();

    @Mixin
    private RoomOption room = new RoomOption();

    ScreenCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        ScreenStage.refuse(around);
        var places = new ScreenPlaces(around, start.sessions(around), start.output(), start.run())
                .withProfiles(start.profiles(around)).merging(merge.merging()).in(room.room());
        return plans.isEmpty() ? places.welcome() : places.open(plans);
    }
}
