package baton.engine.rule.change;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command.ChangePlan;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeProposed;
import baton.engine.fact.ChangeEvent.ChangeRejected;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.rule.change.ChangeDraft.NewTask;
import baton.engine.rule.people.Refusals;
import baton.engine.rule.task.Handoffs;
import baton.engine.rule.task.Readiness;
import baton.engine.rule.task.Reassigning;
import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.plan.TaskSpec;

/** Takes edits of the work together or not at all: proposed, linted, then accepted with all they bring, or rejected with every error. */
public final class Changes {
    private Changes() {}

    /** What became of a proposal: the ids of new tasks, or the errors. */
    public record Outcome(List<String> added, List<Problem> problems) {
        public Outcome {
            added = List.copyOf(added);
            problems = List.copyOf(problems);
        }

        public boolean isAccepted() {
            return problems.isEmpty();
        }
    }

    public static void propose(Working working, ChangePlan command) {
        propose(working, command.operations(), Refusals.named(command.by()), "");
    }

    /** {@code parent} is the task on whose behalf an agent changes the work; empty for people. */
    public static Outcome propose(Working working, List<PlanChange> operations, String by, String parent) {
        var id = working.nextId("C");
        working.causedBy(working.record(Subject.SESSION, new ChangeProposed(id, operations, by)));
        var draft = new ChangeDraft(working.state(), parent);
        operations.forEach(draft::take);
        var problems = draft.problems();
        if (!problems.isEmpty()) {
            working.record(Subject.SESSION, new ChangeRejected(id, problems, by));
            return new Outcome(List.of(), problems);
        }
        working.causedBy(working.record(Subject.SESSION, new ChangeAccepted(id, draft.edited(), by)));
        draft.edited().forEach(spec -> tell(working, spec, by));
        var notes = new ArrayList<Left>();
        for (var split : draft.splits()) {
            split(working, split, by, notes);
        }
        draft.added().forEach(task -> add(working, task, by));
        notes.forEach(left -> left.passOn(working));
        draft.added().forEach(task -> Readiness.readyIfFree(working, task.spec().id()));
        draft.edited().forEach(spec -> Readiness.readyIfFree(working, spec.id()));
        return new Outcome(draft.added().stream().map(task -> task.spec().id()).toList(), List.of());
    }

    /** What the attempt of a split task left for the parts. */
    private record Left(String from, HandoffNote note, List<String> parts) {
        void passOn(Working working) {
            for (var part : parts) {
                var agent = working.state().work().task(part).orElseThrow().spec().agent();
                working.record(new Subject(from, part, 0),
                        new HandoffCreated(working.nextId("H"), from, agent, note, true));
            }
        }
    }

    private static void split(Working working, ChangeDraft.Split split, String by, List<Left> notes) {
        var task = working.state().work().task(split.task()).orElseThrow();
        var agent = working.state().work().attempt(task.id() + "/" + task.attempts())
                .map(attempt -> attempt.agent()).orElse("");
        Reassigning.giveWay(working, task, "split into " + String.join(", ", split.into()))
                .ifPresent(note -> notes.add(new Left(agent, note, split.into())));
        working.record(new Subject("", split.task(), 0), new TaskSplit(split.into(), by));
    }

    private static void add(Working working, NewTask task, String by) {
        var subject = new Subject("", task.spec().id(), 0);
        working.record(subject, new TaskAdded(task.spec(), by, task.brief(), task.parent()));
        for (var need : task.spec().dependsOn()) {
            var known = working.state().work().task(need);
            if (known.isPresent() && known.get().status() == TaskState.Status.ACCEPTED) {
                handOver(working, known.get(), task.spec());
            } else if (known.isPresent() && known.get().status().isEnd()) {
                working.record(subject, new TaskWaiting("needs " + need + ", which "
                        + (known.get().status() == TaskState.Status.FAILED ? "failed" : "was cancelled")));
            }
        }
    }

    /** What a task needs may have been accepted long before anybody thought of it. */
    private static void handOver(Working working, TaskState done, TaskSpec task) {
        var from = done.spec().agent();
        working.record(new Subject(from, task.id(), 0), new HandoffCreated(working.nextId("H"), from, task.agent(),
                Handoffs.ofDone(working.state(), done), true));
    }

    /** Whoever works at it hears of it at the next turn. */
    private static void tell(Working working, TaskSpec spec, String by) {
        var task = working.state().work().task(spec.id()).orElseThrow();
        if (working.state().work().attempt(task.id() + "/" + task.attempts()).isPresent()) {
            working.record(new Subject("", "", 0), new MessageSaid("", spec.id(),
                    "Your task reads differently from now on; look at its part of the request again.", by));
        }
    }
}
