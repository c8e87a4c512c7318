package baton.engine.rule.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.engine.Origins;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.engine.TaskState.Status;
import baton.engine.rule.task.Assignment;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.PlanChange;
import baton.plan.PlanDraft;
import baton.plan.PlanGraph;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.plan.TaskWish;

/** The work as it would be after a change, and what is wrong with that. Lives within one proposal. */
final class ChangeDraft {
    /** So many tasks may be delegated on behalf of one task. */
    static final int DELEGATED_MAX = 40;
    private static final int PARTS_MAX = 20;
    private static final int TITLE_CHARS_MAX = 300;

    private final SessionState state;
    private final String parent;
    private final Map<String, TaskSpec> open = new LinkedHashMap<>();
    private final List<NewTask> added = new ArrayList<>();
    private final Map<String, TaskSpec> edited = new LinkedHashMap<>();
    private final List<Split> splits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int number;

    /** A task that joins the work. */
    record NewTask(TaskSpec spec, String brief, String parent) {}

    /** A task and what stands in its place. */
    record Split(String task, List<String> into) {}

    ChangeDraft(SessionState state, String parent) {
        this.state = state;
        this.parent = parent;
        this.number = state.course().next("T");
        for (var id : state.work().order()) {
            state.work().task(id).filter(task -> !task.status().isEnd()).ifPresent(task -> open.put(id, task.spec()));
        }
    }

    void take(PlanChange change) {
        switch (change) {
            case PlanChange.AddTask add -> add(add.wish(), "", parent);
            case PlanChange.SplitTask split -> split(split);
            case PlanChange.EditTask edit -> edit(edit);
        }
    }

    List<NewTask> added() {
        return List.copyOf(added);
    }

    List<TaskSpec> edited() {
        return List.copyOf(edited.values());
    }

    List<Split> splits() {
        return List.copyOf(splits);
    }

    /** Every error, those of the whole last. */
    List<Problem> problems() {
        var all = new ArrayList<>(problems);
        if (all.isEmpty() && added.isEmpty() && edited.isEmpty() && splits.isEmpty()) {
            all.add(error("nothing", "nothing is changed", "Say what is to be added, split or edited."));
        }
        var graph = new PlanDraft("", "");
        graph.tasks.addAll(open.values());
        var cycle = PlanGraph.of(graph.toPlan()).cycle();
        if (!cycle.isEmpty()) {
            all.add(error("cycle", "these tasks would wait for each other: " + String.join(" → ", cycle),
                    "Leave one of these needs out."));
        }
        return all;
    }

    private Optional<String> add(TaskWish wish, String phase, String onBehalf) {
        int before = problems.size();
        var title = oneLine(wish.title());
        var agent = agent(wish.agent());
        if (title.isEmpty()) {
            problems.add(error("no-title", "the task has no title", "Say in one line what is to be done."));
        }
        wish.dependsOn().forEach(need -> checkNeed(need, title));
        wish.outputs().stream().filter(PlanLint::leadsOut).forEach(path -> problems.add(error("output-outside",
                path + " leads out of the workspace", "Name a path within it.")));
        twice(title, agent, onBehalf);
        if (!onBehalf.isEmpty() && delegated(onBehalf) >= DELEGATED_MAX) {
            problems.add(error("too-many-tasks", "no more than " + DELEGATED_MAX + " tasks are delegated for "
                    + onBehalf, "Finish with what is there."));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        var id = freeId();
        var spec = spec(wish, id, title, agent, phase);
        open.put(id, spec);
        added.add(new NewTask(spec, wish.brief(), onBehalf));
        return Optional.of(id);
    }

    private String agent(String called) {
        if (called.isBlank()) {
            return state.setup().orchestrator();
        }
        var found = Assignment.find(state, called.strip());
        if (found.isEmpty()) {
            problems.add(error("unknown-agent", Assignment.nobody(state, called.strip()), "Name one of them."));
        }
        return found.orElse(called);
    }

    private void checkNeed(String need, String title) {
        if (state.work().task(need).map(task -> task.status() != Status.SPLIT).orElse(open.containsKey(need))
                || state.people().items().containsKey(need) || need.startsWith(Origins.PHASE_GATE)) {
            return;
        }
        var ids = new ArrayList<>(state.work().tasks().keySet());
        problems.add(error("unknown-need", "\"" + title + "\" needs " + need + ", which is no task and no decision",
                NearMiss.of(need, ids).map(near -> "Did you mean " + near + "?").orElse("Name an id, such as T-1.")));
    }

    /** The same job twice for one agent is a slip of the one who asks. */
    private void twice(String title, String agent, String onBehalf) {
        open.values().stream().filter(task -> task.agent().equals(agent) && task.title().equalsIgnoreCase(title))
                .filter(task -> onBehalf.isEmpty() || !task.id().equals(onBehalf)).findFirst()
                .ifPresent(same -> problems.add(error("task-twice",
                        agent + " has that task already: " + same.id() + " \"" + same.title() + "\"",
                        "Wait for it, or give the new one another title.")));
    }

    private long delegated(String onBehalf) {
        return state.work().task(onBehalf).map(task -> task.children().size()).orElse(0)
                + added.stream().filter(task -> task.parent().equals(onBehalf)).count();
    }

    private String freeId() {
        var id = "T-" + number++;
        while (state.work().tasks().containsKey(id) || open.containsKey(id) || isPlanned(id)) {
            id = "T-" + number++;
        }
        return id;
    }

    private boolean isPlanned(String id) {
        return state.setup().plan().task(id).isPresent();
    }

    private static TaskSpec spec(TaskWish wish, String id, String title, String agent, String phase) {
        var draft = new TaskDraft(id, title, agent);
        draft.phase = phase;
        draft.priority = wish.priority();
        draft.timeBox = wish.timeBoxMinutes() > 0
                ? Optional.of(new TaskSpec.Minutes(wish.timeBoxMinutes()))
                : Optional.empty();
        draft.dependsOn.addAll(wish.dependsOn());
        draft.inputs.addAll(wish.inputs());
        draft.deliverables.addAll(wish.deliverables());
        draft.acceptance.addAll(wish.acceptance());
        draft.outputs.addAll(wish.outputs());
        draft.integrationPoints.addAll(wish.integrationPoints());
        draft.contract.addAll(wish.contract());
        draft.returns.addAll(wish.returns());
        draft.kind = TaskSpec.Kind.ASSIGNMENT;
        return draft.toTask();
    }

    private void split(PlanChange.SplitTask split) {
        var whole = task(split.task());
        if (whole.isEmpty()) {
            return;
        }
        if (split.parts().size() < 2 || split.parts().size() > PARTS_MAX) {
            problems.add(error("parts", split.task() + " can be split into 2 to " + PARTS_MAX + " parts, not "
                    + split.parts().size(), "Name each part."));
            return;
        }
        var spec = whole.get().spec();
        open.remove(split.task());
        var into = new ArrayList<String>();
        var parts = Parts.of(spec, split.parts());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            boolean collects = i == parts.size() - 1 && Parts.keepsTheRest(spec, split.parts());
            var needs = new ArrayList<>(part.dependsOn());
            if (collects) {
                needs.addAll(into);
            }
            add(part.with(needs, part.outputs(), part.acceptance()), spec.phase(), whole.get().origin().parent())
                    .ifPresent(into::add);
        }
        splits.add(new Split(split.task(), List.copyOf(into)));
        rewire(split.task(), into);
    }

    private void rewire(String whole, List<String> into) {
        open.replaceAll((id, task) -> {
            int at = task.dependsOn().indexOf(whole);
            if (at < 0) {
                return task;
            }
            var draft = TaskDraft.from(task);
            draft.dependsOn.remove(at);
            draft.dependsOn.addAll(at, into);
            return draft.toTask();
        });
    }

    private void edit(PlanChange.EditTask edit) {
        var task = task(edit.task());
        if (task.isEmpty()) {
            return;
        }
        if (edit.field() == PlanChange.Field.NEEDS) {
            if (!task.get().status().equals(Status.PENDING) && !task.get().status().equals(Status.READY)) {
                problems.add(error("under-way", edit.task() + " is under way, so what it needs cannot change",
                        "Stop or split it first."));
                return;
            }
            edit.values().forEach(need -> checkNeed(need, edit.task()));
        }
        boolean beingChecked = state.work().attempt(edit.task() + "/" + task.get().attempts())
                .map(attempt -> !attempt.gate().isEmpty()).orElse(false);
        if (beingChecked) {
            problems.add(error("being-checked", edit.task() + " is being checked right now",
                    "Try again when the check is over."));
            return;
        }
        var before = open.getOrDefault(edit.task(), task.get().spec());
        var changed = Edits.apply(before, edit);
        changed.problem().ifPresent(problems::add);
        open.put(edit.task(), changed.task());
        edited.put(edit.task(), changed.task());
    }

    private Optional<TaskState> task(String id) {
        var task = state.work().task(id).filter(known -> !known.status().isEnd());
        if (task.isEmpty()) {
            problems.add(error("unknown-task", "there is no open task " + id,
                    NearMiss.of(id, open.keySet()).map(near -> "Did you mean " + near + "?").orElse("")));
        } else if (!open.containsKey(id)) {
            problems.add(error("split-already", id + " is split by the same change", "Edit its parts instead."));
            return Optional.empty();
        }
        return task;
    }

    static String oneLine(String text) {
        var line = text.lines().map(String::strip).filter(part -> !part.isEmpty()).findFirst().orElse("");
        return line.length() <= TITLE_CHARS_MAX ? line : line.substring(0, end(line)) + "…";
    }

    private static int end(String line) {
        return Character.isHighSurrogate(line.charAt(TITLE_CHARS_MAX - 1)) ? TITLE_CHARS_MAX - 1 : TITLE_CHARS_MAX;
    }

    static Problem error(String code, String message, String hint) {
        return Problem.error(code, Place.NOWHERE, message, hint);
    }
}
