package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prompts that are divided by tags, and boxes drawn as signs, in the form that Markdown has for the same.
 *
 * <p>
 * A tag of the writer's own alone in a line, {@code <done_when>}, becomes a label above what follows; a named agent in a tag
 * becomes an item. HTML stays as it is, and so does everything inside fences. Every line keeps its place.
 */
public final class TaggedLines {

    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
    private static final Pattern TAG = Pattern.compile("\\s*<(/?)([A-Za-z][\\w-]*)>\\s*");
    private static final Pattern AGENT = Pattern.compile(
            "\\s*<([A-Za-z][\\w-]*)\\s+(?:name|id)=[\"']([^\"'<>]{2,60})[\"'][^<>]*>(.*?)(?:</\\1>)?\\s*");
    private static final Pattern OPEN_BOX = Pattern.compile("\\s{0,3}(?:[-*+]\\s+)?[☐⬜□]\\s*(?=\\S)");
    private static final Pattern TICKED_BOX = Pattern.compile("\\s{0,3}(?:[-*+]\\s+)?[☑✅]\\s*(?=\\S)");
    private static final Set<String> HTML = Set.of("a", "article", "aside", "b", "blockquote", "body", "br", "caption",
            "center", "code", "dd", "details", "div", "dl", "dt", "em", "figure", "footer", "form", "head", "header",
            "hr",
            "html", "i", "img", "kbd", "li", "main", "nav", "ol", "p", "picture", "pre", "script", "section", "small",
            "span", "strong", "style", "sub", "summary", "sup", "table", "tbody", "td", "template", "th", "thead", "tr",
            "u", "ul", "video", "svg", "title", "link", "meta", "h1", "h2", "h3", "h4", "h5", "h6");

    private TaggedLines() {}

    public static List<String> plain(List<String> lines) {
        boolean boxes = lines.stream().anyMatch(line -> OPEN_BOX.matcher(line).lookingAt());
        List<String> plain = new ArrayList<>();
        boolean fenced = false;
        for (String line : lines) {
            boolean fence = FENCE.matcher(line).matches();
            fenced ^= fence;
            plain.add(fence || fenced ? line : line(line, boxes));
        }
        return plain;
    }

    private static String line(String line, boolean boxes) {
        if (line.indexOf('<') >= 0) {
            return tag(line);
        }
        if (boxes) {
            Matcher open = OPEN_BOX.matcher(line);
            Matcher ticked = TICKED_BOX.matcher(line);
            if (open.lookingAt()) {
                return "- [ ] " + line.substring(open.end());
            }
            return ticked.lookingAt() ? "- [x] " + line.substring(ticked.end()) : line;
        }
        return line;
    }

    private static String tag(String line) {
        Matcher agent = AGENT.matcher(line);
        if (agent.matches() && NameIndex.saysAgent(agent.group(1))) {
            return "- **" + agent.group(2) + "**: " + agent.group(3).strip();
        }
        Matcher tag = TAG.matcher(line);
        if (!tag.matches() || HTML.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
            return line;
        }
        return tag.group(1).isEmpty() ? "**" + tag.group(2).replace('_', ' ').replace('-', ' ') + ":**" : "";
    }
}
