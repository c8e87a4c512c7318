package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;

/**
 * Chance that follows from words alone: the same words give the same throws on every machine and in every thread.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood 2014) on an FNV-1a hash of the words. Not thread-safe; make one where it
 * is used.
 */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String... words) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return Math.floorMod(next(), bound);
    }

    /** From {@code low} to {@code high}, both included. */
    long between(long low, long high) {
        return low + Math.floorMod(next(), high - low + 1);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> List<T> shuffled(List<T> things) {
        var rest = new ArrayList<>(things);
        var result = new ArrayList<T>();
        while (!rest.isEmpty()) {
            result.add(rest.remove(below(rest.size())));
        }
        return List.copyOf(result);
    }
}
