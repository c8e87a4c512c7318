package baton.reading.found;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Field;
import baton.reading.language.Label;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.TimeBoxes;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/** Puts one labelled line into the task that it is about. */
public final class TaskLabels {

    private TaskLabels() {}

    public static void put(Field field, TaskDraft task, List<String> needs) {
        List<String> texts = field.texts().stream().filter(text -> !AgentFields.isNothing(text)).toList();
        switch (field.label().orElse(Label.TASK)) {
            case OUTPUT -> output(field, task);
            case DELIVERABLES, ARTIFACTS -> task.deliverables.addAll(texts);
            case CRITERIA -> task.acceptance.addAll(AgentFields.criteria(field));
            case INPUTS -> field.rawTexts().stream().flatMap(raw -> Paths.in(raw).stream()).forEach(task.inputs::add);
            case DEPENDS -> field.rawTexts().stream().filter(raw -> !AgentFields.isNothing(Words.plain(raw)))
                    .forEach(raw -> needs.addAll(AgentFields.parts(Words.plain(raw))));
            case PRIORITY -> task.priority = String.join("; ", texts);
            case DEADLINE -> task.deadline = String.join("; ", texts);
            case PHASE -> Period.named(String.join(" ", texts)).ifPresent(name -> task.phase = Words.slug(name));
            case SPRINT -> task.sprint = String.join("; ", texts);
            case ESTIMATE -> task.estimate = String.join("; ", texts);
            case INTEGRATION -> task.integrationPoints.addAll(texts);
            case CONTRACT -> task.contract.addAll(texts);
            case RETURNS -> task.returns.addAll(texts);
            case TOOLS -> texts.stream().flatMap(text -> WordLists.split(text).stream()).forEach(task.tools::add);
            case TIME_BOX -> texts.stream().map(TimeBoxes::stated).filter(OptionalInt::isPresent).findFirst()
                    .ifPresent(minutes -> task.timeBox = Optional.of(new TaskSpec.Minutes(minutes.getAsInt())));
            case TASK_ID -> task.id = String.join("", texts);
            case TASK, TASKS, FOCUS, ROLE, RESPONSIBILITIES, OWNS, AGENT, OPTION, RECOMMENDATION, QUESTION, PROBLEM,
                    SOLUTION ->
                {
                }
        }
    }

    private static void output(Field field, TaskDraft task) {
        for (String raw : field.rawTexts()) {
            List<String> paths = Paths.in(raw);
            Stream.of(paths.isEmpty() ? List.of(Words.plain(raw)) : List.<String>of()).flatMap(List::stream)
                    .forEach(task.deliverables::add);
            paths.stream().filter(path -> !task.outputs.contains(path)).forEach(task.outputs::add);
        }
    }
}
