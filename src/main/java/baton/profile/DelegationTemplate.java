package baton.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A named text with declared slots, used to hand a job to an agent.
 *
 * @param agent
 *            the agent it is written for, or empty for any
 * @param path
 *            the file it came from
 * @param line
 *            where the body begins
 */
public record DelegationTemplate(String name, String agent, String description, List<Slot> slots, String body,
        String path, int line) {

    public DelegationTemplate {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(description, "description");
        slots = List.copyOf(slots);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(path, "path");
    }

    /**
     * Fills the slots. A missing or unfitting value is named and nothing is rendered; an optional slot without a value
     * becomes empty text. A value for a slot that the template does not declare is a fault too.
     */
    public Rendering render(Map<String, SlotValue> values) {
        return new TemplateRendering(this, values).render();
    }
}
