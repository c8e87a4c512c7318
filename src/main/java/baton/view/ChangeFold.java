package baton.view;

import baton.engine.fact.ChangeEvent;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeProposed;
import baton.engine.fact.ChangeEvent.ChangeRejected;

/** What edits of the work change in the view; new tasks and splits come as facts of their own. */
final class ChangeFold {
    private ChangeFold() {}

    static SessionView apply(SessionView view, ChangeEvent fact) {
        return switch (fact) {
            case ChangeProposed proposed -> view;
            case ChangeAccepted accepted -> {
                var changed = view;
                for (var spec : accepted.edited()) {
                    var task = changed.task(spec.id());
                    changed = task.isEmpty() ? changed : changed.with(task.get().withSpec(spec));
                }
                yield changed;
            }
            case ChangeRejected rejected -> view;
        };
    }
}
