package baton.profile;

import java.util.List;
import java.util.Optional;

/** The slots that delegations usually have; a template may name one without declaring its type. */
public final class StandardSlots {

    private static final List<Slot> ALL = List.of(
            slot("task_id", Slot.Type.TASK_ID, Slot.Need.OPTIONAL, "the task's id"),
            slot("title", Slot.Type.TEXT, Slot.Need.REQUIRED, "what is to be done, in one line"),
            slot("sprint", Slot.Type.TEXT, Slot.Need.OPTIONAL, "the sprint or weeks"),
            new Slot("priority", Slot.Type.ENUM, Slot.Need.OPTIONAL, Optional.empty(), "how urgent it is",
                    List.of("critical", "high", "medium", "low")),
            slot("context", Slot.Type.TEXT, Slot.Need.OPTIONAL, "why it is done and what it is part of"),
            slot("deliverables", Slot.Type.LIST, Slot.Need.REQUIRED, "what must be there at the end"),
            slot("contract", Slot.Type.LIST, Slot.Need.OPTIONAL, "interfaces to keep to"),
            slot("acceptance_criteria", Slot.Type.LIST, Slot.Need.REQUIRED, "how it is judged"),
            slot("dependencies", Slot.Type.LIST, Slot.Need.OPTIONAL, "what must be done before"),
            slot("integration_points", Slot.Type.LIST, Slot.Need.OPTIONAL, "who builds on it"),
            slot("output_location", Slot.Type.PATH, Slot.Need.OPTIONAL, "the folder or file to write"),
            slot("return", Slot.Type.LIST, Slot.Need.OPTIONAL, "what to hand back"));

    private StandardSlots() {}

    public static List<Slot> all() {
        return ALL;
    }

    public static Optional<Slot> named(String name) {
        return ALL.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    private static Slot slot(String name, Slot.Type type, Slot.Need need, String description) {
        return new Slot(name, type, need, Optional.empty(), description, List.of());
    }
}
