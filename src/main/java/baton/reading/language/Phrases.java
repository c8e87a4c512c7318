package baton.reading.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Phrases of all languages in texts in the form of {@link Words#key}.
 *
 * <p>
 * A phrase counts only as whole words; where a script has no blanks between its words, it counts wherever it stands. Longer
 * phrases win over shorter ones at the same place.
 */
public final class Phrases {

    private static final int CUT_WORDS_MAX = 6;

    private final Map<String, List<String>> byFirstWord = new HashMap<>();
    private final List<String> unspaced = new ArrayList<>();
    private int longest;

    private Phrases(Set<String> phrases) {
        for (String phrase : phrases) {
            longest = Math.max(longest, phrase.length());
            if (EastAsian.isIn(phrase)) {
                unspaced.add(phrase);
            } else {
                byFirstWord.computeIfAbsent(firstWord(phrase, 0), _ -> new ArrayList<>()).add(phrase);
            }
        }
        byFirstWord.values().forEach(Phrases::longestFirst);
        longestFirst(unspaced);
    }

    private static void longestFirst(List<String> phrases) {
        phrases.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
    }

    /** The phrases of some word lists together. */
    public static Phrases of(String... lists) {
        Set<String> phrases = new TreeSet<>();
        Stream.of(lists).forEach(list -> phrases.addAll(Lexicon.WORDS.words(list)));
        return new Phrases(phrases);
    }

    private static String firstWord(String text, int from) {
        int blank = text.indexOf(' ', from);
        return text.substring(from, blank < 0 ? text.length() : blank);
    }

    /** Where a phrase that begins at this place ends; -1 where none does. */
    private int endAt(String key, int from) {
        for (String phrase : byFirstWord.getOrDefault(firstWord(key, from), List.of())) {
            int end = from + phrase.length();
            if (key.startsWith(phrase, from) && (end == key.length() || key.charAt(end) == ' ')) {
                return end;
            }
        }
        return -1;
    }

    private record Span(int from, int to) {}

    private Optional<Span> first(String key, int start) {
        int from = start;
        while (from < key.length()) {
            int end = endAt(key, from);
            if (end >= 0) {
                return Optional.of(new Span(from, end));
            }
            int blank = key.indexOf(' ', from);
            from = blank < 0 ? key.length() : blank + 1;
        }
        return EastAsian.isIn(key)
                ? unspaced.stream().filter(phrase -> key.indexOf(phrase, start) >= 0).findFirst()
                        .map(phrase -> new Span(key.indexOf(phrase, start),
                                key.indexOf(phrase, start) + phrase.length()))
                : Optional.empty();
    }

    public boolean isIn(String key) {
        return first(key, 0).isPresent();
    }

    public boolean begins(String key) {
        return endAt(key, 0) >= 0 || unspaced.stream().anyMatch(key::startsWith);
    }

    public boolean ends(String key) {
        int from = key.length();
        while (from > 0 && key.length() - from <= longest) {
            from = key.lastIndexOf(' ', from - 1) < 0 ? 0 : key.lastIndexOf(' ', from - 1);
            int word = from == 0 ? 0 : from + 1;
            if (byFirstWord.getOrDefault(firstWord(key, word), List.of()).contains(key.substring(word))) {
                return true;
            }
        }
        return unspaced.stream().anyMatch(key::endsWith);
    }

    /** The text behind the phrase it begins with; the whole text where it begins with none. */
    public String behind(String key) {
        int end = endAt(key, 0);
        return end >= 0
                ? key.substring(end).strip()
                : unspaced.stream().filter(key::startsWith).findFirst()
                        .map(phrase -> key.substring(phrase.length()).strip()).orElse(key);
    }

    /** The same for a text as it is written: what stands behind the phrase it begins with, and its comma. */
    public String cut(String written) {
        List<String> words = List.of(written.strip().split("\\s+", -1));
        String cut = written;
        for (int i = 1; i <= Math.min(CUT_WORDS_MAX, words.size()); i++) {
            if (endAt(Words.key(String.join(" ", words.subList(0, i))), 0) == Words
                    .key(String.join(" ", words.subList(0, i))).length()) {
                cut = String.join(" ", words.subList(i, words.size()));
            }
        }
        return cut;
    }

    /** The text behind the first of the phrases in it. */
    public Optional<String> after(String key) {
        return first(key, 0).map(span -> key.substring(span.to).strip());
    }

    /** The text with each of the phrases replaced. */
    public String replaced(String key, String by) {
        String text = key;
        for (Optional<Span> span = first(text, 0); span.isPresent();) {
            String done = text.substring(0, span.get().from) + by;
            text = done + text.substring(span.get().to);
            span = first(text, done.length());
        }
        return text;
    }
}
