package baton.reading.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.reading.source.Remarks;
import baton.reading.source.SourceText;

/**
 * The YAML block at the head of a Markdown file, and the body below it.
 *
 * @param fields
 *            the entries, in order; empty where there is no block
 * @param bodyLine
 *            the line of the file on which the body begins
 */
public record FrontMatter(boolean present, Yaml.Fields fields, String body, int bodyLine) {

    private static final Pattern FENCE = Pattern.compile("-{3,}\\s*");
    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*\\s*:(\\s.*)?");
    private static final String END_OF_YAML = "...";

    /** The entries of a file that is nothing but keys, such as TOML, and whose text stands in one of them. */
    public static FrontMatter ofKeys(Yaml.Fields fields) {
        return new FrontMatter(true, fields, "", 1);
    }

    /** Splits a file and reads its block: as strict YAML, else entry by entry with a warning for each that is not YAML. */
    public static FrontMatter read(SourceText source, Remarks remarks) {
        List<String> lines = source.lines();
        int start = 0;
        while (start < lines.size() && lines.get(start).isBlank()) {
            start++;
        }
        if (start == lines.size() || !begins(lines, start)) {
            return new FrontMatter(false, new Yaml.Fields(List.of(), 1, 1), source.text(), 1);
        }
        int end = closing(lines, start + 1, lines.get(start).strip());
        int bodyFrom = end + 1;
        if (end == lines.size()) {
            end = unclosedEnd(lines, start + 1);
            bodyFrom = end;
            remarks.warning(start + 1, "front-matter-open", "the front matter that starts here is never closed",
                    "Put a line with three dashes below the last key.");
        }
        Yaml.Fields fields = fields(lines.subList(start + 1, end), start + 1, remarks);
        int first = bodyFrom;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        String body = String.join("\n", lines.subList(first, lines.size())).stripTrailing();
        return new FrontMatter(true, fields, body, first + 1);
    }

    private static Yaml.Fields fields(List<String> lines, int offset, Remarks remarks) {
        var strict = new Remarks(remarks.file());
        Optional<Yaml> root = YamlTreeBuilder.parse(String.join("\n", lines), offset, strict);
        if (!strict.hasErrors()) {
            if (root.isEmpty() || (root.get() instanceof Yaml.Scalar(_, var kind, _) && kind == Yaml.Kind.NOTHING)) {
                return new Yaml.Fields(List.of(), offset, 1);
            }
            if (root.get() instanceof Yaml.Fields fields) {
                return fields;
            }
        }
        return FrontMatterRescue.rescue(lines, offset, strict.all(), remarks);
    }

    /** Three dashes begin a block; more of them are a rule across the page, unless a key follows. */
    private static boolean begins(List<String> lines, int at) {
        String line = lines.get(at);
        boolean key = at + 1 < lines.size() && KEY.matcher(lines.get(at + 1)).matches();
        return FENCE.matcher(line).matches() && (key || line.stripTrailing().length() == 3);
    }

    /** The line that ends the block: as many dashes as began it, or the three dots with which YAML ends. */
    private static int closing(List<String> lines, int from, String fence) {
        int end = from;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals(fence)
                && !lines.get(end).stripTrailing().equals(END_OF_YAML)) {
            end++;
        }
        return end;
    }

    /** Without a closing line the block ends where a blank line or a heading does. */
    private static int unclosedEnd(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).isBlank() && !lines.get(end).startsWith("#")) {
            end++;
        }
        return end;
    }
}
