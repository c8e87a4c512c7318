package baton.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mutable workbench for one {@link TaskSpec}; the task does not share its lists. */
public final class TaskDraft {
    public String id;
    public String title;
    public String agent;
    public String phase = "";
    public String track = "";
    public String sprint = "";
    public String priority = "";
    public String deadline = "";
    public Optional<TaskSpec.Minutes> timeBox = Optional.empty();
    public final List<String> dependsOn = new ArrayList<>();
    public final List<String> inputs = new ArrayList<>();
    public final List<String> deliverables = new ArrayList<>();
    public final List<String> acceptance = new ArrayList<>();
    public final List<String> outputs = new ArrayList<>();
    public final List<String> integrationPoints = new ArrayList<>();
    public final List<String> contract = new ArrayList<>();
    public final List<String> tools = new ArrayList<>();
    public final List<String> returns = new ArrayList<>();
    public String start = "";
    public String estimate = "";
    public boolean runs = true;
    public final List<String> sameAs = new ArrayList<>();
    public TaskSpec.Kind kind = TaskSpec.Kind.TASK;
    public Place place = Place.NOWHERE;

    public TaskDraft(String id, String title, String agent) {
        this.id = id;
        this.title = title;
        this.agent = agent;
    }

    /** A draft that starts from what a task already says. */
    public static TaskDraft from(TaskSpec task) {
        var draft = new TaskDraft(task.id(), task.title(), task.agent());
        draft.phase = task.phase();
        draft.track = task.track();
        draft.sprint = task.sprint();
        draft.priority = task.priority();
        draft.deadline = task.deadline();
        draft.timeBox = task.timeBox();
        draft.dependsOn.addAll(task.dependsOn());
        draft.inputs.addAll(task.inputs());
        draft.deliverables.addAll(task.deliverables());
        draft.acceptance.addAll(task.acceptance());
        draft.outputs.addAll(task.outputs());
        draft.integrationPoints.addAll(task.integrationPoints());
        draft.contract.addAll(task.contract());
        draft.tools.addAll(task.tools());
        draft.returns.addAll(task.returns());
        draft.start = task.start();
        draft.estimate = task.estimate();
        draft.runs = task.runs();
        draft.sameAs.addAll(task.sameAs());
        draft.kind = task.kind();
        draft.place = task.place();
        return draft;
    }

    /** The task as it stands; later changes to this draft do not reach it. */
    public TaskSpec toTask() {
        return new TaskSpec(id, title, agent, phase, track, sprint, priority, deadline, timeBox, dependsOn, inputs,
                deliverables, acceptance, outputs, integrationPoints, contract, tools, returns, start, estimate, runs,
                sameAs, kind, place);
    }
}
