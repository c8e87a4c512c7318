package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Blanks;
import baton.reading.language.NamedBelow;
import baton.reading.language.OutlineLines;
import baton.reading.language.ShoutedLines;
import baton.reading.language.TaggedLines;
import baton.reading.language.Words;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Turns commonmark's blocks into ours. Text inside a block is left as written: recognisers look for labels and paths, and
 * those are plainest in the source.
 */
public final class MarkdownTree {

    private static final String BULLETS = "•◦▪‣●∙";
    private static final Pattern DRAWN = Pattern.compile("(?<=\\s)[─━]{1,6}[>▶►→](?=\\s)");
    /** Whoever mixes bullets means one list; a row of stars is a rule. */
    private static final Pattern MIXED = Pattern.compile("^(\\s*)[*+](?=\\s+\\S)(?![*\\s]+$)");
    /** Programs that save as Markdown put a backslash before signs that mean nothing inside a line. */
    private static final Pattern ESCAPED = Pattern.compile("(?<=\\S.{0,400})(?<!^\\d{1,9})\\\\([-.=+!()&~>])");
    private static final Pattern BARE_BOX = Pattern.compile("\\s*\\[[ xX]]\\s+\\S");
    private static final String BELOW = "↳└";
    private static final Pattern SUMMARY = Pattern.compile("(?i)<summary>(.{2,200}?)</summary>");
    /** Lines shorter than this were not broken because they were full. */
    private static final int WRAPPED_MIN = 60;
    private static final Pattern BEGINS = Pattern.compile("[*_`\"“„«(]*\\p{Lu}|[→⇒➜]|[-=]>");
    private static final int OPEN_BLOCKS_MAX = 40;
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).maxOpenBlockParsers(OPEN_BLOCKS_MAX)
            .inlineParserFactory(_ -> (_, _) -> {}).build();

    private final List<String> lines;
    private final int firstLine;

    private MarkdownTree(List<String> lines, int firstLine) {
        this.lines = lines;
        this.firstLine = firstLine;
    }

    /** Parses the lines from {@code firstLine} (counted from 1) on. */
    public static Section parse(List<String> lines, int firstLine) {
        List<String> own = lines.subList(Math.min(firstLine - 1, lines.size()), lines.size());
        List<String> body = TaggedLines.plain(PlainOutline
                .marked(OutlineLines.marked(ShoutedLines.marked(own)))
                .stream().map(MarkdownTree::plain).toList());
        body = NamedLines.apart(NamedBelow.marked(body));
        var tree = new MarkdownTree(body, firstLine);
        var document = (Document) PARSER.parse(String.join("\n", body));
        return tree.sections(document);
    }

    /** Signs that people put for a hyphen or a colon; the line keeps its place. */
    private static String plain(String line) {
        String bounded = Blanks.bounded(line);
        String text = bounded.indexOf('：') < 0 ? bounded : bounded.replace("：", ": ");
        text = text.indexOf('\\') < 0 ? text : ESCAPED.matcher(text).replaceAll("$1");
        if (text.indexOf('─') >= 0 || text.indexOf('━') >= 0) {
            text = DRAWN.matcher(text).replaceAll("-->");
        }
        int first = 0;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        if (first + 3 < text.length() && text.charAt(first) == '[' && BARE_BOX.matcher(text).lookingAt()) {
            return text.substring(0, first) + "- " + text.substring(first);
        }
        if (first < text.length() && BELOW.indexOf(text.charAt(first)) >= 0) {
            return " ".repeat(Math.max(first, 3)) + "- " + text.substring(first + 1).strip();
        }
        boolean bullet = first + 1 < text.length() && BULLETS.indexOf(text.charAt(first)) >= 0
                && Character.isWhitespace(text.charAt(first + 1));
        return bullet
                ? text.substring(0, first) + '-' + text.substring(first + 1)
                : MIXED.matcher(text).replaceFirst("$1-");
    }

    private Section sections(Document document) {
        List<Open> open = new ArrayList<>();
        open.add(new Open(0, "", 0));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                close(open, heading.getLevel(), lineOf(node) - 1);
                open.add(new Open(heading.getLevel(), headingText(heading), lineOf(node)));
            } else {
                open.getLast().blocks.addAll(block(node));
            }
        }
        close(open, 0, firstLine + lines.size() - 1);
        return open.getFirst().section(firstLine + lines.size() - 1);
    }

    /** Ends the sections that a heading of this level ends; level 0 ends all but the document. */
    private static void close(List<Open> open, int level, int lastLine) {
        while (open.size() > 1 && open.getLast().level >= level) {
            Section ended = open.removeLast().section(lastLine);
            open.getLast().children.add(ended);
        }
    }

    private String headingText(Heading heading) {
        String raw = textLines(heading).getFirst().raw().strip();
        return raw.replaceFirst("^#{1,6}(?=\\s|$)", "").replaceFirst("(?:^|\\s)#+\\s*$", "").strip();
    }

    private List<Block> block(Node node) {
        if (node.getSourceSpans().isEmpty()) {
            return List.of();
        }
        return switch (node) {
            case Paragraph paragraph -> List.of(new Block.Paragraph(textLines(paragraph)));
            case ListBlock list -> listing(list);
            case FencedCodeBlock fence -> List.of(fence(fence, fence.getInfo()));
            case IndentedCodeBlock code ->
                List.of(new Block.Fence("", textLines(code), lineOf(code), lastLineOf(code)));
            case TableBlock table -> List.of(table(table));
            case BlockQuote quote -> quoted(quote);
            case HtmlBlock html -> html(html);
            default -> List.of(new Block.Aside(lineOf(node), lastLineOf(node)));
        };
    }

    /** A table is a table in either notation; the rest of HTML sets off what stands elsewhere. */
    private List<Block> html(Node html) {
        List<Block.TextLine> titles = textLines(html).stream().flatMap(line -> summary(line).stream()).toList();
        if (!titles.isEmpty()) {
            return List.of(new Block.Paragraph(titles));
        }
        return HtmlTable.of(textLines(html)).<List<Block>>map(List::of)
                .orElseGet(() -> List.of(new Block.Aside(lineOf(html), lastLineOf(html))));
    }

    /** What can be folded away has a title, as a line in bold has. */
    private static Optional<Block.TextLine> summary(Block.TextLine line) {
        Matcher title = SUMMARY.matcher(line.raw());
        return title.find()
                ? Optional.of(new Block.TextLine(title.group(1).replaceAll("(?i)</?(?:b|strong)>", "**")
                        .replaceAll("<[^>]{1,40}>", "").strip(), line.line()))
                : Optional.empty();
    }

    /** What is quoted is said; quotation marks only set it off. */
    private List<Block> quoted(BlockQuote quote) {
        List<Block> blocks = new ArrayList<>();
        for (Node child = quote.getFirstChild(); child != null; child = child.getNext()) {
            blocks.addAll(block(child));
        }
        return blocks;
    }

    /** The list, and what follows it without an empty line between. */
    private List<Block> listing(ListBlock list) {
        List<Block.Item> items = new ArrayList<>();
        List<Block.TextLine> behind = List.of();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!item.getSourceSpans().isEmpty()) {
                Block.Item read = item(item);
                int end = item.getNext() == null ? ownEnd(read) : read.lines().size();
                behind = read.lines().subList(end, read.lines().size());
                items.addAll((behind.isEmpty() ? read : read.until(end)).apart());
            }
        }
        int last = behind.isEmpty() ? lastLineOf(list) : behind.getFirst().line() - 1;
        var own = new Block.Listing(list instanceof OrderedList, items, lineOf(list), last);
        return behind.isEmpty() ? List.of(own) : List.of(own, new Block.Paragraph(behind));
    }

    /**
     * How many lines of the last item are its own. A line as far left as the bullets belongs to it only by the letter of the
     * format: one that begins anew below a short line is a sentence about the whole list.
     */
    private int ownEnd(Block.Item item) {
        List<Block.TextLine> texts = item.lines();
        for (int i = 1; item.inner().isEmpty() && i < texts.size(); i++) {
            boolean left = indent(texts.get(i).line()) <= indent(item.line());
            String text = texts.get(i).raw().strip();
            boolean brief = texts.get(i - 1).raw().strip().length() <= WRAPPED_MIN;
            if (left && brief && BEGINS.matcher(text).lookingAt()) {
                return i;
            }
        }
        return texts.size();
    }

    private int indent(int line) {
        String text = lines.get(line - firstLine);
        return text.length() - text.stripLeading().length();
    }

    private Block.Item item(Node item) {
        List<Block.TextLine> first = List.of();
        List<Block> inner = new ArrayList<>();
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (first.isEmpty() && inner.isEmpty() && child instanceof Paragraph) {
                first = textLines(child);
            } else {
                inner.addAll(block(child));
            }
        }
        return new Block.Item(first, inner, lineOf(item), lastLineOf(item));
    }

    private Block.Fence fence(Node fence, String info) {
        List<Block.TextLine> all = textLines(fence);
        boolean closed = all.size() > 1 && all.getLast().raw().strip().matches("`{3,}|~{3,}");
        String word = info == null ? "" : info.strip().split("[\\s{]", 2)[0].toLowerCase(Locale.ROOT);
        return new Block.Fence(word, all.subList(1, closed ? all.size() - 1 : all.size()), lineOf(fence),
                lastLineOf(fence));
    }

    private Block.Table table(Node table) {
        List<Block.TextLine> all = textLines(table);
        List<Block.Table.Row> rows = new ArrayList<>();
        for (Block.TextLine line : all.subList(Math.min(2, all.size()), all.size())) {
            rows.add(new Block.Table.Row(cells(line.raw()), line.line()));
        }
        return new Block.Table(cells(all.getFirst().raw()), rows, lineOf(table), lastLineOf(table));
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        return cells;
    }

    private List<Block.TextLine> textLines(Node node) {
        List<Block.TextLine> texts = new ArrayList<>();
        for (SourceSpan span : node.getSourceSpans()) {
            String line = lines.get(span.getLineIndex());
            int from = Math.min(span.getColumnIndex(), line.length());
            int to = Math.min(from + span.getLength(), line.length());
            texts.add(new Block.TextLine(line.substring(from, to), firstLine + span.getLineIndex()));
        }
        return texts;
    }

    private int lineOf(Node node) {
        return firstLine + node.getSourceSpans().getFirst().getLineIndex();
    }

    private int lastLineOf(Node node) {
        return firstLine + node.getSourceSpans().getLast().getLineIndex();
    }

    /** A section whose end has not come yet. */
    private static final class Open {
        private final int level;
        private final String rawTitle;
        private final int line;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Section> children = new ArrayList<>();

        Open(int level, String rawTitle, int line) {
            this.level = level;
            this.rawTitle = rawTitle;
            this.line = line;
        }

        Section section(int lastLine) {
            String title = Words.title(rawTitle);
            int end = children.isEmpty() ? lastLine : children.getFirst().line() - 1;
            NamedParts parts = NamedParts.of(blocks, level, Math.max(line, end));
            List<Section> all = new ArrayList<>(parts.sections());
            all.addAll(children);
            return new Section(level, title, Words.key(title), rawTitle, line, Math.max(line, lastLine),
                    parts.blocks(), all, Field.of(parts.blocks()));
        }
    }
}
