package baton.reading.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The word lists of all languages, from the file beside this class.
 *
 * <p>
 * Everything is compared in the form of {@link Words#key}. A word that ends in a star stands for all words that begin so; a
 * star alone stands for any one word.
 */
public final class Lexicon {

    /** The lists that are shipped. */
    public static final Lexicon WORDS = read();

    private static final int STEM_CHARS_MIN = 3;

    private final Map<String, List<Wording>> topicsByFirst = new HashMap<>();
    private final Map<String, List<Wording>> topicsByStem = new HashMap<>();
    private final Map<String, List<String>> topicsByTitle = new HashMap<>();
    private final List<Wording> unspaced = new ArrayList<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final Map<String, String> labelsByFirst = new HashMap<>();
    private final Set<String> labelStarts = new HashSet<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** No more than there are lists; several patterns hold the same one. */
    private final Map<String, String> patterns = new ConcurrentHashMap<>();

    private Lexicon() {}

    private record Wording(String topic, List<String> words) {}

    private record Span(String topic, int from, int to) {

        boolean isInside(Span other) {
            return other.from <= from && other.to >= to && other.to - other.from > to - from;
        }
    }

    /** The names of the topics that a title speaks of, by wordings of at least so many words. */
    public Set<String> topics(String key, int wordsMin) {
        return wordsMin == 1
                ? ReadingMemory.of(memory -> memory.topics, key, said -> topicsOf(said, 1))
                : topicsOf(key, wordsMin);
    }

    private Set<String> topicsOf(String key, int wordsMin) {
        String[] said = key.split(" ", -1);
        List<Span> found = new ArrayList<>();
        for (int i = 0; i < said.length; i++) {
            match(topicsByFirst.getOrDefault(said[i], List.of()), said, i, found);
            for (int end = STEM_CHARS_MIN; end <= said[i].length(); end++) {
                match(topicsByStem.getOrDefault(said[i].substring(0, end), List.of()), said, i, found);
            }
        }
        topicsByTitle.getOrDefault(said.length < wordsMin ? "" : key, List.of())
                .forEach(topic -> found.add(new Span(topic, 0, said.length)));
        if (EastAsian.isIn(key)) {
            unspaced(key).forEach(topic -> found.add(new Span(topic, 0, said.length)));
        }
        return found.stream()
                .filter(span -> span.to - span.from >= wordsMin && found.stream().noneMatch(span::isInside))
                .map(Span::topic)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Words of these scripts stand without blanks between them; what a title is about stands at its end. */
    private Set<String> unspaced(String key) {
        Set<String> topics = new LinkedHashSet<>();
        int last = -1;
        for (Wording wording : unspaced) {
            String word = wording.words.getFirst();
            int end = key.lastIndexOf(word) < 0 ? -1 : key.lastIndexOf(word) + word.length();
            if (end > last) {
                topics.clear();
                last = end;
            }
            if (end >= 0 && end == last) {
                topics.add(wording.topic);
            }
        }
        return topics;
    }

    private static void match(List<Wording> wordings, String[] said, int at, List<Span> found) {
        for (Wording wording : wordings) {
            boolean fits = at + wording.words.size() <= said.length;
            for (int j = 0; fits && j < wording.words.size(); j++) {
                String word = wording.words.get(j);
                fits = word.endsWith("*")
                        ? said[at + j].startsWith(word.substring(0, word.length() - 1))
                        : word.equals(said[at + j]);
            }
            if (fits) {
                found.add(new Span(wording.topic, at, at + wording.words.size()));
            }
        }
    }

    /** The labels whose wording this is, in the order of {@link Label}. */
    public List<String> labels(String key) {
        List<String> exact = labels.get(key);
        if (exact != null) {
            return exact;
        }
        int blank = key.indexOf(' ');
        String first = blank < 0 ? key : key.substring(0, blank);
        return Optional.ofNullable(blank < 0 || key.indexOf(' ', blank + 1) >= 0 ? null : labelsByFirst.get(first))
                .map(List::of).orElse(List.of());
    }

    /** True where a label begins with this word. */
    public boolean beginsLabel(String word) {
        return labelStarts.contains(word);
    }

    /** One of the word lists. */
    public Set<String> words(String list) {
        return Objects.requireNonNull(words.get(list), list);
    }

    /** The number that a word stands for. */
    public Optional<Integer> number(String word) {
        return Optional.ofNullable(numbers.get(word));
    }

    /** The list as one alternation for patterns over text in the form for comparing, longest first. */
    public String pattern(String list) {
        return patterns.computeIfAbsent(list, one -> Alternation.of(words(one)));
    }

    private static Lexicon read() {
        var lexicon = new Lexicon();
        try (var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream("words.txt"), "words.txt");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String list = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    list = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    for (String wording : line.substring(line.indexOf('=') + 1).split(",", -1)) {
                        lexicon.add(list, wording.strip());
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lexicon;
    }

    /** The form for comparing, with the stars kept. */
    private static String key(String wording) {
        return isKey(wording) ? wording : keyOf(wording);
    }

    /** Most wordings are written in the form for comparing. */
    private static boolean isKey(String wording) {
        for (int i = 0; i < wording.length(); i++) {
            char sign = wording.charAt(i);
            char before = i == 0 ? ' ' : wording.charAt(i - 1);
            boolean fits = sign == ' '
                    ? before != ' '
                    : sign == '*'
                            ? i + 1 == wording.length() || wording.charAt(i + 1) == ' '
                            : Words.isLetterOrNumber(sign) && Character.toLowerCase(sign) == sign;
            if (!fits) {
                return false;
            }
        }
        return !wording.endsWith(" ");
    }

    private static String keyOf(String wording) {
        return List.of(wording.strip().split("\\s+", -1)).stream().map(word -> word.equals("*")
                ? "*"
                : word.endsWith("*") ? Words.key(word.substring(0, word.length() - 1)) + "*" : Words.key(word))
                .collect(Collectors.joining(" "));
    }

    private void add(String list, String written) {
        int dot = list.indexOf('.');
        String name = list.substring(dot + 1);
        String wording = key(written);
        if (written.startsWith("\"")) {
            topicsByTitle.computeIfAbsent(wording, _ -> new ArrayList<>()).add(name);
            return;
        }
        switch (list.substring(0, dot)) {
            case "topic" -> {
                List<String> parts = List.of(wording.split(" ", -1));
                String first = parts.getFirst();
                if (EastAsian.isIn(first)) {
                    unspaced.add(new Wording(name, parts));
                    return;
                }
                boolean stem = first.endsWith("*");
                (stem ? topicsByStem : topicsByFirst).computeIfAbsent(
                        stem ? first.substring(0, first.length() - 1) : first, _ -> new ArrayList<>())
                        .add(new Wording(name, parts));
            }
            case "label" -> {
                labelStarts.add(wording.split(" ", 2)[0]);
                if (wording.endsWith(" *")) {
                    labelsByFirst.putIfAbsent(wording.substring(0, wording.length() - 2), name);
                } else {
                    List<String> known = labels.computeIfAbsent(wording, _ -> new ArrayList<>());
                    if (!known.contains(name)) {
                        known.add(name);
                    }
                }
            }
            case "number" -> numbers.put(wording, Integer.valueOf(name));
            default -> words.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(wording);
        }
    }
}
