package baton.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.engine.fact.RecordedEvent;
import baton.plan.NearMiss;
import baton.replay.Follower;
import baton.replay.Pace;
import baton.replay.Player;
import baton.runtime.SessionRecord;
import baton.view.SessionView;
import baton.view.page.Conversation;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.view.text.Typing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton log}: the conversations of a session as plain text. */
@Command(description = "Read the conversations of a session as plain text.", footer = {"",
    "Example:  baton log last --agent security-auditor", "          baton log last --follow"})
final class LogCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--agent", paramLabel = "A", description = "only this agent's")
    private @Nullable String agent;

    @Option(names = "--follow", description = "go on with what is recorded while it runs, here or elsewhere, to its end")
    private boolean follow;

    @Mixin
    private ReadOptions read = new ReadOptions();

    LogCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        var sessions = read.sessions(around);
        var file = sessions.file(session);
        try (var record = sessions.catalog().openToRead(file)) {
            sessions.noteOpenToOthers(file);
            if (agent != null) {
                refuseUnknown(agent, ReadOptions.view(record).agents().ids());
            }
            if (follow) {
                follow(record, sessions.typing(record.name()), () -> sessions.catalog().isAtWork(file));
            } else {
                ReadOptions.showAll(record, new Player(Pace.INSTANT, ms -> {}), Player.Stretch.WHOLE, read.out(around),
                        this::lines);
            }
            return ExitCode.OK;
        }
    }

    private List<StyledLine> lines(SessionView view, RecordedEvent event) {
        return agent == null || event.subject().agent().equals(agent) ? Conversation.lines(view, event) : List.of();
    }

    private void follow(SessionRecord record, Typing typing, BooleanSupplier atWork) throws InterruptedException {
        var out = read.out(around);
        var view = new Follower(atWork, Thread::sleep).follow(record, (now, event) -> {
            out.show(lines(now, event));
            return !out.isGone();
        });
        if (view.head().result().isEmpty() && !out.isGone()) {
            read.err(around).show(StyledLine.of(Tone.DIM, typing.inOwn(
                    "note: no process works on it any more; go on with it by  baton resume " + record.name())));
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
