package baton.reading.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** Pairs two lists one to one, the most alike first, earlier ones before later ones. */
final class Pairing {
    private Pairing() {}

    private record Candidate(int wanted, int found, double likeness) {}

    /** Answers the place in {@code found} for each place in {@code wanted} that has one. */
    static <W, F> Map<Integer, Integer> of(List<W> wanted, List<F> found, ToDoubleBiFunction<W, F> likeness) {
        List<Candidate> candidates = new ArrayList<>();
        for (int w = 0; w < wanted.size(); w++) {
            for (int f = 0; f < found.size(); f++) {
                double value = likeness.applyAsDouble(wanted.get(w), found.get(f));
                if (value > 0) {
                    candidates.add(new Candidate(w, f, value));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate candidate) -> -candidate.likeness())
                .thenComparingInt(Candidate::wanted).thenComparingInt(Candidate::found));
        Map<Integer, Integer> pairs = new TreeMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!pairs.containsKey(candidate.wanted()) && taken.add(candidate.found())) {
                pairs.put(candidate.wanted(), candidate.found());
            }
        }
        return pairs;
    }
}
