package baton.cli;

import java.util.concurrent.Callable;

import baton.view.page.Why;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baton why}: one sentence for each task that does not run. */
@Command(description = "Say why each task that does not run does not; for one task with everything it waits for.", footer = {
    "", "Example:  baton why last T-3"})
final class WhyCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Parameters(index = "1", paramLabel = "TASK", arity = "0..1", description = "only this task")
    private @Nullable String task;

    @Mixin
    private ReadOptions read = new ReadOptions();

    WhyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (var record = read.sessions(around).read(session)) {
            var view = ReadOptions.view(record);
            var out = read.out(around);
            out.show(task == null
                    ? Why.of(view, around.columns())
                    : Why.of(view, TaskNames.find(view, task), record.name()));
            return ExitCode.OK;
        }
    }
}
