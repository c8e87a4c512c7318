package baton.engine.rule.task;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Origins;
import baton.engine.People.Item;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.rule.conversation.RequestParts;

/** Who gets a slot: first attempts that come back from waiting, then ready tasks by their key. */
public final class Slots {
    private Slots() {}

    /** Gives one slot away; false where none is free or nobody wants one. */
    public static boolean fill(Working working) {
        var work = working.state().work();
        var course = working.state().course();
        if (work.slotsUsed() >= working.state().setup().settings().limits().agentsMax()
                || !course.exhausted().isEmpty()) {
            return false;
        }
        if (!work.returning().isEmpty()) {
            goOn(working, work.returning().getFirst());
            return true;
        }
        if (work.ready().isEmpty() || !course.providerTrouble().isEmpty()) {
            return false;
        }
        start(working, work.task(work.ready().first().task()).orElseThrow());
        return true;
    }

    private static void goOn(Working working, String id) {
        var attempt = working.state().work().attempt(id).orElseThrow();
        long soft = attempt.boxLeftMs() == 0 ? 0 : working.elapsedMs() + attempt.boxLeftMs();
        working.causedBy(0);
        working.record(attempt.subject(), new AttemptContinued(soft));
    }

    private static void start(Working working, TaskState task) {
        var state = working.state();
        var agent = task.spec().agent().isEmpty() ? Origins.RULE : task.spec().agent();
        var subject = new Subject(agent, task.id(), task.attempts() + 1);
        Phases.start(working, task.spec().phase());
        working.causedBy(task.readySince());
        working.record(new Subject(agent, task.id(), 0), new TaskStarted());
        long box = boxMs(working, task);
        var model = state.setup().settings().models().modelsFor(agent).getFirst();
        working.causedBy(
                working.record(subject, new AttemptStarted(model.toString(), box == 0 ? 0 : working.elapsedMs() + box,
                        task.continues(), concerns(working, task))));
        for (var handoff : task.handoffs()) {
            var known = state.shared().handoffs().get(handoff);
            if (known != null && !known.accepted()) {
                working.record(subject, new HandoffAccepted(handoff));
            }
        }
        working.record(subject, new MessageDelivered(Origins.BEGIN, RequestParts.begin(working.state(), task.id())));
    }

    private static long boxMs(Working working, TaskState task) {
        var own = task.spec().timeBox();
        return own.isPresent() ? own.get().millis() : working.state().setup().settings().limits().timeBoxMs();
    }

    /** Ids of what the agent is told at the start: handoffs to it, what people settled, and urgent findings. */
    private static List<String> concerns(Working working, TaskState task) {
        var concerns = new ArrayList<String>(task.handoffs());
        for (var item : working.state().people().items().values()) {
            boolean general = item.call().isEmpty() && item.gates().isEmpty() && item.kind() != Item.Kind.APPROVAL;
            if (!item.isOpen() && (general || item.gates().contains(task.id()))) {
                concerns.add(item.id());
            }
        }
        working.state().shared().findings().stream().filter(finding -> finding.urgent())
                .forEach(finding -> concerns.add(finding.id()));
        return concerns;
    }
}
