package baton.view.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * Markdown as lines of a screen.
 *
 * <p>Reads line by line. A growing text is shown up to the last word that is complete; a table is counted until its end is
 * known. So every line that was shown stays as it was while more arrives.
 */
public final class Prose {
    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6}) +(.*?)(?: +#+)? *");
    private static final Pattern ITEM = Pattern.compile("( *)([-*+]|\\d{1,4}[.)]) +(.*)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}) *([^ `]*).*");
    private static final Pattern RULE = Pattern.compile(" {0,3}([-*_])( *\\1){2,} *");
    private static final Pattern QUOTE = Pattern.compile(" {0,3}> ?(.*)");
    private static final Pattern TASK = Pattern.compile("\\[([ xX])] +(.*)");

    private final int columns;
    private final List<StyledLine> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private StyledLine first = StyledLine.EMPTY;
    private StyledLine rest = StyledLine.EMPTY;
    private final List<String> table = new ArrayList<>();
    /** The mark that ends the code under way; empty outside of code. */
    private String fence = "";
    private String language = "";

    private Prose(int columns) {
        this.columns = Math.max(4, columns);
    }

    private Prose(Prose other) {
        this.columns = other.columns;
        this.lines.addAll(other.lines);
        this.paragraph.append(other.paragraph);
        this.first = other.first;
        this.rest = other.rest;
        this.table.addAll(other.table);
        this.fence = other.fence;
        this.language = other.language;
    }

    /** A text that is complete. */
    public static List<StyledLine> of(String text, int columns) {
        var prose = new Prose(columns);
        text.lines().forEach(prose::line);
        prose.endParagraph();
        prose.endTable();
        return prose.trimmed();
    }

    /** A text of which more is to come. */
    public static List<StyledLine> growing(String text, int columns) {
        return new Growing(columns).lines(text);
    }

    /** A text that is laid out again and again while it grows: lines that are complete are read once. Belongs to one thread. */
    public static final class Growing {
        private final int columns;
        private Prose complete;
        private String read = "";

        public Growing(int columns) {
            this.columns = columns;
            this.complete = new Prose(columns);
        }

        /** The lines of the text so far; one that does not go on from the text before is read anew. */
        public List<StyledLine> lines(String text) {
            if (!text.startsWith(read)) {
                complete = new Prose(columns);
                read = "";
            }
            int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
            if (end > 0 && end == text.length() && text.charAt(end - 1) == '\r') {
                // Its other half may still be coming.
                end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', end - 2)) + 1;
            }
            if (end > read.length()) {
                text.substring(read.length(), end).lines().forEach(complete::line);
                read = text.substring(0, end);
            }
            var shown = new Prose(complete);
            if (end < text.length()) {
                shown.begun(text.substring(end));
            }
            shown.endGrowing();
            return shown.trimmed();
        }
    }

    /** Takes of a line that has only begun the words that will not change any more; of a row of a table none. */
    private void begun(String line) {
        String words = line.substring(0, Math.max(0, line.lastIndexOf(' ')));
        boolean row = line.stripLeading().startsWith("|");
        if (!words.isBlank() && !(row && fence.isEmpty())) {
            line(words);
        }
    }

    private void endGrowing() {
        if (!paragraph.isEmpty()) {
            paragraph.setLength(Inline.settled(paragraph.toString()));
            if (!paragraph.isEmpty()) {
                endParagraph();
            }
        }
        if (!table.isEmpty()) {
            lines.add(StyledLine.of(Tone.DIM, "(a table, " + table.size() + " lines so far)"));
        }
    }

    private List<StyledLine> trimmed() {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).text().isEmpty()) {
            end--;
        }
        return List.copyOf(lines.subList(0, end));
    }

    private void line(String line) {
        if (!fence.isEmpty()) {
            code(line);
            return;
        }
        if (ProseTable.isRow(line)) {
            endParagraph();
            table.add(line);
            return;
        }
        endTable();
        if (line.isBlank()) {
            endParagraph();
            gap();
        } else {
            block(line);
        }
    }

    private void code(String line) {
        String stripped = line.strip();
        if (stripped.startsWith(fence) && stripped.substring(fence.length()).isBlank()) {
            fence = "";
            return;
        }
        for (var piece : Wrapping.hard(CodeLine.of(line, language), columns - 2)) {
            lines.add(prefixed(StyledLine.of(Tone.DIM, "│ "), piece));
        }
    }

    private void block(String line) {
        var opening = FENCE.matcher(line);
        var heading = HEADING.matcher(line);
        var item = ITEM.matcher(line);
        var quote = QUOTE.matcher(line);
        if (opening.matches()) {
            endParagraph();
            fence = opening.group(1);
            language = opening.group(2);
        } else if (heading.matches()) {
            endParagraph();
            gap();
            lines.addAll(Wrapping.of(toned(Inline.of(heading.group(2)), Tone.STRONG), columns));
        } else if (RULE.matcher(line).matches()) {
            endParagraph();
            lines.add(StyledLine.of(Tone.DIM, "─".repeat(Math.min(columns, 24))));
        } else if (item.matches()) {
            endParagraph();
            item(item.group(1).length(), item.group(2), item.group(3));
        } else if (quote.matches()) {
            quote(quote.group(1));
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void item(int indent, String sign, String words) {
        String margin = " ".repeat(Math.min(indent, 12));
        var task = TASK.matcher(words);
        boolean isTask = task.matches();
        String shown = isTask ? (task.group(1).isBlank() ? "○" : "✔") : sign.length() > 1 ? sign : "·";
        first = StyledLine.of(margin).and(Tone.DIM, shown).and(" ");
        rest = StyledLine.of(margin + " ".repeat(shown.length() + 1));
        paragraph.append(isTask ? task.group(2) : words);
    }

    private void quote(String words) {
        var bar = StyledLine.of(Tone.DIM, "│ ");
        if (!first.equals(bar)) {
            endParagraph();
            first = bar;
            rest = bar;
        }
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(words.strip());
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            lines.addAll(Wrapping.of(Inline.of(paragraph.toString()), columns, first, rest));
            paragraph.setLength(0);
        }
        first = StyledLine.EMPTY;
        rest = StyledLine.EMPTY;
    }

    private void endTable() {
        if (!table.isEmpty()) {
            lines.addAll(ProseTable.of(table, columns));
            table.clear();
        }
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(StyledLine.EMPTY);
        }
    }

    private static StyledLine toned(StyledLine line, Tone tone) {
        return new StyledLine(line.spans().stream()
                .map(span -> span.tone() == Tone.PLAIN ? new StyledLine.Span(tone, span.text()) : span).toList());
    }

    private static StyledLine prefixed(StyledLine before, StyledLine line) {
        var spans = new ArrayList<>(before.spans());
        spans.addAll(line.spans());
        return new StyledLine(spans);
    }
}
