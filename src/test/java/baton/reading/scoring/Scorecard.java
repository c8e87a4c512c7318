package baton.reading.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import baton.plan.Place;

/** Counts for one document, and every miss with its place. */
final class Scorecard {
    private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    private final List<String> misses = new ArrayList<>();
    private final String document;
    private final List<List<String>> wordsByLine;

    Scorecard(String document, String text) {
        this.document = document;
        this.wordsByLine = text.lines().map(Words::of).toList();
    }

    Tally tally(Kind kind) {
        return tallies.getOrDefault(kind, Tally.NONE);
    }

    /** All promised kinds together. */
    Tally promised() {
        return tallies.entrySet().stream().filter(entry -> entry.getKey().isPromised()).map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    List<String> misses() {
        return List.copyOf(misses);
    }

    void wanted(Kind kind, boolean hit, String what) {
        add(kind, new Tally(1, hit ? 1 : 0, 0, 0));
        if (!hit) {
            misses.add(document + ":" + lineOf(what) + ": " + kind + ": missed: " + what);
        }
    }

    void found(Kind kind, boolean sound, String what, Place place) {
        add(kind, new Tally(0, 0, 1, sound ? 1 : 0));
        if (!sound) {
            misses.add(document + ":" + place.line() + ": " + kind + ": invented: " + what);
        }
    }

    /** Pairs wanted with found things, best likeness first, each once; counts both sides. The answer maps wanted to found. */
    <T> Map<Integer, T> pair(Kind kind, List<Truth.Item> wanted, List<T> found, Sight<T> sight) {
        Map<Integer, Integer> pairs = Pairing.of(wanted, found, sight.likeness());
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).maybe()) {
                wanted(kind, pairs.containsKey(i), wanted.get(i).name());
            }
        }
        Map<Integer, T> things = new TreeMap<>();
        Set<Integer> unpaired = new TreeSet<>();
        IntStream.range(0, found.size()).forEach(unpaired::add);
        pairs.forEach((want, thing) -> {
            things.put(want, found.get(thing));
            unpaired.remove(thing);
            if (!wanted.get(want).maybe()) {
                found(kind, true, "", Place.NOWHERE);
            }
        });
        for (int i : unpaired) {
            found(kind, false, sight.text().apply(found.get(i)), sight.place().apply(found.get(i)));
        }
        return things;
    }

    /** How a found thing is compared, named and placed. */
    record Sight<T>(ToDoubleBiFunction<Truth.Item, T> likeness, Function<T, String> text,
            Function<T, Place> place) {
        static <T> Sight<T> byText(Function<T, String> text,
                Function<T, Place> place) {
            return new Sight<>((item, thing) -> Words.likeness(item.names(), text.apply(thing)), text, place);
        }
    }

    private void add(Kind kind, Tally tally) {
        tallies.merge(kind, tally, Tally::plus);
    }

    /** The first line with the most words of a text; truths have no line numbers, which would go stale. */
    private int lineOf(String what) {
        Map<Integer, Integer> best = new TreeMap<>();
        List<String> words = Words.of(what);
        for (int i = 0; i < wordsByLine.size(); i++) {
            int common = (int) words.stream().filter(wordsByLine.get(i)::contains).count();
            best.putIfAbsent(-common, i + 1);
        }
        return best.isEmpty() ? 0 : best.entrySet().iterator().next().getValue();
    }
}
