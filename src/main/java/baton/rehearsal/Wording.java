package baton.rehearsal;

import java.util.List;
import java.util.Locale;

/** The fixed words of the rehearsal model, and how it puts lists into sentences. */
final class Wording {
    /** Stands at the top of every file the model writes. */
    static final String MARK = "Rehearsal: written by the offline rehearsal model, not by an LLM";

    private static final int QUOTE_CHARS_MAX = 240;

    private Wording() {}

    static String count(long number, String one, String many) {
        return number == 1 ? "one " + one : spelled(number) + " " + many;
    }

    private static String spelled(long number) {
        var words = List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        return number >= 0 && number < words.size() ? words.get((int) number) : Long.toString(number);
    }

    /** {@code a, b and c}. */
    static String joined(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        return String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** On one line, cut between words where it is long. */
    static String quote(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= QUOTE_CHARS_MAX) {
            return line;
        }
        int cut = line.lastIndexOf(' ', QUOTE_CHARS_MAX - 2);
        return line.substring(0, cut > 0 ? cut : QUOTE_CHARS_MAX - 2) + " …";
    }

    /** The file names of paths, as code. */
    static String files(List<String> paths) {
        return joined(paths.stream().map(path -> "`" + SourceText.fileName(path) + "`").toList());
    }

    static String withoutFullStop(String sentence) {
        String stripped = sentence.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
