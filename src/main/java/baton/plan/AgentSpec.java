package baton.plan;

import java.util.List;
import java.util.Objects;

/**
 * A role at work, as the plan describes it.
 *
 * @param id the identity every other part of the plan refers to
 * @param name as written
 * @param aliases the other spellings the document uses
 * @param group the roster group, or empty
 * @param owns the paths this agent may write
 * @param tools tools the document asks for by name
 * @param outputs paths or descriptions of what it delivers
 */
public record AgentSpec(String id, String name, List<String> aliases, String group, String role,
        List<String> responsibilities, List<OwnedArea> owns, List<String> topics, List<String> tools,
        List<String> outputs, Place place) {

    /** A path or glob that an agent owns, and what the document says of its state ("exists", "to be created", or empty). */
    public record OwnedArea(String path, String state) {
        public OwnedArea {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(state, "state");
        }
    }

    public AgentSpec {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(role, "role");
        responsibilities = List.copyOf(responsibilities);
        owns = List.copyOf(owns);
        topics = List.copyOf(topics);
        tools = List.copyOf(tools);
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(place, "place");
    }

    /** An agent of whom only the name is known. */
    public static AgentSpec named(String id, String name, Place place) {
        return new AgentSpec(id, name, List.of(), "", "", List.of(), List.of(), List.of(), List.of(), List.of(), place);
    }
}
