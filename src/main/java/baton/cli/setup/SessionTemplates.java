package baton.cli.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.cli.console.Surroundings;
import baton.plan.Plan;
import baton.plan.PlannedTemplate;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;
import baton.profile.SlotValue;

/** The templates by which jobs can be delegated in a session: those of files, then those that stand in the plan itself. */
public final class SessionTemplates {
    private SessionTemplates() {}

    /** A plan's template that is called like a file's stays behind it. */
    public static List<DelegationTemplate> of(Plan plan, Surroundings around) {
        var all = new ArrayList<>(TemplateFiles.find(around).templates());
        for (var planned : plan.templates()) {
            var template = template(planned);
            if (!template.name().isEmpty() && all.stream().noneMatch(one -> one.name().equals(template.name()))) {
                all.add(template);
            }
        }
        return List.copyOf(all);
    }

    /** Its fields are the slots, and what the plan wrote into them stands there until somebody says otherwise. */
    private static DelegationTemplate template(PlannedTemplate planned) {
        var slots = planned.slots().stream().filter(slot -> !word(slot.name()).isEmpty())
                .map(SessionTemplates::slot).toList();
        var body = slots.stream().map(slot -> slot.name().replace('_', ' ') + ": {{" + slot.name() + "}}")
                .collect(Collectors.joining("\n"));
        return new DelegationTemplate(word(planned.name()).isEmpty() ? "plan" : word(planned.name()).replace('_', '-'),
                planned.agent(), "From the plan, line " + planned.place().line(), slots, body,
                planned.place().file(), planned.place().line());
    }

    private static Slot slot(PlannedTemplate.Slot slot) {
        boolean isList = slot.values().size() > 1;
        Optional<SlotValue> standard = slot.values().isEmpty()
                ? Optional.empty()
                : Optional.of(isList
                        ? new SlotValue.Many(slot.values())
                        : new SlotValue.Text(slot.values().getFirst()));
        return new Slot(word(slot.name()), isList ? Slot.Type.LIST : Slot.Type.TEXT, Slot.Need.OPTIONAL, standard, "",
                List.of());
    }

    private static String word(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    }
}
