package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.language.Signs;
import baton.reading.language.Words;

/**
 * One line of a list, a table or a paragraph of labels, with the name at its start if it has one.
 *
 * @param label
 *            "Daily" of "<b>Daily</b>: who is stuck"; empty where the line has none
 * @param value
 *            what stands behind the label, or the whole line, in plain words
 */
public record Entry(String label, String value, String raw, List<Block.Item> inner, int line, int lastLine) {

    private static final Pattern BOLD = Pattern
            .compile("(?:\\*\\*|__)(.{1,120}?)\\s*(:?)\\s*(?:\\*\\*|__)\\s*(?:(:|[–—-]|->|→)\\s*)?(.*)");
    private static final Pattern PLAIN = Pattern.compile("([^:.?!]{1,60}?(?:\\d:\\d\\d)?[^:.?!]{0,20}?)\\s*:\\s+(.+)");
    private static final Pattern ARROW = Pattern.compile("([^:.?!→>]{1,80}?)\\s*(?:→|->|=>|⇒|⟶)\\s*([^→]+)");

    private static final String ARROWS = ">→⇒⟶";
    private static final Pattern SENTENCE = Pattern.compile(".*[.!?。]");

    public Entry {
        inner = List.copyOf(inner);
    }

    /** The whole line in plain words. */
    public String text() {
        return Words.plain(raw).strip();
    }

    public List<String> details() {
        return inner.stream().map(item -> Words.plain(item.raw())).toList();
    }

    /** What a block lists; nothing for running text and code. */
    public static List<Entry> of(Block block) {
        return switch (block) {
            case Block.Listing list -> list.items().stream().map(item -> of(item.raw(), item.subItems(), item.line(),
                    item.lastLine())).toList();
            case Block.Table table -> table.rows().stream().filter(row -> row.cells().size() > 1)
                    .map(row -> new Entry(Words.plain(row.cells().getFirst()),
                            Words.plain(String.join(" · ", row.cells().subList(1, row.cells().size()))),
                            String.join(": ", row.cells()), List.of(), row.line(), row.line()))
                    .toList();
            case Block.Paragraph(var lines) -> labelled(lines);
            case Block.Fence _,Block.Aside _ -> List.of();
        };
    }

    public static Entry of(String raw, List<Block.Item> inner, int line, int lastLine) {
        String stripped = raw.strip();
        Matcher bold = BOLD.matcher(stripped);
        if ((stripped.startsWith("**") || stripped.startsWith("__")) && bold.matches()) {
            return new Entry(Words.title(bold.group(1)), Words.plain(bold.group(4)), raw, inner, line, lastLine);
        }
        String text = Words.plain(raw);
        // What stands before the colon or the arrow holds no sign that ends a sentence.
        boolean plain = Signs.first(text, ":.?!") == ':' && Signs.anyBeforeBlank(text, ":");
        boolean arrow = ARROWS.indexOf(Signs.first(text, ":.?!" + ARROWS)) >= 0;
        if (!plain && !arrow) {
            return new Entry("", text, raw, inner, line, lastLine);
        }
        Stream<Pattern> forms = plain && arrow ? Stream.of(PLAIN, ARROW) : Stream.of(plain ? PLAIN : ARROW);
        return forms.map(pattern -> pattern.matcher(text)).filter(Matcher::matches).findFirst()
                .map(found -> new Entry(found.group(1), found.group(2), raw, inner, line, lastLine))
                .orElseGet(() -> new Entry("", text, raw, inner, line, lastLine));
    }

    /** Lines of a paragraph that all begin with a label in bold. */
    private static List<Entry> labelled(List<Block.TextLine> lines) {
        List<Entry> entries = new ArrayList<>();
        for (Block.TextLine line : lines) {
            Matcher bold = BOLD.matcher(line.raw().strip());
            boolean label = bold.matches() && !bold.group(4).isBlank() && (!bold.group(2).isEmpty()
                    || bold.group(3) != null || SENTENCE.matcher(bold.group(1)).matches());
            if (!label) {
                return List.of();
            }
            entries.add(of(line.raw(), List.of(), line.line(), line.line()));
        }
        return entries;
    }
}
