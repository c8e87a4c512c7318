package baton.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.TaskNames;
import baton.cli.record.ReadOptions;
import baton.view.SessionView;
import baton.view.TaskCard;
import baton.view.page.Why;
import baton.wire.PlanJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "one JSON object a task, one a line")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    WhyCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        var sessions = read.sessions(around);
        try (var record = sessions.read(session)) {
            var view = ReadOptions.view(record);
            var out = read.out(around);
            if (json) {
                var tasks = task == null ? Why.open(view) : List.of(TaskNames.find(view, task));
                tasks.forEach(card -> out.write(PlanJson.of(tree(view, card))));
                return ExitCode.OK;
            }
            out.show(task == null
                    ? Why.of(view, around.columns())
                    : sessions.typing(record.name()).inPage(Why.of(view, TaskNames.find(view, task), record.name())));
            return ExitCode.OK;
        }
    }

    private static Map<String, Object> tree(SessionView view, TaskCard task) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("task", task.id());
        tree.put("title", task.spec().title());
        tree.put("agent", task.spec().agent());
        tree.put("status", task.stand().words());
        tree.put("why", Why.sentence(view, task));
        tree.put("dependsOn", task.spec().dependsOn());
        tree.put("people", Why.people(view, task));
        tree.put("attempts", task.attempts().stream().count());
        return tree;
    }
}
