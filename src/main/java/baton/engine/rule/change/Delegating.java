package baton.engine.rule.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.Command.Delegate;
import baton.engine.Working;
import baton.engine.fact.Filling;
import baton.engine.rule.people.Refusals;
import baton.plan.NearMiss;
import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.plan.TaskWish;
import baton.profile.DelegationTemplate;
import baton.profile.Rendering;
import baton.profile.Slot;
import baton.profile.SlotValue;

/** Jobs by template: the slots are filled, and those that every delegation has become parts of the task. */
public final class Delegating {
    private Delegating() {}

    /** A wish made of a template, or why there is none. */
    public record Filled(Optional<TaskWish> wish, String problem) {}

    public static void delegate(Working working, Delegate command) {
        var filled = fill(working, command.template(), command.agent(), command.slots(), TaskWish.of("", ""));
        filled.wish().ifPresentOrElse(
                wish -> Changes.propose(working, List.of(new PlanChange.AddTask(wish)), Refusals.named(command.by()),
                        ""),
                () -> Refusals.refuse(working, "delegate by +" + command.template(), filled.problem()));
    }

    /** What {@code wish} says already holds where the template has no slot for it, or the slot is empty. */
    public static Filled fill(Working working, String name, String agent, List<Filling> slots, TaskWish wish) {
        var templates = working.state().setup().templates();
        var template = templates.stream().filter(known -> known.name().equalsIgnoreCase(name)).findFirst();
        if (template.isEmpty()) {
            var names = templates.stream().map(DelegationTemplate::name).toList();
            return refused("there is no template \"" + name + "\"" + NearMiss.of(name, names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(names.isEmpty() ? "" : "; there are " + String.join(", ", names)));
        }
        var values = new LinkedHashMap<String, SlotValue>();
        for (var filling : slots) {
            slot(template.get(), filling.slot()).ifPresentOrElse(
                    slot -> values.put(slot.name(), value(slot, filling.values())),
                    () -> values.put(filling.slot(), new SlotValue.Many(filling.values())));
        }
        fromWish(template.get(), wish).forEach(values::putIfAbsent);
        return switch (template.get().render(values)) {
            case Rendering.Incomplete(var faults) -> refused(String.join("; ", faults.stream()
                    .map(fault -> fault.slot() + ": " + fault.reason()).toList()));
            case Rendering.Rendered(var text) -> new Filled(
                    Optional.of(wish(template.get(), agent, values, text, wish)), "");
        };
    }

    private static Filled refused(String problem) {
        return new Filled(Optional.empty(), problem);
    }

    private static Optional<Slot> slot(DelegationTemplate template, String name) {
        return template.slots().stream().filter(slot -> plain(slot.name()).equals(plain(name))).findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static SlotValue value(Slot slot, List<String> values) {
        return slot.type() == Slot.Type.LIST
                ? new SlotValue.Many(values)
                : new SlotValue.Text(String.join("\n", values));
    }

    /** What the wish says, for slots of the same meaning. */
    private static Map<String, SlotValue> fromWish(DelegationTemplate template, TaskWish wish) {
        var values = new LinkedHashMap<String, SlotValue>();
        for (var slot : template.slots()) {
            var said = switch (slot.name()) {
                case "title" -> List.of(wish.title());
                case "priority" -> List.of(wish.priority());
                case "context" -> List.of(wish.brief());
                case "deliverables" -> wish.deliverables();
                case "contract" -> wish.contract();
                case "acceptance_criteria" -> wish.acceptance();
                case "dependencies" -> wish.dependsOn();
                case "integration_points" -> wish.integrationPoints();
                case "output_location" -> wish.outputs();
                case "return" -> wish.returns();
                default -> List.<String>of();
            };
            var whole = said.stream().filter(text -> !text.isBlank()).toList();
            if (!whole.isEmpty()) {
                values.put(slot.name(), value(slot, whole));
            }
        }
        return values;
    }

    private static TaskWish wish(DelegationTemplate template, String agent, Map<String, SlotValue> values, String text,
            TaskWish wish) {
        var title = String.join(" ", said(values, "title", List.of(wish.title())));
        var who = agent.isBlank() ? (wish.agent().isBlank() ? template.agent() : wish.agent()) : agent;
        return new TaskWish(title.isBlank() ? template.name() : title, who,
                String.join(" ", said(values, "priority", List.of(wish.priority()))), text, wish.timeBoxMinutes(),
                ids(said(values, "dependencies", wish.dependsOn())), wish.inputs(),
                said(values, "deliverables", wish.deliverables()),
                said(values, "acceptance_criteria", wish.acceptance()),
                said(values, "output_location", wish.outputs()),
                said(values, "integration_points", wish.integrationPoints()),
                said(values, "contract", wish.contract()), said(values, "return", wish.returns()));
    }

    private static List<String> said(Map<String, SlotValue> values, String slot, List<String> otherwise) {
        return switch (values.getOrDefault(slot, new SlotValue.Many(otherwise))) {
            case SlotValue.Text(var text) ->
                text.lines().map(Delegating::bare).filter(line -> !line.isEmpty()).toList();
            case SlotValue.Many(var texts) -> texts.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        };
    }

    private static String bare(String line) {
        return line.strip().replaceFirst("^[-*•]\\s+", "");
    }

    /** "T-1, T-2" and "none" are both usual answers to what must be done before. */
    private static List<String> ids(List<String> texts) {
        var ids = new ArrayList<String>();
        for (var text : texts) {
            for (var word : text.split("[,;\\s]+", -1)) {
                if (word.matches("[\\p{L}]{1,8}-[0-9]{1,6}") && !ids.contains(word)) {
                    ids.add(word);
                }
            }
        }
        return ids;
    }

    /** The problems of a rejected change in one line. */
    public static String words(List<Problem> problems) {
        return String.join("; ", problems.stream()
                .map(problem -> problem.message() + (problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")"))
                .toList());
    }
}
