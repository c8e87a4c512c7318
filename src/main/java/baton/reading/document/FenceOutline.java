package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists inside a fence, as people write them: "Morning:" above items, a name above its jobs, numbered steps below a comment.
 *
 * <p>
 * Items nest by their indentation. A line that is no item is a paragraph of its own, so that it can lead to the next list.
 */
final class FenceOutline {

    private static final Set<String> TEXTS = Set.of("", "text", "txt", "plain", "plaintext", "yaml", "yml", "markdown",
            "md");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*•+]|(\\d{1,3})[.)]|\\(?[a-z]\\))\\s+(.*)");
    private static final Pattern CODE = Pattern
            .compile(
                    ".*(?:[;{}]\\s*$|^\\s*(?:import|from|def|class|func|function|return|const|let|var|package|public|if|for)\\b.*[(;{:]|=>|\\)\\s*\\{|&&).*");
    private static final String DRAWN = "├└│┬";
    private static final String OF_CODE = ";{}(:=&";

    private FenceOutline() {}

    /** True for fences of text that hold at least one item and no code. */
    static boolean isOutline(Block.Fence fence) {
        if (!TEXTS.contains(fence.info())) {
            return false;
        }
        boolean items = false;
        for (Block.TextLine line : fence.lines()) {
            if (holds(line.raw(), DRAWN)) {
                return false;
            }
            boolean item = ITEM.matcher(line.raw()).matches();
            if (!item && holds(line.raw(), OF_CODE) && CODE.matcher(line.raw()).matches()) {
                return false;
            }
            items |= item;
        }
        return items && !MermaidFlowchart.isFlowchart(fence.lines());
    }

    private static boolean holds(String text, String signs) {
        for (int i = 0; i < signs.length(); i++) {
            if (text.indexOf(signs.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static List<Block> read(Block.Fence fence) {
        List<Block> blocks = new ArrayList<>();
        List<Entry> open = new ArrayList<>();
        boolean ordered = false;
        for (Block.TextLine line : fence.lines()) {
            Matcher item = ITEM.matcher(line.raw());
            if (item.matches()) {
                ordered = open.isEmpty() ? item.group(2) != null : ordered;
                open.add(new Entry(item.group(1).length(), new Block.TextLine(item.group(3), line.line())));
            } else if (!line.raw().isBlank()) {
                boolean continued = !open.isEmpty() && indent(line.raw()) > open.getLast().indent;
                if (continued) {
                    open.getLast().lines.add(new Block.TextLine(line.raw().strip(), line.line()));
                } else {
                    close(open, ordered, blocks);
                    String text = line.raw().strip().replaceFirst("^#+\\s*", "");
                    if (!text.isEmpty()) {
                        blocks.add(new Block.Paragraph(List.of(new Block.TextLine(text, line.line()))));
                    }
                }
            }
        }
        close(open, ordered, blocks);
        return blocks;
    }

    private static int indent(String raw) {
        return raw.length() - raw.stripLeading().length();
    }

    private static void close(List<Entry> open, boolean ordered, List<Block> blocks) {
        if (!open.isEmpty()) {
            blocks.add(listing(open, ordered));
            open.clear();
        }
    }

    private static Block.Listing listing(List<Entry> entries, boolean ordered) {
        List<Block.Item> items = new ArrayList<>();
        int at = 0;
        while (at < entries.size()) {
            Entry entry = entries.get(at);
            int end = at + 1;
            while (end < entries.size() && entries.get(end).indent > entry.indent) {
                end++;
            }
            List<Block> inner = end > at + 1 ? List.of(listing(entries.subList(at + 1, end), false)) : List.of();
            items.add(new Block.Item(entry.lines, inner, entry.lines.getFirst().line(),
                    entries.get(end - 1).lines.getLast().line()));
            at = end;
        }
        return new Block.Listing(ordered, items, items.getFirst().line(), items.getLast().lastLine());
    }

    /** One item with the lines that go on with it. */
    private static final class Entry {
        private final int indent;
        private final List<Block.TextLine> lines = new ArrayList<>();

        Entry(int indent, Block.TextLine first) {
            this.indent = indent;
            lines.add(first);
        }
    }
}
