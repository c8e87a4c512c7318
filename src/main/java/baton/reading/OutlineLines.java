package baton.reading;

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
 * their number is long. A number that another line points to stays in front of its item. Every line keeps its place.
 */
final class OutlineLines {

    private static final Pattern NUMBERED = Pattern.compile("\\s*((\\d{1,2})(?:\\.\\d{1,2}){1,4})[.)]?\\s+(\\S.*)");
    private static final Pattern TOP = Pattern.compile("(\\d{1,2})[.)]?\\s+(\\S.{0,80})");
    private static final Pattern POINTER = Pattern.compile("(?<![\\p{N}.])\\d{1,2}(?:\\.\\d{1,2}){1,4}(?![\\p{N}.]\\p{N})");
    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final int ITEMS_MIN = 4;
    private static final int TOPS_MIN = 2;

    private OutlineLines() {}

    /** The lines as Markdown; as they are where too few are numbered so, or headings of Markdown carry the numbers. */
    static List<String> marked(List<String> lines) {
        boolean fenced = lines.stream().anyMatch(line -> FENCE.matcher(line).matches());
        Set<String> tops = new LinkedHashSet<>();
        Set<String> pointed = new LinkedHashSet<>();
        int items = 0;
        for (String line : lines) {
            Matcher numbered = NUMBERED.matcher(line);
            if (numbered.matches()) {
                items++;
                tops.add(numbered.group(2));
                POINTER.matcher(numbered.group(3)).results().forEach(found -> pointed.add(found.group()));
            }
        }
        long heads = lines.stream().map(TOP::matcher).filter(Matcher::matches).filter(top -> tops.contains(top.group(1)))
                .count();
        return fenced || items < ITEMS_MIN || heads < TOPS_MIN ? lines : marked(lines, tops, pointed);
    }

    private static List<String> marked(List<String> lines, Set<String> tops, Set<String> pointed) {
        List<String> marked = new ArrayList<>();
        for (String line : lines) {
            Matcher numbered = NUMBERED.matcher(line);
            Matcher top = TOP.matcher(line);
            if (numbered.matches()) {
                int depth = numbered.group(1).split("\\.", -1).length - 2;
                String number = pointed.contains(numbered.group(1)) ? numbered.group(1) + ". " : "";
                marked.add("  ".repeat(depth) + "- " + number + numbered.group(3));
            } else if (top.matches() && tops.contains(top.group(1))) {
                marked.add("## " + top.group(2).strip());
            } else {
                marked.add(line);
            }
        }
        return marked;
    }
}
