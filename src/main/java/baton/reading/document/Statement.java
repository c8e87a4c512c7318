package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One sentence of running text or of an item, as written.
 *
 * @param raw
 *            with its marks, without the stop at its end
 * @param first
 *            true for the first sentence of its paragraph or item
 * @param item
 *            true where it stands in a list
 */
public record Statement(String raw, int line, boolean first, boolean item, Passage passage) {

    private static final Pattern BETWEEN = Pattern
            .compile(
                    "(?<=[.;!?][)*_\"”]{0,3})(?<!(?<![\\p{L}'’])\\p{L}\\.)(?<!(?<!\\p{L})(?:Mr|Ms|Dr|St|vs|No|Nr|ca)\\.)\\s+|(?<=[。；！？])");
    private static final Pattern END = Pattern.compile("[.;!。；！]+$");

    private static final Pattern NAMED = Pattern
            .compile(
                    "[*_`]{0,3}@?\\p{Lu}[\\p{L}\\p{N} .-]{0,30}(?:\\s*\\([^()]{1,30}\\))?[*_`]{0,3}\\s*:[*_]{0,2}\\s+\\S");

    /** The sentences of all paragraphs and lists, outside code, in the order of the document. */
    public static List<Statement> of(MarkdownDocument document) {
        List<Statement> statements = new ArrayList<>();
        document.passages().stream().filter(passage -> !passage.inFence())
                .forEach(passage -> add(passage.block(), passage, statements));
        return statements;
    }

    public static List<Statement> of(Passage passage) {
        List<Statement> statements = new ArrayList<>();
        add(passage.block(), passage, statements);
        return statements;
    }

    private static void add(Block block, Passage passage, List<Statement> statements) {
        switch (block) {
            case Block.Paragraph(var lines) -> apart(lines).forEach(some -> split(some, false, passage, statements));
            case Block.Listing list -> list.items().forEach(item -> {
                if (!item.lines().isEmpty()) {
                    apart(item.lines()).forEach(some -> split(some, true, passage, statements));
                }
                item.inner().stream().filter(inner -> inner instanceof Block.Listing)
                        .forEach(inner -> add(inner, passage, statements));
            });
            case Block.Fence _,Block.Table _,Block.Aside _ -> {
            }
        }
    }

    /** Lines that begin with a name and a colon say something each for themselves, as items do. */
    private static List<List<Block.TextLine>> apart(List<Block.TextLine> lines) {
        List<List<Block.TextLine>> parts = new ArrayList<>();
        for (Block.TextLine line : lines) {
            if (parts.isEmpty() || NAMED.matcher(line.raw().strip()).lookingAt()) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(line);
        }
        return parts;
    }

    private static void split(List<Block.TextLine> lines, boolean item, Passage passage, List<Statement> statements) {
        var text = new StringBuilder();
        List<Integer> ends = new ArrayList<>();
        for (Block.TextLine line : lines) {
            text.append(line.raw().strip()).append(' ');
            ends.add(text.length());
        }
        int at = 0;
        boolean first = true;
        for (String sentence : BETWEEN.split(text, -1)) {
            int from = text.indexOf(sentence, at);
            int line = (int) ends.stream().filter(end -> end <= from).count();
            at = from + sentence.length();
            if (!sentence.isBlank()) {
                for (String plain : Rephrased.of(END.matcher(sentence.strip()).replaceFirst(""))) {
                    statements.add(new Statement(plain, lines.get(Math.min(line, lines.size() - 1)).line(), first,
                            item, passage));
                    first = false;
                }
            }
        }
    }
}
