package baton.reading.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A piece of a Markdown document that is no heading, with the lines of the file it stands on. */
public sealed interface Block {

    int line();

    int lastLine();

    /** One line of the source without the marks of the blocks around it. */
    record TextLine(String raw, int line) {}

    /** Running text. */
    record Paragraph(List<TextLine> lines) implements Block {
        public Paragraph {
            lines = List.copyOf(lines);
        }

        @Override
        public int line() {
            return lines.getFirst().line();
        }

        @Override
        public int lastLine() {
            return lines.getLast().line();
        }
    }

    /** A bulleted or numbered list. */
    record Listing(boolean ordered, List<Item> items, int line, int lastLine) implements Block {
        private static final Pattern BOX = Pattern.compile("\\[[ xX]]\\s");

        public Listing {
            items = List.copyOf(items);
        }

        /** True for a list of boxes to tick. */
        public boolean isBoxed() {
            return items.stream().anyMatch(item -> item.lines().stream().limit(1)
                    .anyMatch(line -> BOX.matcher(line.raw()).lookingAt()));
        }
    }

    /**
     * One item: its first paragraph and whatever stands below it.
     *
     * @param raw
     *            the first paragraph in one line, as written
     */
    record Item(List<TextLine> lines, List<Block> inner, int line, int lastLine, String raw) {
        private static final Pattern CALLED = Pattern.compile("(?:\\*\\*|__|`){0,2}@\\p{L}");
        private static final Pattern NEXT = Pattern.compile(
                "\\s*[,;.](?:\\s+(?:and|und|et|y|e|en|и|i))?\\s+(?=(?:\\*\\*|__|`){0,2}@\\p{L}[\\p{L}\\p{N}_-]*(?:\\*\\*|__|`){0,2}\\s+\\p{Ll})");
        private static final Pattern TICK = Pattern.compile("^\\[[ xX]]\\s+");

        public Item {
            lines = List.copyOf(lines);
            inner = List.copyOf(inner);
        }

        public Item(List<TextLine> lines, List<Block> inner, int line, int lastLine) {
            this(lines, inner, line, lastLine, raw(lines));
        }

        /** "{@code @menu} plans dishes, {@code @stock} counts and orders" in one item are two. */
        List<Item> apart() {
            String text = raw().strip();
            boolean called = inner.isEmpty() && CALLED.matcher(text).lookingAt();
            List<String> parts = called ? List.of(NEXT.split(text, -1)) : List.of();
            return parts.size() < 2
                    ? List.of(this)
                    : parts.stream().map(part -> new Item(List.of(new TextLine(part, line)), List.of(), line, lastLine))
                            .toList();
        }

        /** The item with only the first lines of its text. */
        Item until(int count) {
            return new Item(lines.subList(0, count), inner, line, lines.get(count - 1).line());
        }

        private static String raw(List<TextLine> lines) {
            String text = lines.size() == 1
                    ? lines.getFirst().raw()
                    : lines.stream().map(TextLine::raw).collect(Collectors.joining(" "));
            return text.startsWith("[") ? TICK.matcher(text).replaceFirst("") : text;
        }

        /** The items of the lists below this one. */
        public List<Item> subItems() {
            return inner.stream().filter(Listing.class::isInstance)
                    .flatMap(block -> ((Listing) block).items().stream()).toList();
        }
    }

    /** A fenced or indented code block; {@code info} is the word after the fence, in lower case. */
    record Fence(String info, List<TextLine> lines, int line, int lastLine) implements Block {
        public Fence {
            lines = List.copyOf(lines);
        }

        /** True for a Mermaid gantt chart. */
        public boolean isGantt() {
            return (info.equals("mermaid") || info.isEmpty()) && lines.stream()
                    .map(line -> line.raw().strip()).filter(text -> !text.isEmpty() && !text.startsWith("%%"))
                    .findFirst().filter("gantt"::equals).isPresent();
        }
    }

    /** A table; the cells are as written. */
    record Table(List<String> header, List<Row> rows, int line, int lastLine) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }

        /** One row of cells. */
        public record Row(List<String> cells, int line) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }

    /** A rule, a quotation, a piece of HTML: text that no recogniser looks into. */
    record Aside(int line, int lastLine) implements Block {}
}
