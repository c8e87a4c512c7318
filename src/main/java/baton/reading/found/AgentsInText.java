package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.reading.language.NameIndex;

/** The agents that a sentence names. */
public final class AgentsInText {

    private static final int WORDS_MAX = 5;

    private AgentsInText() {}

    /** An agent with the words that name it, from the first to behind the last. */
    public record Named(String id, int from, int to) {}

    /** Their ids in the order of the text; only whole names, or shorter ones that say "agent", count. */
    public static List<String> of(String text, Roster roster) {
        return places(List.of(text.strip().split("[\\s,;()\\[\\]]+", -1)), roster, false).stream().map(Named::id)
                .distinct()
                .toList();
    }

    /** The words of a text with the signs behind them, without brackets. */
    public static List<String> words(String text) {
        return List.of(text.strip().replaceAll("[()\\[\\]]", " ").strip().split("\\s+", -1));
    }

    /** Where words name agents, in small letters too. */
    public static List<Named> inAnyCase(List<String> words, Roster roster) {
        return places(words, roster, true);
    }

    private static List<Named> places(List<String> words, Roster roster, boolean small) {
        List<Named> named = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int used = 1;
            for (int count = Math.min(WORDS_MAX, words.size() - at); count > 0; count--) {
                String some = String.join(" ", words.subList(at, at + count)).replaceAll("[.:!?,;]+$", "");
                Optional<String> id = small || isName(some) ? roster.inText(some) : Optional.empty();
                if (id.isPresent()) {
                    named.add(new Named(id.get(), at, at + count));
                    used = count;
                    break;
                }
            }
            at += used;
        }
        return named;
    }

    private static boolean isName(String some) {
        return some.startsWith("@") || NameIndex.saysAgent(some) || some.matches("\\p{L}+([-_]\\p{L}+)+")
                || (!some.isEmpty() && Character.isUpperCase(some.codePointAt(0)));
    }
}
