package baton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.VisitOptions;
import baton.wire.ControlRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton tell}: one line of the chat to a session at work, from another terminal. */
@Command(description = "Say one line of the chat to a session at work, from another terminal.", footer = {"",
    "Words after @agent go to that agent before its next turn; a line that begins with / is a command of the chat.", "",
    "Example:  baton tell last @security-auditor look at the login page first"})
final class TellCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", description = "an id, the start of one, a file, or last")
    private String session = "last";

    @Parameters(index = "1..*", paramLabel = "WORDS", arity = "1..*", description = "as typed in the chat")
    private List<String> words = new ArrayList<>();

    @Mixin
    private VisitOptions visit = new VisitOptions();

    TellCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        String line = String.join(" ", words);
        if (line.isBlank()) {
            throw UserError.usage("there are no words to send", "See  baton tell --help.");
        }
        return visit.ask(session, new ControlRequest.Tell(line, visit.by(around)), around,
                name -> "Words reach a session only while it works: say them after  baton resume " + name + " --line");
    }
}
