package baton.engine.rule.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.engine.Command.Open;
import baton.engine.Origins;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SessionEvent.LintFound;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.rule.gate.PhaseGates;
import baton.engine.rule.people.DecisionReviews;
import baton.engine.rule.people.Inbox;
import baton.engine.rule.task.Readiness;
import baton.plan.Needs;
import baton.plan.Plan;
import baton.plan.PlanOrder;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;

/** The first input: settings, plan, tasks and everything that is open for people from the start. */
public final class Opening {
    private Opening() {}

    public static void open(Working working, Open open) {
        var plan = open.plan();
        working.causedBy(working.record(Subject.SESSION,
                new SessionStarted(SessionEvent.RULES, open.settings(), open.promptTexts(), open.tools())));
        working.causedBy(working.record(Subject.SESSION,
                new PlanLoaded(plan, open.castings(), open.context(), open.templates())));
        open.problems().forEach(problem -> working.record(Subject.SESSION, new LintFound(problem)));
        Toolkits.record(working);
        var needs = Needs.of(plan);
        PhaseGates.addBarriers(plan, needs);
        var known = new LinkedHashMap<String, TaskSpec>();
        plan.tasks().forEach(task -> known.put(task.id(), task));
        var elsewhere = new LinkedHashMap<String, List<String>>();
        for (var task : plan.tasks()) {
            if (task.runs()) {
                add(working, task, needs.getOrDefault(task.id(), new LinkedHashSet<>()), known, elsewhere);
            }
        }
        openForPeople(working, plan, elsewhere);
        Toolkits.blockTasks(working);
        elsewhere.forEach((need, tasks) -> raise(working, need, Optional.ofNullable(known.get(need)), tasks));
        PlanOrder.of(plan).forEach(task -> Readiness.readyIfFree(working, task));
    }

    /** Adds a task; what it needs and no task of the run gives is collected in {@code elsewhere}. */
    private static void add(Working working, TaskSpec task, Set<String> needs, Map<String, TaskSpec> known,
            Map<String, List<String>> elsewhere) {
        var draft = TaskDraft.from(task);
        draft.dependsOn.clear();
        for (var need : needs) {
            var giver = known.get(need);
            if (need.startsWith(Origins.PHASE_GATE) || (giver != null && giver.runs())) {
                draft.dependsOn.add(need);
            } else {
                elsewhere.computeIfAbsent(need, ignored -> new ArrayList<>()).add(task.id());
            }
        }
        working.record(new Subject("", task.id(), 0), new TaskAdded(draft.toTask(), Origins.PLAN));
    }

    private static void raise(Working working, String need, Optional<TaskSpec> known, List<String> tasks) {
        var id = working.nextId("B");
        var who = String.join(", ", tasks) + (tasks.size() == 1 ? " needs " : " need ") + need;
        working.record(Subject.SESSION, known.map(task -> new BlockerRaised(id, "P2", "person",
                who + " (" + task.title() + "), which is no agent's work", "say when and how it was done", Origins.RULE,
                tasks, "")).orElseGet(() -> new BlockerRaised(id, "P2", "dependency",
                        who + ", which the plan does not define",
                        "say how " + need + " was settled, or that it is not needed", Origins.RULE, tasks, "")));
        Inbox.settleInAdvance(working, id);
    }

    /** Opens the plan's decisions and questions; a task that names a decision among its needs waits for it. */
    private static void openForPeople(Working working, Plan plan, Map<String, List<String>> elsewhere) {
        for (var decision : plan.decisions()) {
            var options = decision.options().stream().map(option -> option.key() + ": " + option.text()).toList();
            var needing = elsewhere.remove(decision.id());
            var gates = new LinkedHashSet<>(decision.gates());
            gates.addAll(needing == null ? List.of() : needing);
            working.record(Subject.SESSION,
                    new DecisionOpened(decision.id(), decision.title(), decision.question(), options,
                            decision.recommendation(), "", List.copyOf(gates), ""));
            DecisionReviews.ask(working, decision.id(), List.of());
            Inbox.settleInAdvance(working, decision.id());
        }
        for (var question : plan.questions()) {
            working.record(Subject.SESSION,
                    new QuestionAsked(question.id(), question.text(), List.of(), "", question.group(), ""));
            Inbox.settleInAdvance(working, question.id());
        }
    }
}
