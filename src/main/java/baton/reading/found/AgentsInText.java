package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.reading.language.NameIndex;

/** The agents that a sentence names. */
public final class AgentsInText {

    private static final int WORDS_MAX = 5;

    private AgentsInText() {}

    /** Their ids in the order of the text; only whole names, or shorter ones that say "agent", count. */
    public static List<String> of(String text, Roster roster) {
        List<String> words = List.of(text.strip().split("[\\s,;()\\[\\]]+", -1));
        List<String> ids = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int used = 1;
            for (int count = Math.min(WORDS_MAX, words.size() - at); count > 0; count--) {
                String some = String.join(" ", words.subList(at, at + count)).replaceAll("[.:!?]+$", "");
                Optional<String> id = isName(some) ? roster.inText(some) : Optional.empty();
                if (id.isPresent()) {
                    if (!ids.contains(id.get())) {
                        ids.add(id.get());
                    }
                    used = count;
                    break;
                }
            }
            at += used;
        }
        return ids;
    }

    private static boolean isName(String some) {
        return some.startsWith("@") || NameIndex.saysAgent(some) || some.matches("\\p{L}+([-_]\\p{L}+)+")
                || (!some.isEmpty() && Character.isUpperCase(some.codePointAt(0)));
    }
}
