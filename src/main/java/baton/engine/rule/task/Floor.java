package baton.engine.rule.task;

import baton.engine.Working;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.LimitEvent.Stretch;
import baton.engine.fact.RecordedEvent.Subject;

/** Keeps the floor's account: every stretch with fewer agents at work than the floor has a reason. */
public final class Floor {
    private Floor() {}

    /** Notes where a stretch begins, changes its reason or ends. */
    public static void note(Working working) {
        var work = working.state().work();
        int floor = working.state().setup().settings().limits().agentsMin();
        int active = work.slotsUsed();
        boolean below = active < floor && working.state().totals().left() > 0;
        var reason = below ? reason(working) : "";
        if (below && !work.pool().isBelowFloor()) {
            record(working, Stretch.BEGAN, active, floor, reason);
        } else if (below && (!reason.equals(work.pool().reason()) || active != work.pool().active())) {
            record(working, Stretch.CHANGED, active, floor, reason);
        } else if (!below) {
            end(working);
        }
    }

    /** Ends the stretch that is under way, if there is one. */
    public static void end(Working working) {
        if (working.state().work().pool().isBelowFloor()) {
            record(working, Stretch.ENDED, working.state().work().slotsUsed(),
                    working.state().setup().settings().limits().agentsMin(),
                    working.state().work().pool().reason());
        }
    }

    private static void record(Working working, Stretch stretch, int active, int floor, String reason) {
        var pool = working.state().work().pool();
        long lasted = pool.isBelowFloor() ? working.elapsedMs() - pool.sinceMs() : 0;
        working.causedBy(0);
        working.record(Subject.SESSION,
                new PoolBelowFloor(stretch, active, floor, reason, working.elapsedMs(), lasted));
    }

    private static String reason(Working working) {
        var state = working.state();
        if (!state.course().exhausted().isEmpty()) {
            return "the budget is used up";
        }
        if (!state.course().providerTroubles().isEmpty() && !state.work().ready().isEmpty()) {
            return "provider " + state.course().providerTroubles().firstKey() + " cannot be used";
        }
        int left = state.totals().left();
        int waitingForPeople = state.totals().parked();
        if (left - waitingForPeople <= state.work().slotsUsed()) {
            return waitingForPeople == 0
                    ? "fewer tasks are left than the floor asks for"
                    : "the rest waits for a person";
        }
        if (!state.work().ready().isEmpty()) {
            return "the agents that have work left are at work already";
        }
        return waitingForPeople == 0
                ? "every task left waits for another one"
                : "some wait for a person, the rest for other tasks";
    }
}
