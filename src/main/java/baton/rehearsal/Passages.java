package baton.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import baton.rehearsal.SourceText.Passage;

/** Everything that was read, weighed: a word that few passages use tells more than one that all of them use. */
final class Passages {
    private static final double SCORE_MIN = 0.08;

    private final List<Passage> all;
    private final List<Set<String>> stems = new ArrayList<>();
    private final Map<String, Integer> uses = new TreeMap<>();

    Passages(List<SourceText> sources) {
        // A report cites what its readers may also read at its source; the one with a heading comes from the source.
        var byPlace = new LinkedHashMap<String, Passage>();
        sources.stream().flatMap(source -> source.passages().stream())
                .forEach(passage -> byPlace.merge(passage.place() + " " + Wording.quote(passage.text()), passage,
                        (known, more) -> known.heading().isEmpty() ? more : known));
        this.all = List.copyOf(byPlace.values());
        for (Passage passage : all) {
            var words = Words.stems(passage.text());
            stems.add(words);
            words.forEach(word -> uses.merge(word, 1, Integer::sum));
        }
    }

    List<Passage> all() {
        return all;
    }

    private double weight(Set<String> words) {
        double sum = 0;
        for (String word : words) {
            sum += Math.log((all.size() + 1.0) / uses.getOrDefault(word, all.size()));
        }
        return sum;
    }

    Set<String> shared(int one, int other) {
        return shared(stems.get(one), stems.get(other));
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        var shared = new TreeSet<>(one);
        shared.retainAll(other);
        return shared;
    }

    /** How much of the shorter passage the other one says too, from 0 to 1. */
    double overlap(int one, int other) {
        double least = Math.min(weight(stems.get(one)), weight(stems.get(other)));
        return least == 0 ? 0 : weight(shared(one, other)) / least;
    }

    /** From 0 for nothing in common to 1 for the same words. */
    private double likeness(Set<String> one, Set<String> other) {
        var shared = shared(one, other);
        double whole = Math.sqrt(weight(one) * weight(other));
        return whole == 0 ? 0 : weight(shared) / whole;
    }

    /** The passages that speak most of {@code subject}, best first; those that share no word with it are left out. */
    List<Passage> about(String subject, int most) {
        record Scored(Passage passage, int order, double score) {}
        var wanted = Words.stems(subject);
        var quoted = Words.quoted(subject);
        var scored = new ArrayList<Scored>();
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).text();
            double named = quoted.stream().anyMatch(text::contains) ? 0.3 : 0;
            double under = likeness(wanted, Words.stems(all.get(i).heading())) / 2;
            double score = likeness(wanted, stems.get(i)) + under + named;
            if (score > SCORE_MIN && text.length() > 12 && !text.endsWith(":") && !repeats(text, subject)) {
                scored.add(new Scored(all.get(i), i, score));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::order));
        return scored.stream().limit(most).map(Scored::passage).toList();
    }

    /** A plan that is read as a source would answer every question with the question. */
    private static boolean repeats(String text, String subject) {
        return subject.length() > 15 && text.toLowerCase(Locale.ROOT).contains(subject.toLowerCase(Locale.ROOT));
    }
}
