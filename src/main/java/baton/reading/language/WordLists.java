package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists that people write in one line. */
public final class WordLists {

    private WordLists() {}

    /** Splits at commas that are not inside brackets; quotes around an item are dropped, empty items too. */
    public static List<String> split(String written) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= written.length(); i++) {
            char here = i == written.length() ? ',' : written.charAt(i);
            depth += here == '(' ? 1 : here == ')' && depth > 0 ? -1 : 0;
            if (i == written.length() || (here == ',' && depth == 0)) {
                String item = bare(written.substring(from, i));
                if (!item.isEmpty()) {
                    items.add(item);
                }
                from = i + 1;
            }
        }
        return items;
    }

    /** The text without blanks and without one pair of quotes or backticks around it. */
    public static String bare(String written) {
        String text = written.strip();
        boolean quoted = text.length() > 1 && "\"'`".indexOf(text.charAt(0)) >= 0
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** Splits at what the pattern finds outside brackets. */
    public static List<String> split(String written, Pattern between) {
        List<String> items = new ArrayList<>();
        Matcher matcher = between.matcher(written);
        int from = 0;
        while (matcher.find()) {
            String before = written.substring(from, matcher.start());
            if (before.chars().filter(c -> c == '(').count() <= before.chars().filter(c -> c == ')').count()) {
                items.add(before);
                from = matcher.end();
            }
        }
        items.add(written.substring(from));
        return items;
    }
}
