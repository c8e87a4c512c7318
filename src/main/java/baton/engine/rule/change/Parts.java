package baton.engine.rule.change;

import java.util.ArrayList;
import java.util.List;

import baton.plan.TaskSpec;
import baton.plan.TaskWish;

/** The parts of a split task: none loses what the whole asked for. */
final class Parts {
    private Parts() {}

    /** Parts with the agent, priority and needs of the whole where they name none; the last one keeps what nobody takes over. */
    static List<TaskWish> of(TaskSpec whole, List<TaskWish> wished) {
        var parts = new ArrayList<TaskWish>();
        for (int i = 0; i < wished.size(); i++) {
            var part = wished.get(i);
            var agent = part.agent().isBlank() ? whole.agent() : part.agent();
            var priority = part.priority().isBlank() ? whole.priority() : part.priority();
            var needs = new ArrayList<>(whole.dependsOn());
            part.dependsOn().stream().filter(need -> !needs.contains(need)).forEach(needs::add);
            var outputs = new ArrayList<>(part.outputs());
            var criteria = new ArrayList<>(part.acceptance());
            if (i == wished.size() - 1) {
                outputs.addAll(left(whole.outputs(), wished.stream().flatMap(one -> one.outputs().stream()).toList()));
                criteria.addAll(
                        left(whole.acceptance(), wished.stream().flatMap(one -> one.acceptance().stream()).toList()));
            }
            var inputs = part.inputs().isEmpty() ? whole.inputs() : part.inputs();
            parts.add(new TaskWish(part.title(), agent, priority, part.brief(), box(whole, part), needs, inputs,
                    part.deliverables(), criteria, outputs, part.integrationPoints(),
                    part.contract().isEmpty() ? whole.contract() : part.contract(), part.returns()));
        }
        return parts;
    }

    /** True where the last part has something of the whole to put together. */
    static boolean keepsTheRest(TaskSpec whole, List<TaskWish> wished) {
        return !left(whole.outputs(), wished.stream().flatMap(part -> part.outputs().stream()).toList()).isEmpty()
                || !left(whole.acceptance(), wished.stream().flatMap(part -> part.acceptance().stream()).toList())
                        .isEmpty();
    }

    private static int box(TaskSpec whole, TaskWish part) {
        return part.timeBoxMinutes() > 0
                ? part.timeBoxMinutes()
                : whole.timeBox().map(TaskSpec.Minutes::minutes).orElse(0);
    }

    private static List<String> left(List<String> all, List<String> taken) {
        return all.stream().filter(one -> !taken.contains(one)).toList();
    }
}
