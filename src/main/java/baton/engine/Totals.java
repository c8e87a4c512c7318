package baton.engine;

import baton.engine.fact.Usage;

/**
 * Running sums, so that no count ever walks the tasks.
 *
 * @param reservedTokens held back for turns in flight
 * @param costKnown false as soon as one turn had no price
 */
public record Totals(int tasks, int accepted, int failed, int cancelled, int parked, int turns, int toolCalls,
        int handoffs,
        int gatesFailed, int degraded, Usage usage, long costMicros, boolean costKnown, long reservedTokens,
        long reservedMicros) {
    static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Usage.NONE, 0, true, 0, 0);

    /** Tasks that have not ended. */
    public int left() {
        return tasks - accepted - failed - cancelled;
    }

    public Totals withTasks(int all, int acceptedNow, int failedNow, int cancelledNow, int degradedNow) {
        return new Totals(all, acceptedNow, failedNow, cancelledNow, parked, turns, toolCalls, handoffs, gatesFailed,
                degradedNow, usage,
                costMicros, costKnown, reservedTokens, reservedMicros);
    }

    public Totals withParked(int changed) {
        return new Totals(tasks, accepted, failed, cancelled, changed, turns, toolCalls, handoffs, gatesFailed,
                degraded, usage,
                costMicros, costKnown, reservedTokens, reservedMicros);
    }

    /** A turn ended and gives back what was held for it. */
    public Totals spent(Usage more, long micros, boolean known) {
        return new Totals(tasks, accepted, failed, cancelled, parked, turns, toolCalls, handoffs, gatesFailed, degraded,
                usage.plus(more),
                costMicros + micros, costKnown && known, reservedTokens, reservedMicros);
    }

    public Totals reserving(long tokens, long micros, int moreTurns) {
        return new Totals(tasks, accepted, failed, cancelled, parked, turns + moreTurns, toolCalls, handoffs,
                gatesFailed, degraded, usage,
                costMicros, costKnown, reservedTokens + tokens, reservedMicros + micros);
    }

    public Totals counting(int moreCalls, int moreHandoffs, int moreGatesFailed) {
        return new Totals(tasks, accepted, failed, cancelled, parked, turns, toolCalls + moreCalls,
                handoffs + moreHandoffs,
                gatesFailed + moreGatesFailed, degraded, usage, costMicros, costKnown, reservedTokens, reservedMicros);
    }
}
