package baton.cli.console;

import baton.plan.NearMiss;
import baton.view.SessionView;
import baton.view.TaskCard;

/** Finds the task a person named. */
public final class TaskNames {
    private TaskNames() {}

    public static TaskCard find(SessionView view, String id) {
        return view.task(id).or(() -> view.tasks().stream().filter(task -> task.id().equalsIgnoreCase(id)).findFirst())
                .orElseThrow(() -> UserError.refused("there is no task \"" + id + "\" in this session",
                        NearMiss.of(id, view.tasks().ids()).map(near -> "Did you mean " + near + "?")
                                .orElse("There are: " + String.join(", ", view.tasks().ids()))));
    }
}
