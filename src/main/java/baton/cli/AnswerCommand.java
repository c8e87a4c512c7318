package baton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.live.VisitOptions;
import baton.settings.CommandLine;
import baton.wire.ControlRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton answer}: settles what a session at work asks, from another terminal. */
@Command(description = "Answer what a session at work asks, from another terminal.", footer = {"",
    "ID is a question, decision, blocker or approval as the session shows it. Of an option its number is enough.",
    "Who answers first decides; whoever comes second is told so. Where no process works on the session:",
    "baton resume SESSION --answer ID=TEXT.", "", "Example:  baton answer last D-1 2"})
final class AnswerCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", description = "an id, the start of one, a file, or last")
    private String session = "last";

    @Parameters(index = "1", paramLabel = "ID", description = "such as D-1")
    private String id = "";

    @Parameters(index = "2..*", paramLabel = "TEXT", arity = "1..*", description = "an option's number, or words")
    private List<String> text = new ArrayList<>();

    @Mixin
    private VisitOptions visit = new VisitOptions();

    AnswerCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        String words = String.join(" ", text);
        return visit.ask(session, new ControlRequest.Answer(id, words, visit.by(around)), around,
                name -> "Go on with it and this answer by  baton resume " + name + " --answer "
                        + CommandLine.quoted(List.of(id + "=" + words)));
    }
}
