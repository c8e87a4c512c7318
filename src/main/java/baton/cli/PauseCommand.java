package baton.cli;

import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.live.VisitOptions;
import baton.wire.ControlRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton pause}: nothing new begins in a session at work until it is continued. */
@Command(description = "Pause a session at work, from another terminal; nothing that runs is lost.", footer = {"",
    "Example:  baton pause last", "          baton pause last --continue"})
final class PauseCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--continue", description = "let it go on")
    private boolean goOn;

    @Mixin
    private VisitOptions visit = new VisitOptions();

    PauseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        return visit.ask(session, goOn
                ? new ControlRequest.Continue(visit.by(around))
                : new ControlRequest.Pause(visit.by(around)), around,
                name -> (goOn ? "" : "Nothing in it goes on as it is. ") + "Let it work by  baton resume " + name);
    }
}
