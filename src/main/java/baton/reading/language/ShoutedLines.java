package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lines in capitals as headings, in documents whose author used no mark of Markdown for any.
 *
 * <p>
 * They need no blank lines around them; what comes before and after them ends and begins there. Every line keeps its place.
 */
public final class ShoutedLines {

    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(?:#{1,6}\\s.*|(?:={3,}|-{3,})\\s*)");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final Pattern TITLE = Pattern
            .compile("(?:\\*\\*|__)?(\\p{L}[\\p{L}\\p{N} '’&/,()+-]{1,60}?)\\s*[:?!]?(?:\\*\\*|__)?\\s*[:?!]?\\s*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");
    private static final int LETTERS_MIN = 2;
    private static final int TITLES_MIN = 3;

    private ShoutedLines() {}

    /** The lines with headings; as they are where any stand already, or fewer than three lines are in capitals. */
    public static List<String> marked(List<String> lines) {
        long titles = lines.stream().filter(ShoutedLines::isTitle).count();
        if (titles < TITLES_MIN || lines.stream().anyMatch(line -> HEADING.matcher(line).matches())) {
            return lines;
        }
        List<String> marked = new ArrayList<>();
        boolean fenced = false;
        boolean first = true;
        for (String line : lines) {
            fenced ^= FENCE.matcher(line).matches();
            boolean title = !fenced && isTitle(line);
            String words = line.strip().replaceAll("^(?:\\*\\*|__)|(?:\\*\\*|__)$", "").replaceFirst(":$", "").strip();
            marked.add(title ? (first ? "# " : "## ") + words : line);
            first &= line.isBlank();
        }
        return marked;
    }

    private static boolean isTitle(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) >= 'a' && line.charAt(i) <= 'z') {
                return false;
            }
        }
        String letters = NO_LETTER.matcher(line).replaceAll("");
        return letters.length() >= LETTERS_MIN && letters.equals(letters.toUpperCase(Locale.ROOT))
                && !letters.equals(letters.toLowerCase(Locale.ROOT)) && TITLE.matcher(line).matches();
    }
}
