package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Words;

/**
 * Plain text in the form that Markdown has for the same: a line alone above indented ones is a heading, indented lines are
 * items, and what stands far to the right of a line is a column.
 *
 * <p>
 * Only for documents in which nobody used a mark of Markdown; every line keeps its place.
 */
final class PlainOutline {

    private static final Pattern MARKS = Pattern
            .compile("\\s{0,3}(?:#{1,6}\\s.*|```.*|~~~.*|\\|.*\\|\\s*|[=-]{3,}\\s*|>.*|<.*)|.*\\*\\*\\S.*|.*__\\S.*");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+•]|(?:\\d{1,3}|[a-z])[.)])\\s+(.*)");
    private static final Pattern COLUMNS = Pattern.compile("(\\S.*?\\S)(?:\\s{3,}|\\t+\\s*|\\s*\\.{4,}\\s*)(\\S.*)");
    private static final int INDENT_MIN = 2;
    private static final int TITLE_WORDS_MAX = 10;

    private final List<String> lines;

    private PlainOutline(List<String> lines) {
        this.lines = lines;
    }

    /** The lines as Markdown; as they are where they use any mark, or hold no indented line. */
    static List<String> marked(List<String> lines) {
        boolean open = lines.stream().noneMatch(line -> MARKS.matcher(line).matches())
                && lines.stream().anyMatch(PlainOutline::isIndented);
        return open ? new PlainOutline(lines).marked() : lines;
    }

    private List<String> marked() {
        List<String> marked = new ArrayList<>();
        boolean first = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                marked.add("");
            } else if (isTitle(i)) {
                marked.add((first ? "# " : "## ") + line.strip().replaceFirst(":$", ""));
                first = false;
            } else {
                marked.add(isIndented(line) ? item(line) : line);
            }
        }
        return marked;
    }

    private static boolean isIndented(String line) {
        return line.length() > INDENT_MIN && (line.startsWith(" ".repeat(INDENT_MIN)) || line.startsWith("\t"))
                && !line.isBlank();
    }

    /** At the margin, short, no sentence, and followed by indented lines, or the first line of all. */
    private boolean isTitle(int at) {
        String line = lines.get(at);
        boolean begins = at == 0 || lines.get(at - 1).isBlank() || isIndented(lines.get(at - 1));
        boolean title = !isIndented(line) && !ITEM.matcher(line).matches() && Words.count(line) <= TITLE_WORDS_MAX
                && !line.strip().matches(".*[.!?;,]");
        int next = at + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        boolean above = next < lines.size() && (isIndented(lines.get(next)) || ITEM.matcher(lines.get(next)).matches());
        boolean head = lines.subList(0, at).stream().allMatch(String::isBlank);
        return begins && title && (above || head);
    }

    private static String item(String line) {
        Matcher item = ITEM.matcher(line);
        String text = item.matches() ? item.group(2) : line.strip();
        String sign = item.matches() ? line.strip().substring(0, line.strip().length() - text.length()) : "- ";
        int depth = line.length() - line.stripLeading().length();
        return " ".repeat(depth / (INDENT_MIN * 2) * INDENT_MIN) + sign + columns(text.strip());
    }

    /** A name in front of its work becomes a label, a name behind it stands in brackets. */
    private static String columns(String text) {
        Matcher columns = COLUMNS.matcher(text);
        if (!columns.matches()) {
            return text;
        }
        return AgentTitle.isName(columns.group(1))
                ? "**" + columns.group(1) + "**: " + columns.group(2)
                : columns.group(1) + " (" + columns.group(2) + ")";
    }
}
