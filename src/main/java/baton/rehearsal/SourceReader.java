package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.rehearsal.SourceText.Passage;
import baton.rehearsal.SourceText.Table;
import org.jspecify.annotations.Nullable;

/** Takes one document apart, line by line; Markdown as Markdown, everything else as lines. */
final class SourceReader {
    private static final int PASSAGES_MAX = 400;
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])\\s+(?:\\[([ xX])]\\s+)?(.*)");
    private static final Pattern RULE = Pattern.compile("[\\s|:-]+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\"“])");
    /** How a report of the rehearsal model cites what it has read. */
    static final Pattern CITATION = Pattern.compile("- `([^`\\s]+):(\\d+)` — (.*)");

    private final String file;
    private final List<String> headings = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();
    private final List<LineStart> starts = new ArrayList<>();
    private String prefix = "";
    private String heading = "";
    private boolean fenced;
    private List<String> head = List.of();
    private List<List<String>> rows = new ArrayList<>();
    private int rowsLine;

    private SourceReader(String path) {
        this.file = SourceText.fileName(path);
    }

    static SourceText read(String path, String text) {
        var reader = new SourceReader(path);
        var lines = text.lines().toList();
        boolean rehearsed = text.contains(Wording.MARK);
        boolean markdown = path.toLowerCase(Locale.ROOT).endsWith(".md");
        for (int i = 0; i < lines.size(); i++) {
            if (rehearsed) {
                reader.takeCitation(lines.get(i));
            } else if (markdown) {
                reader.take(lines.get(i), i + 1);
            } else {
                reader.add(i + 1, lines.get(i).strip());
            }
        }
        reader.endBlock();
        reader.endTable();
        return new SourceText(path, lines.size(), rehearsed, reader.headings, reader.passages, reader.tables);
    }

    /** A report cites the words of others; the words keep the place where they were found first. */
    private void takeCitation(String line) {
        Matcher citation = CITATION.matcher(line);
        Matcher title = HEADING.matcher(line);
        if (title.matches()) {
            headings.add(title.group(1));
        } else if (citation.matches()) {
            var passage = new Passage(citation.group(1), Integer.parseInt(citation.group(2)), "", citation.group(3));
            if (!passages.contains(passage)) {
                passages.add(passage);
            }
        }
    }

    private void take(String line, int number) {
        if (line.strip().startsWith("```")) {
            endBlock();
            fenced = !fenced;
        } else if (!fenced) {
            takeProse(line, number);
        }
    }

    private void takeProse(String line, int number) {
        Matcher title = HEADING.matcher(line);
        Matcher item = ITEM.matcher(line);
        boolean row = line.strip().startsWith("|");
        if (!row) {
            endTable();
        }
        if (title.matches()) {
            endBlock();
            heading = title.group(1);
            headings.add(heading);
        } else if (row) {
            endBlock();
            takeRow(line.strip(), number);
        } else if (line.isBlank() || RULE.matcher(line).matches()) {
            endBlock();
        } else if (item.matches()) {
            endBlock();
            prefix = boxWords(item.group(1));
            begin(item.group(2), number);
        } else {
            begin(line.strip(), number);
        }
    }

    private static String boxWords(@Nullable String box) {
        if (box == null) {
            return "";
        }
        return box.isBlank() ? "not ticked: " : "ticked: ";
    }

    private void begin(String text, int number) {
        if (!block.isEmpty()) {
            block.append(' ');
        }
        starts.add(new LineStart(block.length(), number));
        block.append(text);
    }

    private void endBlock() {
        int offset = 0;
        for (String sentence : SENTENCE_END.split(block, 0)) {
            offset = block.indexOf(sentence, offset);
            add(lineAt(offset), prefix + sentence.strip());
            offset += sentence.length();
        }
        block.setLength(0);
        starts.clear();
        prefix = "";
    }

    private int lineAt(int offset) {
        int line = 0;
        for (LineStart start : starts) {
            if (start.offset() <= offset) {
                line = start.line();
            }
        }
        return line;
    }

    private void takeRow(String line, int number) {
        if (RULE.matcher(line).matches()) {
            return;
        }
        var cells = cells(line);
        if (head.isEmpty()) {
            head = cells;
        } else {
            if (rows.isEmpty()) {
                rowsLine = number;
            }
            rows.add(cells);
            add(number, rowWords(cells));
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        String inner = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length());
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return List.copyOf(cells);
    }

    private String rowWords(List<String> cells) {
        var words = new ArrayList<String>();
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                words.add(i < head.size() ? head.get(i) + " " + cells.get(i) : cells.get(i));
            }
        }
        return cells.getFirst() + ": " + String.join(", ", words);
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            tables.add(new Table(file, rowsLine, head, List.copyOf(rows)));
        }
        head = List.of();
        rows = new ArrayList<>();
    }

    private void add(int line, String text) {
        if (passages.size() < PASSAGES_MAX && text.length() > 2) {
            passages.add(new Passage(file, line, heading, text));
        }
    }

    /** Where in a block joined from several lines one of them starts. */
    private record LineStart(int offset, int line) {}
}
