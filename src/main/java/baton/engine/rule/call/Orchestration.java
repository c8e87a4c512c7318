package baton.engine.rule.call;

import java.util.List;
import java.util.Optional;

import baton.engine.AttemptState;
import baton.engine.Command;
import baton.engine.OpenCall;
import baton.engine.People.Item;
import baton.engine.Working;
import baton.engine.fact.Action;
import baton.engine.fact.Event;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.rule.change.Changes;
import baton.engine.rule.change.Delegating;
import baton.engine.rule.people.PeopleCommands;
import baton.engine.rule.task.Reassigning;
import baton.engine.rule.task.TaskCommands;
import baton.plan.PlanChange;
import baton.plan.TaskWish;

/**
 * The orchestrator's calls. Each is carried out by the rules that carry out a person's command of the same name, and only on
 * what was delegated on behalf of the caller's own task.
 */
final class Orchestration {
    private Orchestration() {}

    /** True for calls that only an orchestrator may make. */
    static boolean isOne(Action action) {
        return switch (action) {
            case Action.Delegate ignored -> true;
            case Action.AddTask ignored -> true;
            case Action.Split ignored -> true;
            case Action.Reassign ignored -> true;
            case Action.Reprioritise ignored -> true;
            case Action.ResolveBlocker ignored -> true;
            case Action.Finish ignored -> true;
            case Action ignored -> false;
        };
    }

    static void delegate(Working working, AttemptState attempt, OpenCall call, Action.Delegate delegate) {
        if (delegate.template().isBlank()) {
            add(working, attempt, call, delegate.wish());
            return;
        }
        var filled = Delegating.fill(working, delegate.template(), delegate.wish().agent(), delegate.slots(),
                delegate.wish());
        filled.wish().ifPresentOrElse(wish -> {
            if (wish.agent().isBlank()) {
                fail(working, attempt, call, "say which agent does it; the template names none");
            } else {
                add(working, attempt, call, wish);
            }
        }, () -> fail(working, attempt, call, filled.problem()));
    }

    static void add(Working working, AttemptState attempt, OpenCall call, TaskWish wish) {
        var outcome = change(working, attempt, new PlanChange.AddTask(wish));
        if (outcome.isAccepted()) {
            var id = outcome.added().getFirst();
            var task = working.state().work().task(id).orElseThrow();
            done(working, attempt, call, id + " is given to " + task.spec().agent()
                    + (task.waitsFor().isEmpty() ? "." : " and waits for " + String.join(", ", task.waitsFor()) + "."));
        } else {
            fail(working, attempt, call, Delegating.words(outcome.problems()));
        }
    }

    static void split(Working working, AttemptState attempt, OpenCall call, Action.Split split) {
        if (!isOwn(working, attempt, split.task())) {
            fail(working, attempt, call, notOwn(split.task()));
            return;
        }
        var outcome = change(working, attempt, new PlanChange.SplitTask(split.task(), split.parts()));
        if (outcome.isAccepted()) {
            done(working, attempt, call, split.task() + " is split into " + String.join(", ", outcome.added()) + ".");
        } else {
            fail(working, attempt, call, Delegating.words(outcome.problems()));
        }
    }

    private static Changes.Outcome change(Working working, AttemptState attempt, PlanChange change) {
        return Changes.propose(working, List.of(change), attempt.agent(), attempt.task());
    }

    static void reassign(Working working, AttemptState attempt, OpenCall call, Action.Reassign reassign) {
        end(working, attempt, call, isOwn(working, attempt, reassign.task())
                ? Reassigning.reassign(working, reassign.task(), reassign.agent(), attempt.agent())
                : notOwn(reassign.task()), reassign.task() + " goes to " + reassign.agent() + ".");
    }

    static void reprioritise(Working working, AttemptState attempt, OpenCall call, Action.Reprioritise change) {
        end(working, attempt, call, isOwn(working, attempt, change.task())
                ? TaskCommands.reprioritise(working, change.task(), change.priority(), attempt.agent())
                : notOwn(change.task()), change.task() + " now has priority " + change.priority() + ".");
    }

    /** What a person must give (an approval, an answer) stays the person's. */
    static void resolve(Working working, AttemptState attempt, OpenCall call, Action.ResolveBlocker resolve) {
        var item = Optional.ofNullable(working.state().people().items().get(resolve.id()));
        if (item.isEmpty() || item.get().kind() != Item.Kind.BLOCKER || !item.get().isOpen()) {
            fail(working, attempt, call, "there is no open blocker " + resolve.id());
        } else if (!isOwn(working, attempt, item.get().task())) {
            fail(working, attempt, call, resolve.id() + " is no blocker of a task you delegated; a person settles it");
        } else {
            PeopleCommands.resolve(working,
                    new Command.ResolveBlocker(resolve.id(), resolve.how(), attempt.agent()));
            done(working, attempt, call, resolve.id() + " is resolved.");
        }
    }

    private static boolean isOwn(Working working, AttemptState attempt, String task) {
        return working.state().work().task(task).map(known -> known.origin().parent().equals(attempt.task()))
                .orElse(false);
    }

    private static String notOwn(String task) {
        return task + " is no task that you delegated";
    }

    private static void end(Working working, AttemptState attempt, OpenCall call, String problem, String done) {
        if (problem.isEmpty()) {
            done(working, attempt, call, done);
        } else {
            fail(working, attempt, call, problem);
        }
    }

    private static void done(Working working, AttemptState attempt, OpenCall call, String text) {
        answer(working, attempt, new ToolCompleted(call.id(), text, List.of()));
    }

    private static void fail(Working working, AttemptState attempt, OpenCall call, String text) {
        answer(working, attempt, new ToolFailed(call.id(), text, List.of()));
    }

    private static void answer(Working working, AttemptState attempt, Event fact) {
        working.record(attempt.subject(), fact);
    }
}
