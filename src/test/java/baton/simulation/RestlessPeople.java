package baton.simulation;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Command;
import baton.engine.People;
import baton.engine.SessionState;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.plan.PlanChange;
import baton.plan.TaskWish;

/** People who answer, decide, deny, interrupt and now and then name things that do not exist. */
final class RestlessPeople {
    private static final String ME = "somebody";

    private final Chance chance;
    /** Of a hundred steps, how many are followed by a command. */
    private final int busyPercent;

    RestlessPeople(Chance chance) {
        this.chance = chance;
        this.busyPercent = chance.pick(List.of(0, 0, 2, 10));
    }

    boolean speakNow() {
        return chance.percent(busyPercent);
    }

    /** Something a person may say at any time. */
    Command anything(SessionState state) {
        var open = List.copyOf(state.people().open());
        String task = "T-" + chance.between(0, state.totals().tasks() + 1);
        if (!open.isEmpty() && chance.percent(60)) {
            return settle(state, chance.pick(open));
        }
        return switch (chance.between(0, 17)) {
            case 0 -> new Command.Answer("Q-99", "what?", ME);
            case 1 -> new Command.Say("", task, "hurry", ME);
            case 2 -> new Command.Say(chance.percent(50) ? "agent-1" : "", "", "well done", ME);
            case 3 -> new Command.RetryTask(task, ME);
            case 4 -> chance.percent(30)
                    ? new Command.CancelTask(task, "no longer wanted", ME)
                    : new Command.ExtendBox(task, 60_000, ME);
            case 5 -> new Command.Reprioritise(task, chance.pick(List.of("low", "critical", "")), ME);
            case 6 -> chance.percent(40)
                    ? new Command.Deny("A-1", "no", ME)
                    : new Command.Overturn("D-" + chance.between(1, 4), chance.pick(List.of("1", "2", "")), "", ME);
            case 7 -> new Command.PauseTask(task, ME);
            case 8, 9 -> new Command.ResumeTask(task, ME);
            case 10 -> chance.percent(50) ? new Command.PauseAgent(agent(), ME) : new Command.ResumeAgent(agent(), ME);
            case 11 -> chance.percent(30) ? new Command.PauseSession(ME) : new Command.ContinueSession(ME);
            case 12 -> new Command.StopAttempt(task, ME);
            case 13 -> new Command.Reassign(task, agent(), ME);
            case 14, 15 -> new Command.ChangePlan(List.of(change(task)), ME);
            case 16 -> chance.percent(30) ? new Command.Goal("Something else\nand more", ME) : resume(state);
            default -> new Command.ResolveBlocker("B-1", "done", ME);
        };
    }

    private String agent() {
        return chance.pick(List.of("agent-1", "Agent 2", "agent-3", "orchestrator", "nobody"));
    }

    /** Lets something go on that is paused, or pretends to. */
    Command resume(SessionState state) {
        var pauses = state.course().pauses();
        if (!pauses.everybody().isEmpty()) {
            return new Command.ContinueSession(ME);
        }
        return pauses.agents().isEmpty()
                ? new Command.ResumeTask(pauses.tasks().isEmpty() ? "T-1" : pauses.tasks().firstKey(), ME)
                : new Command.ResumeAgent(pauses.agents().firstKey(), ME);
    }

    private PlanChange change(String task) {
        var other = "T-" + chance.between(1, 20);
        return switch (chance.between(0, 4)) {
            case 0 -> new PlanChange.SplitTask(task, List.of(TaskWish.of("half of " + task, ""),
                    TaskWish.of("rest of " + task, agent())));
            case 1 -> new PlanChange.EditTask(task, PlanChange.Field.NEEDS, List.of(other));
            case 2 -> new PlanChange.EditTask(task, PlanChange.Field.CRITERIA, List.of("another criterion"));
            case 3 -> new PlanChange.EditTask(task, PlanChange.Field.TIME_BOX, List.of("5"));
            default -> new PlanChange.AddTask(TaskWish.of("Also " + chance.between(1, 1000), agent())
                    .with(List.of(other), List.of("out/also-" + chance.between(1, 1000) + ".md"), List.of()));
        };
    }

    /** The command that settles an open item. */
    Command settle(SessionState state, String id) {
        var item = state.people().items().get(id);
        var kind = item == null ? People.Item.Kind.QUESTION : item.kind();
        return switch (kind) {
            case QUESTION -> new Command.Answer(id, chance.pick(List.of("1", "2", "b", "both")), ME);
            case DECISION -> new Command.Decide(id, chance.pick(List.of("1", "2", "none")), "because", ME);
            case BLOCKER -> new Command.ResolveBlocker(id, "look again", ME);
            case APPROVAL -> chance.percent(40)
                    ? new Command.Deny(id, "too risky", ME)
                    : new Command.Approve(id, chance.pick(List.of(ApprovalScope.values())),
                            chance.pick(List.of("", "rm *", "git status")), ME);
        };
    }

    /** Answers to all that is open, given before the next process starts. */
    List<baton.settings.PreparedAnswer> prepared(SessionState state) {
        var answers = new ArrayList<baton.settings.PreparedAnswer>();
        for (String id : state.people().open()) {
            answers.add(new baton.settings.PreparedAnswer(baton.settings.PreparedAnswer.By.ID, id, "1"));
        }
        return answers;
    }
}
