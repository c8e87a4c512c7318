package baton.view;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * One agent on the board.
 *
 * @param profile name of its profile, or empty where one was made from the plan
 * @param tasks ids of the tasks it has an attempt of, parked ones included
 * @param note its last status, in its own words
 * @param pausedBy who holds it back, or empty
 */
public record AgentCard(String id, String name, String profile, PVector<String> tasks, String note, Spend spend,
        String pausedBy) {

    static AgentCard named(String id, String name) {
        return new AgentCard(id, name, "", TreePVector.empty(), "", Spend.NONE, "");
    }

    AgentCard withProfile(String changed) {
        return new AgentCard(id, name, changed, tasks, note, spend, pausedBy);
    }

    AgentCard starts(String task) {
        return new AgentCard(id, name, profile, tasks.minus(task).plus(task), note, spend, pausedBy);
    }

    AgentCard ends(String task) {
        return new AgentCard(id, name, profile, tasks.minus(task), note, spend, pausedBy);
    }

    AgentCard withNote(String changed) {
        return new AgentCard(id, name, profile, tasks, changed, spend, pausedBy);
    }

    AgentCard withSpend(Spend changed) {
        return new AgentCard(id, name, profile, tasks, note, changed, pausedBy);
    }

    AgentCard withPause(String by) {
        return new AgentCard(id, name, profile, tasks, note, spend, by);
    }
}
