package baton.engine;

import baton.engine.fact.ChangeEvent;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeProposed;
import baton.engine.fact.ChangeEvent.ChangeRejected;

/** Folds facts about edits of the work; new tasks and splits come as facts of their own. */
final class ChangeFold {
    private ChangeFold() {}

    static SessionState evolve(SessionState state, ChangeEvent event) {
        return switch (event) {
            case ChangeProposed proposed -> state.with(PeopleFold.numbered(state.course(), proposed.id()));
            case ChangeAccepted accepted -> {
                var changed = state;
                for (var spec : accepted.edited()) {
                    changed = TaskFold.edited(changed, spec);
                }
                yield changed;
            }
            case ChangeRejected ignored -> state;
        };
    }
}
