package baton.reading.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Outlines in decimal numbers, as word processors and offices write them: "2 Tasks", "2.1 Survey", "2.1.1 Output: …".
 *
 * <p>
 * Markdown knows no such numbers and runs the lines together. The first level becomes headings, the others items as deep as
 * their number is long, and a line that points to another of its chapter, as in "(after 2.1)", points to the item. Every line keeps its place.
 */
public final class OutlineLines {

    private static final Pattern NUMBERED = Pattern.compile("\\s*((\\d{1,2})(?:\\.\\d{1,2}){1,4})[.)]?\\s+(\\S.*)");
    private static final Pattern TOP = Pattern.compile("(\\d{1,2})[.)]?\\s+(\\S.{0,80})");
    private static final Pattern POINTERS = Pattern.compile("\\([^()]*\\)\\s*$");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final int ITEMS_MIN = 4;
    private static final int TOPS_MIN = 2;

    private OutlineLines() {}

    /** The lines as Markdown; as they are where too few are numbered so, or headings of Markdown carry the numbers. */
    public static List<String> marked(List<String> lines) {
        boolean fenced = lines.stream().anyMatch(line -> FENCE.matcher(line).matches());
        Set<String> tops = new LinkedHashSet<>();
        int items = 0;
        for (String line : lines) {
            Matcher numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                items++;
                tops.add(numbered.group(2));
            }
        }
        long heads = lines.stream().map(TOP::matcher).filter(Matcher::matches)
                .filter(top -> tops.contains(top.group(1)))
                .count();
        return fenced || items < ITEMS_MIN || heads < TOPS_MIN ? lines : marked(lines, tops);
    }

    private static List<String> marked(List<String> lines, Set<String> tops) {
        List<String> marked = new ArrayList<>();
        for (String line : lines) {
            Matcher numbered = NUMBERED.matcher(line);
            Matcher top = TOP.matcher(line);
            if (numbered.matches()) {
                List<String> number = List.of(numbered.group(1).split("\\.", -1));
                String chapter = number.getFirst();
                String sign = number.size() == 2 ? number.getLast() + ". " : "- ";
                marked.add("   ".repeat(number.size() - 2) + sign + within(numbered.group(3), chapter));
            } else if (top.matches() && tops.contains(top.group(1))) {
                marked.add("## " + top.group(2).strip());
            } else {
                marked.add(line);
            }
        }
        return marked;
    }

    /** The items of a list count from one in every chapter. */
    private static String within(String text, String chapter) {
        Matcher pointers = POINTERS.matcher(text);
        return pointers.find()
                ? text.substring(0, pointers.start())
                        + pointers.group().replaceAll("(?<![\\d.])" + chapter + "\\.(?=\\d{1,2}(?![\\d.]))", "")
                : text;
    }
}
