package baton.reading.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Phrases by their first words. */
final class Cuts {

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();

    Cuts(String... lists) {
        Set<String> phrases = new TreeSet<>();
        Stream.of(lists).forEach(list -> phrases.addAll(Lexicon.WORDS.words(list)));
        phrases.stream().filter(phrase -> !phrase.isEmpty()).map(phrase -> List.of(phrase.split(" ", -1)))
                .forEach(words -> byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words));
        byFirst.values().forEach(some -> some.sort((a, b) -> b.size() - a.size()));
    }

    /** What stands before and behind each phrase of a script without blanks. */
    Stream<List<String>> unspaced(String sentence) {
        return byFirst.keySet().stream().filter(EastAsian::isIn).sorted().filter(sentence::contains)
                .map(phrase -> List.of(sentence.substring(0, sentence.indexOf(phrase)),
                        sentence.substring(sentence.indexOf(phrase) + phrase.length())));
    }

    /** The place behind the longest phrase that begins here; 0 where none does. */
    int at(Spots spots, int from) {
        if (from >= spots.size()) {
            return 0;
        }
        for (List<String> phrase : byFirst.getOrDefault(spots.word(from), List.of())) {
            boolean fits = from + phrase.size() <= spots.size() && IntStream.range(1, phrase.size())
                    .allMatch(i -> spots.word(from + i).equals(phrase.get(i)));
            if (fits) {
                return from + phrase.size();
            }
        }
        return 0;
    }
}
