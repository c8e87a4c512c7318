package baton.engine.rule.task;

import java.util.List;

import baton.engine.Command.ContinueSession;
import baton.engine.Command.PauseAgent;
import baton.engine.Command.PauseSession;
import baton.engine.Command.PauseTask;
import baton.engine.Command.ResumeAgent;
import baton.engine.Command.ResumeTask;
import baton.engine.SessionState;
import baton.engine.Working;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.SessionPaused;
import baton.engine.fact.SessionEvent.SessionResumed;
import baton.engine.fact.TaskEvent.TaskPaused;
import baton.engine.fact.TaskEvent.TaskResumed;
import baton.engine.rule.people.Refusals;

/** What people hold back and let go again: one task, one agent, or everybody. What runs finishes its turn and its calls. */
public final class Pausing {
    private Pausing() {}

    public static void pause(Working working, PauseTask command) {
        var task = working.state().work().task(command.task());
        if (task.isEmpty() || task.get().status().isEnd()) {
            Refusals.refuse(working, "pause " + command.task(), "there is no such task, or it has ended");
        } else if (working.state().course().pauses().tasks().containsKey(command.task())) {
            Refusals.refuse(working, "pause " + command.task(), "it is paused already");
        } else {
            working.record(new Subject("", command.task(), 0), new TaskPaused(Refusals.named(command.by())));
            working.touch(command.task() + "/" + task.get().attempts());
        }
    }

    public static void resume(Working working, ResumeTask command) {
        if (!working.state().course().pauses().tasks().containsKey(command.task())) {
            Refusals.refuse(working, "resume " + command.task(), "it is not paused");
            return;
        }
        Stopping.withdraw(working, command.task(), "the task goes on");
        working.record(new Subject("", command.task(), 0), new TaskResumed(Refusals.named(command.by())));
    }

    public static void pause(Working working, PauseAgent command) {
        var agent = Assignment.find(working.state(), command.agent());
        if (agent.isEmpty()) {
            Refusals.refuse(working, "pause " + command.agent(), Assignment.nobody(working.state(), command.agent()));
        } else if (working.state().course().pauses().agents().containsKey(agent.get())) {
            Refusals.refuse(working, "pause " + agent.get(), "the agent is paused already");
        } else {
            hold(working, agent.get(), command.by());
        }
    }

    public static void resume(Working working, ResumeAgent command) {
        var agent = Assignment.find(working.state(), command.agent());
        if (agent.isEmpty() || !working.state().course().pauses().agents().containsKey(agent.get())) {
            Refusals.refuse(working, "resume " + command.agent(), "no paused agent is called so");
        } else {
            letGo(working, agent.get(), command.by());
        }
    }

    public static void pause(Working working, PauseSession command) {
        if (working.state().course().pauses().everybody().isEmpty()) {
            hold(working, "", command.by());
        } else {
            Refusals.refuse(working, "pause the session", "it is paused already");
        }
    }

    public static void resume(Working working, ContinueSession command) {
        if (working.state().course().pauses().everybody().isEmpty()) {
            Refusals.refuse(working, "continue the session", "it is not paused");
        } else {
            letGo(working, "", command.by());
        }
    }

    private static void hold(Working working, String agent, String by) {
        working.record(new Subject(agent, "", 0), new SessionPaused(Refusals.named(by)));
        working.state().work().attempts().values().stream()
                .filter(attempt -> agent.isEmpty() || attempt.agent().equals(agent))
                .forEach(attempt -> working.touch(attempt.id()));
    }

    private static void letGo(Working working, String agent, String by) {
        working.record(new Subject(agent, "", 0),
                new SessionResumed(working.state().setup().settings(), 0, 0, List.of(), Refusals.named(by)));
    }

    /** Why the next attempt or turn of a task is held back; empty where nothing holds it. */
    static String reason(SessionState state, String task, String agent) {
        return state.course().pauses().reason(task, agent);
    }

    /** Why work that is left waits for the end of a pause, one reason each; empty where none does. */
    public static List<String> holding(SessionState state) {
        var pauses = state.course().pauses();
        if (pauses.isNone()) {
            return List.of();
        }
        return state.work().tasks().values().stream().filter(task -> !task.status().isEnd())
                .map(task -> pauses.reason(task.id(), state.agentFor(task)).isEmpty()
                        ? ""
                        : task.id() + " (" + pauses.reason(task.id(), state.agentFor(task)) + ")")
                .filter(text -> !text.isEmpty()).toList();
    }
}
