package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names with what is said of them, set out by a colon at the margin, by an arrow or by blanks alone, as items of a list.
 *
 * <p>
 * A line above {@code :   what is said} is a term, as several dialects of Markdown know it. Indented lines that all begin with
 * a name, right below a short line at the margin, are a list below a title. Every line keeps its place.
 */
public final class NamedBelow {

    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final Pattern SAID = Pattern.compile(" {0,3}:\\s+(\\S.*)");
    private static final Pattern MARGIN = Pattern.compile("(?![-*+>#|<:]|\\d{1,3}[.)]\\s)(\\S.{1,70})");
    private static final Pattern NAMED = Pattern
            .compile("(?:\\t| {2,8})(@?\\p{L}[^:–—]{0,40}?(?:\\s+[–—-]|:)\\s+\\S.*)");
    private static final Pattern ARROWED = Pattern.compile("(\\s{0,8})(?:→|⟶|➜|➔|►|▸|»|[-=]>)\\s+(\\S.*)");
    private static final int TITLE_WORDS_MAX = 8;
    private static final int NAMED_MIN = 2;

    private NamedBelow() {}

    /** The lines as Markdown; those of fences stay as they are. */
    public static List<String> marked(List<String> lines) {
        List<String> marked = new ArrayList<>(lines);
        boolean fenced = false;
        for (int i = 1; i < lines.size(); i++) {
            fenced ^= FENCE.matcher(lines.get(i - 1)).matches();
            if (!fenced && lines.get(i).length() > 1) {
                defined(lines, i, marked);
                listed(lines, i, marked);
                arrowed(lines, i, marked);
            }
        }
        return marked;
    }

    private static void defined(List<String> lines, int at, List<String> marked) {
        Matcher said = lines.get(at).indexOf(':') < 0 ? null : SAID.matcher(lines.get(at));
        if (said == null || !said.matches()) {
            return;
        }
        int term = lines.get(at - 1).isBlank() && at > 1 ? at - 2 : at - 1;
        if (isTitle(lines.get(term)) && marked.get(term).equals(lines.get(term))) {
            marked.set(term, "- **" + lines.get(term).strip() + "**:");
            marked.set(at, "  " + said.group(1));
        }
    }

    private static void listed(List<String> lines, int at, List<String> marked) {
        if (!isTitle(lines.get(at - 1)) || !NAMED.matcher(lines.get(at)).matches()) {
            return;
        }
        int end = at;
        while (end < lines.size() && NAMED.matcher(lines.get(end)).matches()) {
            end++;
        }
        boolean whole = end == lines.size() || lines.get(end).isBlank()
                || !Character.isWhitespace(lines.get(end).charAt(0));
        if (whole && end - at >= NAMED_MIN) {
            for (int i = at; i < end; i++) {
                marked.set(i, "- " + lines.get(i).strip());
            }
        }
    }

    /** Several lines in a row that begin with an arrow have it for a bullet. */
    private static void arrowed(List<String> lines, int at, List<String> marked) {
        Matcher before = ARROWED.matcher(lines.get(at - 1));
        Matcher arrow = ARROWED.matcher(lines.get(at));
        if (before.matches() && arrow.matches()) {
            marked.set(at - 1, before.group(1) + "- " + before.group(2));
            marked.set(at, arrow.group(1) + "- " + arrow.group(2));
        }
    }

    private static boolean isTitle(String line) {
        return MARGIN.matcher(line).matches() && Words.count(line) <= TITLE_WORDS_MAX
                && !line.strip().matches(".*[.!?;,]");
    }
}
