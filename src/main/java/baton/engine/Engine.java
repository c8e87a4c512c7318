package baton.engine;

import baton.engine.Effect.WakeAt;
import baton.engine.Input.Stamped;
import baton.engine.Work.Deadline;
import baton.engine.fact.LimitEvent.RedFlagRaised;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.rule.call.Calls;
import baton.engine.rule.change.Changes;
import baton.engine.rule.change.Delegating;
import baton.engine.rule.change.Goals;
import baton.engine.rule.gate.Gates;
import baton.engine.rule.people.PeopleCommands;
import baton.engine.rule.session.Ending;
import baton.engine.rule.session.Forking;
import baton.engine.rule.session.Opening;
import baton.engine.rule.session.Resuming;
import baton.engine.rule.task.Boxes;
import baton.engine.rule.task.Floor;
import baton.engine.rule.task.Pausing;
import baton.engine.rule.task.Progress;
import baton.engine.rule.task.Slots;
import baton.engine.rule.task.Stopping;
import baton.engine.rule.task.TaskCommands;
import baton.engine.rule.turn.Budgets;
import baton.engine.rule.turn.Replies;

/** The one place where a session is decided: an input and a state give facts, effects and the next state. Pure. */
public final class Engine {
    /** More rounds than any input can need; reaching it is a bug, and is recorded. */
    private static final int ROUNDS_MAX = 100_000;

    private Engine() {}

    /**
     * Handles one input.
     *
     * <p>Inputs that come before the opening or after the end are ignored, and so are outcomes of things already closed;
     * they still stand in the record. After a fork nothing is begun: nobody works on the session yet.
     */
    public static Step handle(SessionState state, Stamped input) {
        var working = new Working(state, input);
        long wakeBefore = earliest(state);
        if (accepts(state, input.input())) {
            primary(working, input.input());
            if (working.state().isOpen() && working.state().result().isEmpty()
                    && !(input.input() instanceof Command.Fork)) {
                settle(working, state.totals().reservedTokens());
            }
        }
        long wakeAfter = earliest(working.state());
        if (wakeAfter != wakeBefore || input.input() instanceof Command.Resume) {
            working.ask(new WakeAt(wakeAfter));
        }
        return working.done();
    }

    private static boolean accepts(SessionState state, Input input) {
        return switch (input) {
            case Command.Open ignored -> !state.isOpen();
            case Command.Resume ignored -> state.isOpen();
            case Command.Fork ignored -> state.isOpen();
            case Command ignored -> state.isOpen() && state.result().isEmpty();
            case Outcome ignored -> state.isOpen() && state.result().isEmpty();
            case Input.Tick ignored -> state.isOpen() && state.result().isEmpty();
        };
    }

    private static void primary(Working working, Input input) {
        switch (input) {
            case Input.Tick ignored -> {
                // Deadlines are looked at after every input; a tick only makes sure that there is one.
            }
            case Command command -> command(working, command);
            case Outcome outcome -> outcome(working, outcome);
        }
    }

    private static void command(Working working, Command command) {
        switch (command) {
            case Command.Open open -> Opening.open(working, open);
            case Command.Resume resume -> Resuming.resume(working, resume);
            case Command.Fork fork -> Forking.fork(working, fork);
            case Command.Stop stop -> Ending.stop(working, stop.reason());
            case Command.Answer answer -> PeopleCommands.answer(working, answer);
            case Command.Decide decide -> PeopleCommands.decide(working, decide);
            case Command.Overturn overturn -> PeopleCommands.overturn(working, overturn);
            case Command.ResolveBlocker resolve -> PeopleCommands.resolve(working, resolve);
            case Command.Approve approve -> PeopleCommands.approve(working, approve);
            case Command.Deny deny -> PeopleCommands.deny(working, deny);
            case Command.Say say -> PeopleCommands.say(working, say);
            case Command.Unsend unsend -> PeopleCommands.unsend(working, unsend);
            case Command.RetryTask retry -> TaskCommands.retry(working, retry);
            case Command.CancelTask cancel -> TaskCommands.cancel(working, cancel);
            case Command.Reprioritise reprioritise -> TaskCommands.reprioritise(working, reprioritise);
            case Command.ExtendBox extend -> Boxes.extend(working, extend);
            case Command.PauseTask pause -> Pausing.pause(working, pause);
            case Command.ResumeTask resume -> Pausing.resume(working, resume);
            case Command.PauseAgent pause -> Pausing.pause(working, pause);
            case Command.ResumeAgent resume -> Pausing.resume(working, resume);
            case Command.PauseSession pause -> Pausing.pause(working, pause);
            case Command.ContinueSession resume -> Pausing.resume(working, resume);
            case Command.StopAttempt stop -> Stopping.stop(working, stop);
            case Command.Reassign reassign -> TaskCommands.reassign(working, reassign);
            case Command.ChangePlan change -> Changes.propose(working, change);
            case Command.Goal goal -> Goals.say(working, goal);
            case Command.Delegate delegate -> Delegating.delegate(working, delegate);
        }
    }

    private static void outcome(Working working, Outcome outcome) {
        switch (outcome) {
            case Outcome.TurnEnded ended -> Replies.ended(working, ended);
            case Outcome.TurnBroke broke -> Replies.broke(working, broke);
            case Outcome.TurnRetrying retrying -> Replies.retrying(working, retrying);
            case Outcome.ProviderPaused paused -> Replies.paused(working, paused);
            case Outcome.ProviderBack back -> Replies.back(working, back);
            case Outcome.ToolEnded ended -> Calls.ended(working, ended);
            case Outcome.ChecksEnded ended -> Gates.ended(working, ended);
        }
    }

    /** Applies the rules in fixed order until nothing changes: boxes, attempts, budget, slots, the end; then the floor. */
    private static void settle(Working working, long reservedBefore) {
        int rounds = 0;
        long reserved = reservedBefore;
        while (working.state().result().isEmpty() && ++rounds < ROUNDS_MAX) {
            if (Boxes.applyDue(working)) {
                continue;
            }
            var touched = working.takeTouched();
            if (!touched.isEmpty()) {
                Progress.of(working, touched);
            } else if (working.state().totals().reservedTokens() < reserved) {
                Budgets.lookAgain(working);
                reserved = working.state().totals().reservedTokens();
            } else if (!Ending.refuseToWait(working) && !Slots.fill(working) && !Ending.consider(working)) {
                break;
            }
        }
        if (rounds >= ROUNDS_MAX) {
            working.record(Subject.SESSION,
                    new RedFlagRaised("rules-not-quiet", "the rules did not come to rest after one input"));
        }
        if (working.state().result().isEmpty()) {
            Floor.note(working);
        }
    }

    private static long earliest(SessionState state) {
        var deadlines = state.work().deadlines();
        return deadlines.isEmpty() || state.result().isPresent() ? 0 : first(deadlines.first());
    }

    private static long first(Deadline deadline) {
        return deadline.elapsedMs();
    }
}
