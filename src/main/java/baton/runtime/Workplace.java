package baton.runtime;

import java.util.Objects;

/** The ports of one session at work, wired once. */
public record Workplace(EventStore store, AgentModel model, ToolBox tools, CheckRunner checks, TimeSource time) {
    public Workplace {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(tools, "tools");
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(time, "time");
    }
}
