package baton.engine.rule.change;

import java.util.List;

import baton.engine.Command.Goal;
import baton.engine.SessionState;
import baton.engine.Working;
import baton.engine.fact.PeopleEvent.MessageSaid;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.rule.people.Refusals;
import baton.engine.rule.task.Assignment;
import baton.plan.PlanChange;
import baton.plan.TaskWish;

/** What people type without naming anybody: it goes to the orchestrator. */
public final class Goals {
    private Goals() {}

    /** A note where the orchestrator is at work on something, otherwise a new goal. */
    public static void say(Working working, Goal goal) {
        var agent = working.state().setup().orchestrator();
        if (goal.text().isBlank()) {
            Refusals.refuse(working, "take up a goal", "it says nothing");
        } else if (isAtWork(working.state(), agent)) {
            working.record(new Subject(agent, "", 0),
                    new MessageSaid(agent, "", goal.text(), Refusals.named(goal.by())));
        } else {
            add(working, goal.text(), goal.by());
        }
    }

    /** A task of its own for the orchestrator; its first line is the title. */
    public static void add(Working working, String text, String by) {
        var wish = TaskWish.of(ChangeDraft.oneLine(text), working.state().setup().orchestrator());
        boolean isMore = !text.strip().equals(wish.title());
        Changes.propose(working, List.of(new PlanChange.AddTask(isMore ? wish.withBrief(text.strip()) : wish)),
                Refusals.named(by), "");
    }

    /** It has a task that has not ended. */
    public static boolean isAtWork(SessionState state, String agent) {
        return state.work().tasks().values().stream()
                .anyMatch(task -> !task.status().isEnd() && state.agentFor(task).equals(agent));
    }
}
