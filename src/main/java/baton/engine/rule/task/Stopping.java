package baton.engine.rule.task;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.AttemptState.Phase;
import baton.engine.Command.CancelTask;
import baton.engine.Command.StopAttempt;
import baton.engine.Origins;
import baton.engine.People.Item;
import baton.engine.Working;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.Hold;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.PeopleEvent.Withdrawn;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.rule.people.Refusals;

/** Breaking off an attempt: what runs is cancelled, everything is kept, and the inbox asks what next. */
public final class Stopping {
    private static final String GO_ON = "Go on where it stopped";
    private static final String AFRESH = "Begin a new attempt with a handoff";
    private static final String CANCEL = "Cancel the task";
    private static final List<String> WAYS = List.of(GO_ON, AFRESH, CANCEL);

    private Stopping() {}

    public static void stop(Working working, StopAttempt command) {
        var task = working.state().work().task(command.task());
        var attempt = task
                .flatMap(known -> working.state().work().attempt(known.id() + "/" + known.attempts()));
        if (task.isEmpty() || attempt.isEmpty()) {
            Refusals.refuse(working, "stop " + command.task(), "nobody works at it");
            return;
        }
        if (open(working, command.task()).isPresent()) {
            Refusals.refuse(working, "stop " + command.task(), "it is stopped already");
            return;
        }
        var by = Refusals.named(command.by());
        var known = attempt.get();
        working.causedBy(working.record(new Subject("", known.task(), 0), new TaskPaused(by)));
        InFlight.cancel(working, known.id(), "stopped by " + by);
        if (known.phase() == Phase.ACTIVE) {
            Progress.park(working, working.state().work().attempt(known.id()).orElseThrow(), "stopped by " + by,
                    Hold.PAUSE);
        }
        working.record(new Subject("", known.task(), 0), new QuestionAsked(working.nextId("Q"),
                by + " stopped " + known.id() + " of " + known.agent() + ". What next? Other words go to the agent, "
                        + "which then goes on.",
                WAYS, "", Origins.STOPPED, ""));
    }

    /** A person said what next. */
    public static void answered(Working working, Item item, String words, String by) {
        var task = working.state().work().task(item.task());
        if (task.isEmpty() || task.get().status().isEnd()) {
            return;
        }
        if (words.equals(CANCEL)) {
            TaskCommands.cancel(working, new CancelTask(item.task(), "stopped, and not wanted any more", by));
            return;
        }
        var subject = new Subject("", item.task(), 0);
        if (!words.equals(GO_ON) && !words.equals(AFRESH)) {
            working.record(subject, new MessageSaid("", item.task(), words, by));
        }
        if (working.state().course().pauses().tasks().containsKey(item.task())) {
            working.record(subject, new TaskResumed(by));
        }
        if (words.equals(AFRESH)) {
            current(working, item.task()).ifPresent(
                    attempt -> AttemptEnds.end(working, attempt, End.HANDED_OFF, by + " wanted a new attempt"));
        }
    }

    /** Nobody needs the answer any more. */
    static void withdraw(Working working, String task, String why) {
        open(working, task).ifPresent(
                item -> working.record(new Subject("", task, 0), new Withdrawn(item.id(), why)));
    }

    private static java.util.Optional<Item> open(Working working, String task) {
        var people = working.state().people();
        return people.open().stream().map(id -> people.items().get(id)).filter(item -> item != null)
                .filter(item -> item.title().equals(Origins.STOPPED) && item.call().isEmpty()
                        && item.task().equals(task))
                .findFirst();
    }

    private static java.util.Optional<AttemptState> current(Working working, String task) {
        return working.state().work().task(task)
                .flatMap(known -> working.state().work().attempt(task + "/" + known.attempts()));
    }
}
