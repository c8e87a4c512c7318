package baton.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Chance by a seed; one instance is asked in one order, so a seed gives one run. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** True in that many of a hundred cases. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Chance split() {
        return new Chance(random.nextLong());
    }
}
