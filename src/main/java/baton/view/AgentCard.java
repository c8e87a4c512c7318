package baton.view;

import baton.engine.fact.SessionEvent.Casting;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One agent on the board.
 *
 * @param profile name of its profile, or empty where one was made from the plan
 * @param tasks ids of the tasks it has an attempt of, parked ones included
 * @param note its last status, in its own words
 * @param pausedBy who holds it back, or empty
 * @param atOnceMax how many tasks it works on at a time; 0 for no bound
 */
public record AgentCard(String id, String name, String profile, PVector<String> tasks, String note, Spend spend,
        String pausedBy, int atOnceMax) {

    static AgentCard named(String id, String name) {
        return new AgentCard(id, name, "", TreePVector.empty(), "", Spend.NONE, "", 0);
    }

    AgentCard playedBy(Casting casting) {
        return new AgentCard(id, name, casting.profile(), tasks, note, spend, pausedBy, casting.atOnceMax());
    }

    AgentCard starts(String task) {
        return new AgentCard(id, name, profile, tasks.minus(task).plus(task), note, spend, pausedBy, atOnceMax);
    }

    AgentCard ends(String task) {
        return new AgentCard(id, name, profile, tasks.minus(task), note, spend, pausedBy, atOnceMax);
    }

    AgentCard withNote(String changed) {
        return new AgentCard(id, name, profile, tasks, changed, spend, pausedBy, atOnceMax);
    }

    AgentCard withSpend(Spend changed) {
        return new AgentCard(id, name, profile, tasks, note, changed, pausedBy, atOnceMax);
    }

    AgentCard withPause(String by) {
        return new AgentCard(id, name, profile, tasks, note, spend, by, atOnceMax);
    }
}
