package baton.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something in which a later reading of a plan's documents differs from an earlier one.
 *
 * <p>Lines that only moved are no difference.
 *
 * @param what the part, in words: {@code task T-2 "Write the report"}, under the id of the earlier reading
 * @param place in the later reading; in the earlier one where it is gone
 * @param fields what is different in it, in words; empty for other kinds
 */
public record PlanDifference(Kind kind, String what, Place place, List<String> fields) {
    /** Which way it differs. */
    public enum Kind {
        ADDED, REMOVED, CHANGED
    }

    public PlanDifference {
        fields = List.copyOf(fields);
    }

    /** All differences: tasks, agents, decisions, questions, gates, each in the order of the documents; then the rest. */
    public static List<PlanDifference> between(Plan before, Plan now) {
        var pairs = Pairs.of(before.tasks(), now.tasks());
        var all = new ArrayList<PlanDifference>(tasks(before.tasks(), now.tasks(), pairs));
        all.addAll(AGENTS.between(before.agents(), now.agents()));
        all.addAll(DECISIONS.between(before.decisions(), now.decisions().stream().map(pairs::inOldWords).toList()));
        all.addAll(QUESTIONS.between(before.questions(), now.questions()));
        all.addAll(GATES.between(before.gates(), now.gates()));
        if (!before.goal().equals(now.goal())) {
            all.add(new PlanDifference(Kind.CHANGED, "the goal", new Place(now.source(), 0), List.of()));
        }
        return List.copyOf(all);
    }

    /** One thing that is compared. */
    private record Field<T>(String name, Function<T, Object> value) {}

    /** A part of which a plan has several, each with a key of its own. */
    private record Sort<T>(Function<T, String> key, Function<T, String> words, Function<T, Place> place,
            List<Field<T>> fields) {
        List<PlanDifference> between(List<T> before, List<T> now) {
            var all = new ArrayList<PlanDifference>();
            for (var part : now) {
                find(before, key.apply(part)).ifPresentOrElse(old -> changed(old, part, fields).ifPresent(all::add),
                        () -> all.add(of(Kind.ADDED, part, List.of())));
            }
            before.stream().filter(old -> find(now, key.apply(old)).isEmpty())
                    .forEach(old -> all.add(of(Kind.REMOVED, old, List.of())));
            return all;
        }

        private Optional<T> find(List<T> parts, String wanted) {
            return parts.stream().filter(part -> key.apply(part).equals(wanted)).findFirst();
        }

        Optional<PlanDifference> changed(T old, T part, List<Field<T>> compared) {
            var names = compared.stream().filter(field -> !field.value().apply(old).equals(field.value().apply(part)))
                    .map(Field::name).toList();
            return names.isEmpty() ? Optional.empty() : Optional.of(of(Kind.CHANGED, part, names));
        }

        PlanDifference of(Kind kind, T part, List<String> names) {
            return new PlanDifference(kind, words.apply(part), place.apply(part), names);
        }
    }

    private static final Sort<AgentSpec> AGENTS = new Sort<>(AgentSpec::id, agent -> "agent " + agent.id(),
            AgentSpec::place, List.of(new Field<>("role", AgentSpec::role),
                    new Field<>("responsibilities", AgentSpec::responsibilities),
                    new Field<>("paths", AgentSpec::owns), new Field<>("tools", AgentSpec::tools),
                    new Field<>("outputs", AgentSpec::outputs)));

    private static final Sort<PlannedQuestion> QUESTIONS = new Sort<>(PlannedQuestion::text,
            question -> "question \"" + question.text() + "\"", PlannedQuestion::place,
            List.of(new Field<>("details", PlannedQuestion::details)));

    private static final Sort<Gate> GATES = new Sort<>(gate -> gate.scope() + " " + gate.name() + " " + gate.subject(),
            gate -> "gate \"" + gate.name() + "\"", Gate::place, List.of(new Field<>("checks", Gate::checks)));

    private static final Sort<TaskSpec> TASKS = new Sort<>(TaskSpec::id,
            task -> "task " + task.id() + " \"" + task.title() + "\"", TaskSpec::place,
            List.of(new Field<>("title", TaskSpec::title), new Field<>("agent", TaskSpec::agent),
                    new Field<>("phase", TaskSpec::phase), new Field<>("priority", TaskSpec::priority),
                    new Field<>("deadline", TaskSpec::deadline), new Field<>("time box", TaskSpec::timeBox),
                    new Field<>("inputs", TaskSpec::inputs), new Field<>("deliverables", TaskSpec::deliverables),
                    new Field<>("criteria", TaskSpec::acceptance), new Field<>("files", TaskSpec::outputs),
                    new Field<>("tools", TaskSpec::tools),
                    new Field<>("needs", TaskSpec::dependsOn)));

    private static final Sort<PlannedDecision> DECISIONS = new Sort<>(PlannedDecision::title,
            decision -> "decision \"" + decision.title() + "\"", PlannedDecision::place,
            List.of(new Field<>("question", PlannedDecision::question),
                    new Field<>("options", PlannedDecision::options),
                    new Field<>("recommendation", PlannedDecision::recommendation),
                    new Field<>("tasks that wait for it", PlannedDecision::gates)));

    private static List<PlanDifference> tasks(List<TaskSpec> before, List<TaskSpec> now, Pairs pairs) {
        var all = new ArrayList<PlanDifference>();
        for (var task : now.stream().filter(TaskSpec::runs).toList()) {
            pairs.before(task).ifPresentOrElse(
                    old -> TASKS.changed(old, pairs.inOldWords(task), TASKS.fields()).ifPresent(all::add),
                    () -> all.add(new PlanDifference(Kind.ADDED, "task \"" + task.title() + "\" of " + task.agent(),
                            task.place(), List.of())));
        }
        before.stream().filter(old -> old.runs() && !pairs.has(old))
                .forEach(old -> all.add(TASKS.of(Kind.REMOVED, old, List.of())));
        return all;
    }

    /**
     * Which task of the later reading is which of the earlier one: the one of the same agent and title, whatever its number
     * has become; of those that are left the one with the same id.
     */
    private record Pairs(List<Pair> all) {
        private record Pair(TaskSpec before, TaskSpec now) {}

        static Pairs of(List<TaskSpec> before, List<TaskSpec> now) {
            var pairs = new Pairs(new ArrayList<>());
            now.forEach(task -> before.stream().filter(old -> !pairs.has(old) && old.agent().equals(task.agent())
                    && old.title().equals(task.title())).findFirst().ifPresent(old -> pairs.add(old, task)));
            now.stream().filter(task -> pairs.before(task).isEmpty())
                    .forEach(task -> before.stream().filter(old -> !pairs.has(old) && old.id().equals(task.id()))
                            .findFirst().ifPresent(old -> pairs.add(old, task)));
            return pairs;
        }

        private void add(TaskSpec before, TaskSpec now) {
            all.add(new Pair(before, now));
        }

        boolean has(TaskSpec before) {
            return all.stream().anyMatch(pair -> pair.before().id().equals(before.id()));
        }

        Optional<TaskSpec> before(TaskSpec now) {
            return all.stream().filter(pair -> pair.now().id().equals(now.id())).map(Pair::before).findFirst();
        }

        /** With itself and its needs under the ids they had: numbers move where a task is put before others. */
        TaskSpec inOldWords(TaskSpec task) {
            var draft = TaskDraft.from(task);
            draft.id = oldId(task.id());
            draft.dependsOn.replaceAll(this::oldId);
            return draft.toTask();
        }

        PlannedDecision inOldWords(PlannedDecision decision) {
            return new PlannedDecision(decision.id(), decision.title(), decision.question(), decision.options(),
                    decision.recommendation(), decision.gates().stream().map(this::oldId).toList(), decision.place());
        }

        private String oldId(String id) {
            return all.stream().filter(pair -> pair.now().id().equals(id)).map(pair -> pair.before().id()).findFirst()
                    .orElse("new " + id);
        }
    }
}
