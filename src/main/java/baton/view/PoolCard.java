package baton.view;

import org.pcollections.TreePMap;

/**
 * The places for active agents, and how they were used. Times are milliseconds of run time.
 *
 * @param active attempts that hold a slot now
 * @param activeMs the sum over all agents of the time they held a slot
 * @param reason why fewer than the floor are at work now, or empty
 * @param belowMs finished stretches below the floor, by reason
 */
public record PoolCard(int active, int floor, int ceiling, long activeMs, String reason,
        TreePMap<String, Long> belowMs) {

    static final PoolCard EMPTY = new PoolCard(0, 0, 0, 0, "", TreePMap.empty());

    PoolCard between(int min, int max) {
        return new PoolCard(active, min, max, activeMs, reason, belowMs);
    }

    PoolCard afterMs(long passedMs) {
        return new PoolCard(active, floor, ceiling, activeMs + active * passedMs, reason, belowMs);
    }

    PoolCard changedBy(int slots) {
        return new PoolCard(Math.max(0, active + slots), floor, ceiling, activeMs, reason, belowMs);
    }

    /** A stretch with one reason is over, and another reason (or none, where empty) holds from now on. */
    PoolCard turnsTo(String next, long lastedMs) {
        var sums = reason.isEmpty() ? belowMs : belowMs.plus(reason, belowMs.getOrDefault(reason, 0L) + lastedMs);
        return new PoolCard(active, floor, ceiling, activeMs, next, sums);
    }

    /** All finished time below the floor. */
    public long belowMsInAll() {
        return belowMs.values().stream().mapToLong(Long::longValue).sum();
    }
}
