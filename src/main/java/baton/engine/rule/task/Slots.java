package baton.engine.rule.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState.Closing;
import baton.engine.Origins;
import baton.engine.ReadyTasks;
import baton.engine.SessionState;
import baton.engine.TaskState;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.PeopleEvent.MessageDelivered;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.rule.conversation.Digests;
import baton.engine.rule.conversation.Relevance;
import baton.engine.rule.conversation.RequestParts;
import baton.engine.rule.turn.Providers;
import org.pcollections.TreePSet;

/** Who gets a slot: first attempts that come back from waiting, then ready tasks by their key. */
public final class Slots {
    /** The newest so many urgent findings reach an agent that begins; older ones stay in the record. */
    private static final int FINDINGS_MAX = 20;

    private Slots() {}

    /** Gives one slot away; false where none is free or nobody wants one. */
    public static boolean fill(Working working) {
        var work = working.state().work();
        var course = working.state().course();
        if (work.slotsUsed() >= working.state().setup().settings().limits().agentsMax()
                || !course.exhausted().isEmpty()) {
            return false;
        }
        if (!course.pauses().everybody().isEmpty()) {
            return false;
        }
        var back = work.returning().stream().filter(id -> mayGoOn(working, id)).findFirst();
        if (back.isPresent()) {
            goOn(working, back.get());
            return true;
        }
        var next = next(working);
        next.ifPresent(task -> start(working, task));
        return next.isPresent();
    }

    /** The best task of an agent that is free, not paused, and has a model that can be asked. */
    private static Optional<TaskState> next(Working working) {
        var state = working.state();
        if (!Providers.someCanBeAsked(state)) {
            return Optional.empty();
        }
        for (var first : state.work().ready().next()) {
            if (Providers.canAsk(state, first.agent())) {
                var best = startable(state, first);
                if (best.isPresent()) {
                    return best;
                }
            }
        }
        return Optional.empty();
    }

    /** The agent's first task, or where that one is held back the first behind it that is not. */
    private static Optional<TaskState> startable(SessionState state, ReadyTasks.Key first) {
        var queue = state.work().ready().queues().getOrDefault(first.agent(), TreePSet.singleton(first));
        return queue.stream().filter(key -> Pausing.reason(state, key.task(), key.agent()).isEmpty()).findFirst()
                .flatMap(key -> state.work().task(key.task()));
    }

    /** A pause holds it back, and so do another task of its agent and a provider that is out. */
    private static boolean mayGoOn(Working working, String id) {
        var attempt = working.state().work().attempt(id).orElseThrow();
        var state = working.state();
        return Pausing.reason(state, attempt.task(), attempt.agent()).isEmpty()
                && state.work().ready().isFree(attempt.agent(), state.setup())
                && Providers.canAsk(state, attempt.agent());
    }

    private static void goOn(Working working, String id) {
        var attempt = working.state().work().attempt(id).orElseThrow();
        boolean closing = attempt.closing() != Closing.NO;
        long soft = closing || attempt.boxLeftMs() == 0 ? 0 : working.elapsedMs() + attempt.boxLeftMs();
        working.causedBy(0);
        working.causedBy(working.record(attempt.subject(), new AttemptContinued(soft)));
        if (closing) {
            Boxes.startGrace(working, attempt);
        }
    }

    private static void start(Working working, TaskState task) {
        var state = working.state();
        var agent = state.agentFor(task);
        var subject = new Subject(agent, task.id(), task.attempts() + 1);
        Phases.start(working, task.spec().phase());
        working.causedBy(task.readySince());
        working.record(new Subject(agent, task.id(), 0), new TaskStarted());
        long box = boxMs(working, task);
        var model = state.setup().settings().models().modelsFor(agent).getFirst();
        working.causedBy(
                working.record(subject, new AttemptStarted(model.toString(), box == 0 ? 0 : working.elapsedMs() + box,
                        task.continues(), concerns(working, task, agent))));
        for (var handoff : task.handoffs()) {
            var known = state.shared().handoffs().get(handoff);
            if (known != null && !known.accepted()) {
                working.record(subject, new HandoffAccepted(handoff));
            }
        }
        working.record(subject, new MessageDelivered(Origins.BEGIN, RequestParts.begin(working.state(), task.id())));
        if (!task.children().isEmpty()) {
            working.record(subject,
                    new MessageDelivered(Origins.NEWS, Digests.standing(working.state(), task.id())));
        }
    }

    private static long boxMs(Working working, TaskState task) {
        var own = task.spec().timeBox();
        return own.isPresent() ? own.get().millis() : working.state().setup().settings().limits().timeBoxMs();
    }

    /** Ids of what the agent is told at the start: handoffs to it, what people settled, urgent findings and those that concern it. */
    private static List<String> concerns(Working working, TaskState task, String agent) {
        var concerns = new ArrayList<String>(task.handoffs());
        var people = working.state().people();
        for (var subject : List.of("", task.id())) {
            people.concerning(subject).stream().map(id -> people.items().get(id))
                    .filter(item -> item != null && item.isAnswered()).forEach(item -> concerns.add(item.id()));
        }
        var urgent = working.state().shared().urgent();
        urgent.subList(Math.max(0, urgent.size() - FINDINGS_MAX), urgent.size())
                .forEach(finding -> concerns.add(finding.id()));
        concerns.addAll(Relevance.findingsFor(working.state(), task.spec(), agent));
        return concerns;
    }
}
