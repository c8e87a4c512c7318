package baton.tui.screen;

import java.util.List;
import java.util.Optional;

import baton.plan.Plan;
import baton.plan.PlanGraph;
import baton.view.SessionView;
import baton.view.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a session's plan and agents, which hardly ever change, kept from frame to frame.
 *
 * <p>What is kept is a function of what it was made from, so nobody can tell whether it was. Belongs to one thread.
 */
final class Remembered {
    private static final long USUAL_MS = 15 * 60_000L;

    private @Nullable Object agents;
    private Tags tags = Tags.of(SessionView.EMPTY);
    private @Nullable Plan plan;
    private Optional<PlanGraph> graph = Optional.empty();
    private List<String> critical = List.of();

    @SuppressWarnings("ReferenceEquality")
    Tags tags(SessionView session) {
        if (agents != session.agents().ids()) {
            agents = session.agents().ids();
            tags = Tags.of(session);
        }
        return tags;
    }

    /** The graph of the session's plan; empty where it has none. */
    Optional<PlanGraph> graph(SessionView session) {
        look(session);
        return graph;
    }

    /** The chain of tasks that decides when all is done, by their boxes. */
    List<String> critical(SessionView session) {
        look(session);
        return critical;
    }

    @SuppressWarnings("ReferenceEquality")
    private void look(SessionView session) {
        var now = session.head().plan();
        if (now.isPresent() && now.get() != plan) {
            plan = now.get();
            var made = PlanGraph.of(now.get());
            graph = Optional.of(made);
            critical = made.criticalPath(task -> task.timeBox().map(box -> box.millis()).orElse(USUAL_MS));
        } else if (now.isEmpty()) {
            plan = null;
            graph = Optional.empty();
            critical = List.of();
        }
    }
}
