package baton.cli;

import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.TaskNames;
import baton.cli.console.UserError;
import baton.cli.record.ReadOptions;
import baton.engine.fact.SessionEvent;
import baton.replay.Requests;
import baton.runtime.SessionRecord;
import baton.view.SessionView;
import baton.view.page.RequestPage;
import baton.view.text.Typing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton prompt}: a request exactly as a model got it, made again from the record. */
@Command(description = "Show the exact request a model got for a task, part by part, with sizes.", footer = {"",
    "Example:  baton prompt last T-3"})
final class PromptCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Parameters(index = "1", paramLabel = "TASK", description = "a task, or one of its turns such as T-3/1#2")
    private String subject = "";

    @Option(names = "--sizes", description = "only the parts' names and sizes")
    private boolean sizes;

    @Mixin
    private ReadOptions read = new ReadOptions();

    PromptCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        var sessions = read.sessions(around);
        try (var record = sessions.read(session)) {
            var typing = sessions.typing(record.name());
            var view = ReadOptions.view(record);
            if (view.head().rules() != SessionEvent.RULES) {
                throw UserError.refused("other rules made the requests of this session",
                        typing.inOwn("baton log " + record.name() + "  shows what was said."));
            }
            var page = asked(record, view, typing);
            read.out(around).show(sizes ? page.sizes() : page.whole());
            return ExitCode.OK;
        }
    }

    /** The last request for the task, or the one of the turn that was named. */
    private RequestPage asked(SessionRecord record, SessionView view, Typing typing) {
        boolean isTurn = subject.contains("#");
        String task = isTurn ? subject.substring(0, subject.indexOf('/')) : subject;
        String id = TaskNames.find(view, task).id();
        return Requests.find(record, isTurn ? subject : id).orElseThrow(() -> UserError.refused(
                "no model was asked for " + subject + " in this session",
                typing.inOwn("See  baton why " + record.name() + " " + id + ".")));
    }
}
