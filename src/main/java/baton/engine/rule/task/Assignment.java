package baton.engine.rule.task;

import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.SessionState;
import baton.plan.NearMiss;
import baton.plan.PlanLint;

/** Who is meant by a name that somebody typed or wrote. */
public final class Assignment {
    private static final int NAMES_MAX = 30;

    private Assignment() {}

    /** The id of the agent that is called so by id, name or alias, whatever the case; empty where nobody is. */
    public static Optional<String> find(SessionState state, String called) {
        var agents = state.setup().agents();
        if (agents.containsKey(called)) {
            return Optional.of(called);
        }
        if (called.equalsIgnoreCase(PlanLint.ORCHESTRATOR)) {
            return Optional.of(state.setup().orchestrator());
        }
        return agents.values().stream()
                .filter(agent -> agent.id().equalsIgnoreCase(called) || agent.name().equalsIgnoreCase(called)
                        || agent.aliases().stream().anyMatch(called::equalsIgnoreCase))
                .map(agent -> agent.id()).findFirst();
    }

    /** Says that nobody is called so, and who there is. */
    public static String nobody(SessionState state, String called) {
        var near = NearMiss.of(called, state.setup().agents().keySet());
        var names = state.setup().agents().keySet().stream().limit(NAMES_MAX).collect(Collectors.joining(", "));
        return "nobody is called \"" + called + "\""
                + near.map(name -> "; did you mean " + name + "?")
                        .orElse(names.isEmpty() ? "" : "; there are " + names);
    }
}
