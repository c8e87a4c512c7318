package baton.view;

import org.pcollections.TreePMap;

/**
 * The places for active agents, and how they were used. Times are milliseconds of run time.
 *
 * @param active attempts that hold a slot now
 * @param activeMs the sum over all agents of the time they held a slot
 * @param reason why fewer than the floor are at work now, or empty
 * @param belowMs finished stretches below the floor, by reason
 * @param stops why nobody may be asked: a sentence by provider, and under the empty name one that stops all
 */
public record PoolCard(int active, int floor, int ceiling, long activeMs, String reason,
        TreePMap<String, Long> belowMs, TreePMap<String, String> stops) {

    static final PoolCard EMPTY = new PoolCard(0, 0, 0, 0, "", TreePMap.empty(),
            TreePMap.empty());

    PoolCard between(int min, int max) {
        return new PoolCard(active, min, max, activeMs, reason, belowMs, stops);
    }

    PoolCard afterMs(long passedMs) {
        return new PoolCard(active, floor, ceiling, activeMs + active * passedMs, reason, belowMs, stops);
    }

    PoolCard changedBy(int slots) {
        return new PoolCard(Math.max(0, active + slots), floor, ceiling, activeMs, reason, belowMs, stops);
    }

    PoolCard stopped(String provider, String why) {
        return withStops(stops.plus(provider, why));
    }

    PoolCard freed(String provider) {
        return withStops(stops.minus(provider));
    }

    /** A new process tries everything afresh. */
    PoolCard fresh() {
        return withStops(TreePMap.empty());
    }

    private PoolCard withStops(TreePMap<String, String> changed) {
        return new PoolCard(active, floor, ceiling, activeMs, reason, belowMs, changed);
    }

    /** A stretch with one reason is over, and another reason (or none, where empty) holds from now on. */
    PoolCard turnsTo(String next, long lastedMs) {
        var sums = reason.isEmpty() ? belowMs : belowMs.plus(reason, belowMs.getOrDefault(reason, 0L) + lastedMs);
        return new PoolCard(active, floor, ceiling, activeMs, next, sums, stops);
    }

    /** All finished time below the floor. */
    public long belowMsInAll() {
        return belowMs.values().stream().mapToLong(Long::longValue).sum();
    }
}
