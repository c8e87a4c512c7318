package baton.reading.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/**
 * One labelled line, such as {@code **Output**: report.md}, with the items below it.
 *
 * @param words
 *            the label as written, without marks
 * @param label
 *            what the words mean, where they are known
 * @param value
 *            what stands behind the label, as written
 */
public record Field(String words, Optional<Label> label, String value, List<Block.Item> items, int line, int lastLine) {

    private static final Pattern BOLD = Pattern.compile(
            "[^\\p{L}\\p{N}*_`\\[(]*(?:\\*\\*|__)([^*]{1,60}?)(:?)(?:\\*\\*|__)\\s*(:|[–—-](?=\\s))?\\s*(.*)");
    private static final Pattern SIGNS = Pattern.compile("^[\\p{So}\\p{Sk}\\uFE0F\\u200D]+\\s*");
    private static final int VERB_WORDS_MAX = 3;
    /** Labels that people also write as a title without a sign. */
    private static final Set<Label> BARE = EnumSet.of(Label.TASKS, Label.RESPONSIBILITIES, Label.DELIVERABLES,
            Label.CRITERIA, Label.OUTPUT, Label.TOOLS);
    private static final Pattern LETTERS = Pattern.compile("\\p{Lu}[\\p{L} ]{2,40}");
    private static final Pattern PATH = Pattern.compile("`[^`]+`|(?:and|und|et|y|e|en|,)");
    private static final Pattern PLAIN = Pattern
            .compile("([\\p{L}][\\p{L}\\p{N} /&_-]{1,40}?)(?:,\\s[^:,.]{3,60})?\\s*:(?:\\s+(.*)|)");

    public Field {
        items = List.copyOf(items);
    }

    public Field(String words, String value, List<Block.Item> items, int line, int lastLine) {
        this(words, label(words, items), value, items, line, lastLine);
    }

    /** Some languages have one word for a task and for tasks; a list below it means several. */
    private static Optional<Label> label(String words, List<Block.Item> items) {
        List<Label> all = Label.all(words);
        boolean several = !items.isEmpty() && all.contains(Label.TASK) && all.contains(Label.TASKS);
        return several ? Optional.of(Label.TASKS) : all.stream().findFirst();
    }

    /** The same field where the lines it was read from begin later in the file. */
    public Field movedBy(int lines) {
        return new Field(words, label, value, items, line + lines, lastLine + lines);
    }

    /** True where the words may stand for this label; some stand for several. */
    public boolean is(Label wanted) {
        return label.filter(wanted::equals).isPresent() || Label.all(words).contains(wanted);
    }

    /** The value and the items below as a list of plain texts. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (!value.isBlank()) {
            texts.add(Words.plain(value));
        }
        items.forEach(item -> texts.add(Words.plain(item.raw())));
        return texts;
    }

    /** The value and all items, as written. */
    public List<String> rawTexts() {
        List<String> texts = new ArrayList<>();
        if (!value.isBlank()) {
            texts.add(value);
        }
        items.forEach(item -> texts.add(item.raw()));
        return texts;
    }

    /** All labelled lines of a section's own blocks, in order. */
    public static List<Field> of(Section section) {
        return section.fields();
    }

    public static List<Field> of(List<Block> blocks) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : new Block.Aside(0, 0);
            switch (blocks.get(i)) {
                case Block.Paragraph paragraph -> fields.addAll(ofLines(paragraph.lines(), next));
                case Block.Listing(_, var items, _, _) -> items.forEach(item -> ofItem(item).ifPresent(fields::add));
                case Block.Table table -> fields.addAll(ofTable(table));
                case Block.Fence _,Block.Aside _ -> {
                }
            }
        }
        return fields;
    }

    /** A labelled item; its continuation lines and the items below belong to it. */
    public static Optional<Field> ofItem(Block.Item item) {
        return ofText(item.raw(), item.line()).or(() -> ofVerb(item.raw(), item.line()))
                .map(field -> new Field(field.words, field.value, item.subItems(), item.line(), item.lastLine()));
    }

    /** "Reads {@code plan.md}" and "done when all tests pass" say the same as lines with a colon. */
    private static Optional<Field> ofVerb(String raw, int line) {
        if (!mayBegin(raw.strip())) {
            return Optional.empty();
        }
        List<String> parts = List.of(raw.strip().split("\\s+", VERB_WORDS_MAX + 1));
        for (int count = 1; count < parts.size(); count++) {
            String words = String.join(" ", parts.subList(0, count));
            String value = String.join(" ", parts.subList(count, parts.size()));
            Optional<Label> label = Label.of(words);
            boolean fits = label.filter(one -> (one == Label.CRITERIA && Words.count(words) > 1)
                    || ((one == Label.INPUTS || one == Label.OUTPUT) && arePaths(value))).isPresent();
            if (fits) {
                return Optional.of(new Field(words, label, value, List.of(), line, line));
            }
        }
        return Optional.empty();
    }

    /** False where no label begins with the first word. */
    private static boolean mayBegin(String text) {
        int end = 0;
        while (end < text.length() && !Signs.isBlank(text.charAt(end))) {
            end++;
        }
        String key = Words.key(text.substring(0, end));
        int blank = key.indexOf(' ');
        return key.isEmpty() || text.indexOf('(') >= 0
                || Lexicon.WORDS.beginsLabel(blank < 0 ? key : key.substring(0, blank));
    }

    private static boolean arePaths(String value) {
        return !Paths.in(value).isEmpty() && Words.count(PATH.matcher(value).replaceAll("")) == 0;
    }

    private static List<Field> ofLines(List<Block.TextLine> lines, Block next) {
        List<Field> fields = new ArrayList<>();
        for (Block.TextLine line : lines) {
            Optional<Field> field = ofText(line.raw(), line.line());
            if (field.isPresent()) {
                fields.add(field.get());
            } else if (!fields.isEmpty()) {
                Field last = fields.removeLast();
                String value = (last.value + " " + line.raw().strip()).strip();
                fields.add(new Field(last.words, value, List.of(), last.line, line.line()));
            }
        }
        Block.TextLine end = lines.getLast();
        Optional<Label> bare = next instanceof Block.Listing && Words.count(end.raw()) <= VERB_WORDS_MAX
                && LETTERS.matcher(end.raw().strip()).matches()
                        ? Label.of(end.raw()).filter(BARE::contains)
                        : Optional.empty();
        if (bare.isPresent()) {
            // "Responsibilities" without a colon, right above the list.
            if (!fields.isEmpty() && fields.getLast().lastLine == end.line() && fields.getLast().line < end.line()) {
                Field last = fields.removeLast();
                String value = last.value.substring(0, Math.max(0, last.value.length() - end.raw().strip().length()));
                fields.add(new Field(last.words, value.strip(), List.of(), last.line, end.line() - 1));
            }
            fields.add(new Field(Words.title(end.raw()), "", List.of(), end.line(), end.line()));
        }
        if (!fields.isEmpty() && fields.getLast().value.isBlank() && next instanceof Block.Listing list) {
            Field last = fields.removeLast();
            fields.add(new Field(last.words, "", list.items(), last.line, list.lastLine()));
        } else if (!fields.isEmpty() && fields.getLast().value.isBlank() && fields.getLast().is(Label.TASK)
                && next instanceof Block.Paragraph(var told) && told.stream().allMatch(line -> ofText(line.raw(),
                        line.line()).isEmpty())) {
            Field last = fields.removeLast();
            String value = String.join(" ", told.stream().map(line -> line.raw().strip()).toList());
            fields.add(new Field(last.words, value, List.of(), last.line, told.getLast().line()));
        }
        return fields;
    }

    private static List<Field> ofTable(Block.Table table) {
        List<Field> fields = new ArrayList<>();
        if (table.header().size() == 2) {
            for (Block.Table.Row row : table.rows()) {
                if (row.cells().size() == 2 && Label.of(row.cells().getFirst()).isPresent()) {
                    fields.add(new Field(Words.title(row.cells().getFirst()), row.cells().get(1), List.of(), row.line(),
                            row.line()));
                }
            }
        }
        return fields;
    }

    /** True where the first colon stands before a blank or at the end. */
    private static boolean colonEndsWord(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && (colon + 1 == text.length() || Signs.isBlank(text.charAt(colon + 1)));
    }

    private static Optional<Field> ofText(String written, int line) {
        boolean sign = !written.isEmpty() && !Character.isLetterOrDigit(written.charAt(0));
        String raw = sign ? SIGNS.matcher(written).replaceFirst("") : written;
        Matcher bold = BOLD.matcher(raw.strip());
        if ((raw.contains("**") || raw.contains("__")) && bold.matches()) {
            boolean marked = !bold.group(2).isEmpty() || bold.group(3) != null || bold.group(4).isBlank();
            return marked
                    ? Optional.of(new Field(Words.title(bold.group(1)), bold.group(4).strip(), List.of(), line, line))
                    : Optional.empty();
        }
        Matcher plain = PLAIN.matcher(raw.strip());
        if (colonEndsWord(raw.strip()) && plain.matches() && Label.of(plain.group(1)).isPresent()) {
            String value = plain.group(2) == null ? "" : plain.group(2).strip();
            return Optional.of(new Field(plain.group(1).strip(), value, List.of(), line, line));
        }
        return Optional.empty();
    }
}
