package baton.cli;

import java.util.List;
import java.util.concurrent.Callable;

import baton.plan.NearMiss;
import baton.replay.Pace;
import baton.replay.Player;
import baton.view.page.Conversation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton log}: the conversations of a session as plain text. */
@Command(description = "Read the conversations of a session as plain text.", footer = {"",
    "Example:  baton log last --agent security-auditor"})
final class LogCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--agent", paramLabel = "A", description = "only this agent's")
    private @Nullable String agent;

    @Mixin
    private ReadOptions read = new ReadOptions();

    LogCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (var record = read.sessions(around).read(session)) {
            if (agent != null) {
                refuseUnknown(agent, ReadOptions.view(record).agents().ids());
            }
            ReadOptions.showAll(record, new Player(Pace.INSTANT, ms -> {}), Player.Stretch.WHOLE, read.out(around),
                    (view, event) -> agent == null || event.subject().agent().equals(agent)
                            ? Conversation.lines(view, event)
                            : List.of());
            return ExitCode.OK;
        }
    }

    private static void refuseUnknown(String agent, List<String> known) {
        if (!known.contains(agent)) {
            throw UserError.refused("there is no agent \"" + agent + "\" in this session",
                    NearMiss.of(agent, known).map(near -> "Did you mean " + near + "?")
                            .orElse("There are: " + String.join(", ", known)));
        }
    }
}
