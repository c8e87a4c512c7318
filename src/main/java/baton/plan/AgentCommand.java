package baton.plan;

import java.util.Objects;

/** A command the document gives to an agent; a wish until somebody trusts it. */
public record AgentCommand(String agent, String command, Place place) {
    public AgentCommand {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(place, "place");
    }
}
