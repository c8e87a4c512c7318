package baton.reading.found;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import baton.plan.TaskDraft;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/**
 * Jobs by the telling words of their titles.
 *
 * <p>
 * Jobs whose titles have the same words are looked at once, and only those that could fit at all: a title that holds every given
 * word holds the rarest of them, and one whose words are all given has its own rarest word among them.
 */
final class TitleIndex {

    private static final int KIN_CHARS_MIN = 4;
    private static final String BEHIND_ALL = "\uffff";

    private final NavigableMap<String, List<Alike>> byWord = new TreeMap<>();
    private final Map<String, List<Alike>> byRarest = new HashMap<>();

    /** Jobs whose titles have the same telling words. */
    private static final class Alike {
        private final Set<String> words;
        private final List<TaskDraft> tasks = new ArrayList<>();

        Alike(Set<String> words) {
            this.words = words;
        }

        /** True where all are one agent's and speak of the same: they are mentions of one job. */
        boolean isOne() {
            TaskDraft first = tasks.getFirst();
            return tasks.stream().allMatch(task -> task.agent.equals(first.agent)
                    && Words.key(task.title).equals(Words.key(first.title)));
        }

        /** How many of the given words its own words are kin to. */
        int shared(Set<String> given) {
            int shared = 0;
            for (String word : given) {
                if (words.contains(word) || words.stream().anyMatch(own -> isKin(word, own))) {
                    shared++;
                }
            }
            return shared;
        }
    }

    TitleIndex(List<TaskDraft> tasks) {
        Map<Set<String>, Alike> alike = new LinkedHashMap<>();
        tasks.forEach(task -> alike.computeIfAbsent(TitleWords.of(task.title),
                Alike::new).tasks.add(task));
        alike.values().forEach(some -> some.words
                .forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(some)));
        alike.values().forEach(some -> some.words.stream().min(Comparator.comparingInt(this::holders))
                .ifPresent(word -> byRarest.computeIfAbsent(word, _ -> new ArrayList<>()).add(some)));
    }

    private int holders(String word) {
        return byWord.getOrDefault(word, List.of()).size();
    }

    /** The one job that shares at least so many words and whose words are all among the given ones, or the other way round. */
    Optional<TaskDraft> told(Set<String> words, int sharedMin) {
        int best = sharedMin;
        List<Alike> fit = new ArrayList<>();
        for (Alike some : candidates(words)) {
            int shared = some.shared(words);
            boolean fits = shared >= best && (shared == some.words.size() || shared == words.size())
                    && words.stream().anyMatch(some.words::contains);
            if (fits && shared > best) {
                fit.clear();
                best = shared;
            }
            if (fits) {
                fit.add(some);
            }
        }
        return fit.size() == 1 && fit.getFirst().isOne()
                ? Optional.of(fit.getFirst().tasks.getFirst())
                : Optional.empty();
    }

    private Set<Alike> candidates(Set<String> words) {
        Set<String> all = new HashSet<>();
        Set<String> rarest = Set.of();
        int holders = Integer.MAX_VALUE;
        boolean apart = true;
        for (String word : words) {
            Set<String> kin = kin(word);
            int some = kin.stream().mapToInt(this::holders).sum();
            if (some < holders) {
                rarest = kin;
                holders = some;
            }
            for (String own : kin) {
                apart &= all.add(own);
            }
        }
        Set<Alike> candidates = new HashSet<>();
        rarest.forEach(own -> candidates.addAll(byWord.getOrDefault(own, List.of())));
        if (apart) {
            all.forEach(own -> candidates.addAll(byRarest.getOrDefault(own, List.of())));
        } else {
            // A title's word that two of the given ones mean counts twice, so another of its words may be missing.
            words.forEach(word -> candidates.addAll(byWord.getOrDefault(word, List.of())));
        }
        return candidates;
    }

    /** The words of titles that begin with this one, or it with them. */
    private Set<String> kin(String word) {
        Set<String> kin = new HashSet<>();
        for (int end = KIN_CHARS_MIN; end <= word.length(); end++) {
            String beginning = word.substring(0, end);
            if (byWord.containsKey(beginning)) {
                kin.add(beginning);
            }
        }
        if (word.length() >= KIN_CHARS_MIN) {
            kin.addAll(byWord.subMap(word, word + BEHIND_ALL).keySet());
        } else if (byWord.containsKey(word)) {
            kin.add(word);
        }
        return kin;
    }

    /** "Drawn" and "draw": one of the two begins with the other. */
    private static boolean isKin(String one, String other) {
        return one.equals(other) || (Math.min(one.length(), other.length()) >= KIN_CHARS_MIN
                && (one.startsWith(other) || other.startsWith(one)));
    }
}
