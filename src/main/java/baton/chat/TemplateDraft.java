package baton.chat;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.Filling;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;

/**
 * A template with what is filled in so far: a form and a text are two looks of it.
 *
 * @param agent whom it is for, or empty
 * @param slots what was given, in the order in which it was
 */
public record TemplateDraft(DelegationTemplate template, String agent, List<Filling> slots) {
    public TemplateDraft {
        slots = List.copyOf(slots);
    }

    /** What a text of this shape says, whole or not; empty where it names no template there is. */
    public static Optional<TemplateDraft> read(String text, ChatNames names) {
        String line = text.strip();
        if (!line.startsWith("+")) {
            return Optional.empty();
        }
        try {
            return TemplateReading.draft(line, names);
        } catch (Scanner.Unclosed unclosed) {
            return Optional.empty();
        }
    }

    /** Names of the slots that must still be filled before it can be sent. */
    public List<String> missing() {
        return template.slots().stream().filter(slot -> slot.need() == Slot.Need.REQUIRED && slot.standard().isEmpty()
                && values(slot.name()).isEmpty()).map(Slot::name).toList();
    }

    /** True where neither it nor its template says who shall do it. */
    public boolean isForNobody() {
        return agent.isEmpty() && template.agent().isEmpty();
    }

    /** What a slot was given; empty where nothing was. */
    public List<String> values(String slot) {
        return slots.stream().filter(one -> one.slot().equals(slot)).findFirst().map(Filling::values).orElse(List.of());
    }

    /** The line as if it had been typed. */
    public ChatLine line() {
        return new ChatLine.Template(template.name(), agent, slots);
    }

    /** The same as text, which reads back as this. */
    public String text() {
        var text = new StringBuilder("+" + template.name() + (agent.isEmpty() ? "" : " @" + agent));
        for (var slot : template.slots()) {
            var values = values(slot.name());
            boolean oneLine = values.size() == 1 && values.getFirst().lines().count() == 1;
            text.append('\n').append(slot.name()).append(':').append(oneLine ? " " + values.getFirst() : "");
            if (!oneLine) {
                values.forEach(value -> text.append("\n- ").append(value.replace("\n", "\n- ")));
            }
        }
        return text.toString();
    }
}
