package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a sentence with the places where they stand. */
final class Spots {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    Spots(String text) {
        this.text = text;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group().toLowerCase(Locale.ROOT));
            starts.add(word.start());
            ends.add(word.end());
        }
    }

    int size() {
        return words.size();
    }

    int start(int at) {
        return starts.get(at);
    }

    String word(int at) {
        return words.get(at);
    }

    int end(int at) {
        return ends.get(at);
    }

    String before(int at) {
        return text.substring(0, starts.get(at));
    }

    /** From one word up to another, which is not in it. */
    String between(int from, int to) {
        return text.substring(starts.get(from), starts.get(to));
    }

    String from(int at) {
        return at < starts.size() ? text.substring(starts.get(at)) : "";
    }
}
