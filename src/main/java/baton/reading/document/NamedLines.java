package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import baton.reading.language.Period;

/**
 * Lines at the margin that are set in bold, or name somebody or a stretch of time, right between items: whoever writes them
 * means a title, though Markdown takes them for the end of the last item. Every line keeps its place.
 */
final class NamedLines {

    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+]|\\d{1,3}[.)])\\s+.*");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final Pattern BOLD = Pattern
            .compile("\\*\\*[^*:]{2,50}(?::\\s[^*]{2,40})?\\*\\*(?:\\s*\\([^()]{2,40}\\))?");
    private static final Pattern HANDLE = Pattern
            .compile("(?:@?\\p{Ll}[\\p{Ll}\\p{N}]*(?:[-_][\\p{Ll}\\p{N}]+)+|@[\\p{L}\\p{N}_-]+):?");
    private static final Pattern UNDERLINE = Pattern.compile("[-=]{3,}\\s*");
    private static final String HEADING = "###### ";
    private static final int CHARS_MAX = 60;

    private NamedLines() {}

    static List<String> apart(List<String> lines) {
        List<String> apart = new ArrayList<>(lines);
        boolean fenced = false;
        for (int i = 1; i + 1 < lines.size(); i++) {
            fenced ^= FENCE.matcher(lines.get(i - 1)).matches();
            boolean above = lines.get(i - 1).isBlank() || lines.get(i - 1).startsWith("#")
                    || UNDERLINE.matcher(lines.get(i - 1)).matches();
            boolean title = isItem(lines.get(i - 1)) ? isTitle(lines.get(i)) : above && isHandle(lines.get(i).strip());
            if (!fenced && title && isItem(lines.get(i + 1))) {
                apart.set(i, HEADING + lines.get(i).strip());
            }
        }
        return apart;
    }

    private static boolean isItem(String line) {
        return ITEM.matcher(line).matches();
    }

    private static boolean isTitle(String line) {
        return !line.isBlank() && line.length() <= CHARS_MAX && !Character.isWhitespace(line.charAt(0))
                && !isItem(line) && !line.startsWith("#") && !line.startsWith("|")
                && (BOLD.matcher(line.strip()).matches() || AgentTitle.isName(line)
                        || Period.ofTitle(line).isPresent() || isHandle(line.strip()));
    }

    /** "secret-keeper" alone on a line is somebody's file name. */
    private static boolean isHandle(String line) {
        return HANDLE.matcher(line).matches();
    }
}
