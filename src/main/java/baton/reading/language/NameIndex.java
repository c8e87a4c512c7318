package baton.reading.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One agent for all spellings of its name.
 *
 * <p>
 * "Backend Agent", "backend", {@code @Backend} and "Agent 2" are one, if a heading says that Agent 2 is the backend.
 * Words are compared whole; nothing is matched by likeness. Where a name is expected, a shorter form counts if it can
 * only mean one agent: "Testing Agent" for "Testing & QA Agent".
 */
public final class NameIndex {

    private static final Set<String> NOISE = Set.of("the", "sub", "der", "die", "das", "le", "la", "el", "il", "de",
            "l", "den", "dem", "het", "los", "las");
    private static final Set<String> ARTICLES = Set.of("o", "a", "os", "as", "les", "lo", "gli", "i");
    private static final Pattern CLOSE = Pattern.compile("(?<=" + EastAsian.SIGN + ")(?="
            + Lexicon.WORDS.pattern("AGENT") + "(?!" + EastAsian.SIGN + "))");
    private static final int STEM_CHARS_MIN = 4;
    private static final int NUMBER_CHARS_MAX = 2;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Set<String>> byWord = new HashMap<>();
    private final TreeMap<String, Set<String>> joined = new TreeMap<>();
    private final TreeMap<String, Set<String>> starts = new TreeMap<>();

    /** The form in which spellings are compared: words without the noise around a name. */
    public static String key(String written) {
        return ReadingMemory.of(memory -> memory.nameKeys, written, NameIndex::keyOf);
    }

    private static String keyOf(String written) {
        String key = Words.key(written);
        Set<String> agent = Lexicon.WORDS.words("AGENT");
        List<String> words = words(written);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean numbered = i == words.size() - 2 && words.getLast().length() <= NUMBER_CHARS_MAX;
            boolean article = i == 0 && words.size() > 1 && ARTICLES.contains(words.get(i));
            if (!article && !NOISE.contains(words.get(i)) && (!agent.contains(words.get(i)) || numbered)) {
                // "Agent 2" is one name in all the forms and languages that the word has.
                kept.add(agent.contains(words.get(i)) ? "agent" : words.get(i));
            }
        }
        if (kept.isEmpty()) {
            // "DE Agent" is called by a word that is noise elsewhere.
            words.stream().filter(word -> !agent.contains(word)).forEach(kept::add);
        }
        return kept.isEmpty() ? key : String.join(" ", kept);
    }

    /** True where the words hold one for an agent, as in "Testing Agent". */
    public static boolean saysAgent(String written) {
        Set<String> agent = Lexicon.WORDS.words("AGENT");
        return words(written).stream().anyMatch(agent::contains);
    }

    /** The words in the form for comparing; the word for an agent is one of its own in every script. */
    public static List<String> words(String written) {
        return ReadingMemory.of(memory -> memory.nameWords, written, NameIndex::wordsOf);
    }

    private static List<String> wordsOf(String written) {
        return List.of(Words.key(apart(written)).split(" ", -1));
    }

    /** With a blank before the word for an agent, which stands close behind a name in scripts without blanks. */
    private static String apart(String text) {
        return EastAsian.isIn(text) ? CLOSE.matcher(text).replaceAll(" ") : text;
    }

    /** Gives this spelling to the agent, unless another has it already. */
    public void add(String written, String id) {
        String key = key(written);
        if (key.isEmpty()) {
            return;
        }
        ids.putIfAbsent(key, id);
        for (String word : key.split(" ", -1)) {
            byWord.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(id);
        }
        starts.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(id);
        joined.computeIfAbsent(key.replace(" ", ""), _ -> new LinkedHashSet<>()).add(id);
    }

    public Optional<String> find(String written) {
        return Optional.ofNullable(ids.get(key(written)));
    }

    /** The one agent that a shorter form can mean; only for places where a name is expected. */
    public Optional<String> shortened(String written) {
        Optional<String> exact = find(written);
        if (exact.isPresent()) {
            return exact;
        }
        String key = key(written);
        Set<String> meant = new LinkedHashSet<>();
        boolean first = true;
        for (String word : key.split(" ", -1)) {
            Set<String> of = byWord.getOrDefault(word, Set.of());
            if (first) {
                meant.addAll(of);
            } else {
                meant.retainAll(of);
            }
            first = false;
        }
        if (meant.isEmpty() && key.length() >= STEM_CHARS_MIN) {
            String stem = key.replace(" ", "");
            joined.subMap(stem, stem + Character.MAX_VALUE).values().forEach(meant::addAll);
        }
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    /** The one agent whose name begins with these words. */
    public Optional<String> begun(String written) {
        String key = key(written);
        Set<String> meant = new LinkedHashSet<>();
        starts.subMap(key + " ", key + " " + Character.MAX_VALUE).values().forEach(meant::addAll);
        return key.isEmpty() || meant.size() != 1 ? Optional.empty() : Optional.of(meant.iterator().next());
    }

    /** All spellings, for hints. */
    public List<String> spellings() {
        return List.copyOf(ids.keySet());
    }
}
