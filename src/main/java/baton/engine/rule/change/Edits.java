package baton.engine.rule.change;

import java.util.List;
import java.util.Optional;

import baton.plan.PlanChange.EditTask;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** New values for one field of a task. */
final class Edits {
    private static final int MINUTES_MAX = 7 * 24 * 60;

    private Edits() {}

    /** The task as edited; as it was where the values do not fit. */
    record Edited(TaskSpec task, Optional<Problem> problem) {}

    static Edited apply(TaskSpec task, EditTask edit) {
        var draft = TaskDraft.from(task);
        var text = String.join(" ", edit.values()).strip();
        var problem = Optional.<Problem>empty();
        switch (edit.field()) {
            case TITLE -> {
                draft.title = ChangeDraft.oneLine(text);
                problem = text.isEmpty()
                        ? Optional.of(ChangeDraft.error("no-title", task.id() + " must keep a title", ""))
                        : problem;
            }
            case NEEDS -> replace(draft.dependsOn, edit.values());
            case INPUTS -> replace(draft.inputs, edit.values());
            case DELIVERABLES -> replace(draft.deliverables, edit.values());
            case CRITERIA -> replace(draft.acceptance, edit.values());
            case OUTPUTS -> {
                replace(draft.outputs, edit.values());
                problem = edit.values().stream().filter(PlanLint::leadsOut).findFirst()
                        .map(path -> ChangeDraft.error("output-outside", path + " leads out of the workspace",
                                "Name a path within it."));
            }
            case TIME_BOX -> problem = timeBox(draft, text);
            case DEADLINE -> draft.deadline = text;
        }
        return problem.isPresent() ? new Edited(task, problem) : new Edited(draft.toTask(), problem);
    }

    private static Optional<Problem> timeBox(TaskDraft draft, String text) {
        if (text.isEmpty()) {
            draft.timeBox = Optional.empty();
            return Optional.empty();
        }
        int minutes = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > MINUTES_MAX) {
            return Optional.of(ChangeDraft.error("time-box", "\"" + text + "\" is no number of minutes from 1 to "
                    + MINUTES_MAX, "Say it in minutes, such as 15."));
        }
        draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes));
        return Optional.empty();
    }

    private static void replace(List<String> list, List<String> values) {
        list.clear();
        list.addAll(values);
    }
}
