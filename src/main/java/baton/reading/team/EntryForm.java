package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.document.Block;
import baton.reading.document.Field;
import baton.reading.found.StatedOutput;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * The form that all entries of a group fill in: labels that come back from entry to entry, with what each of them means.
 *
 * <p>
 * A label that the word lists know means what they say. Of the others the first under which phrases stand is the job, one with
 * nothing but file names says where results go, one with single words in code marks names tools, and one behind which a list
 * stands holds the jobs where no other does. A later phrase under "… if" or "… when" is a condition for accepting the work.
 */
public final class EntryForm {

    private static final Pattern LABELLED = Pattern
            .compile(
                    "[^\\p{L}\\p{N}*_]*[*_]{0,2}([\\p{L}][\\p{L}\\p{N} '’/-]{0,34}?(?:, wenn| if| when)?)[*_]{0,2}\\s*:[*_]{0,2}(?:\\s+(\\S.*))?");
    private static final Pattern BARE = Pattern.compile("[*_]{0,2}([\\p{L}][\\p{L} '’/-]{0,24}?)[*_]{0,2}");
    private static final Pattern CONDITION = Pattern.compile(
            "(?iu).*(?<![\\p{L}])(?:if|when|once|ok|good|accept\\p{L}*|wenn|sobald|gut|si|quand|lorsque|cuando|se|quando|als|wanneer|если|когда|jeśli|gdy)(?![\\p{L}]).*");
    private static final int PHRASE_WORDS_MIN = 3;
    private static final int TOOL_WORDS_MAX = 4;

    private final Map<String, Label> meanings = new LinkedHashMap<>();
    private final boolean listed;

    /** One filled-in line. */
    private record Line(String words, String value, List<Block.Item> items, int line, int lastLine) {

        boolean isPhrase() {
            List<String> parts = List.of(value.split("\\s*[,;·]\\s*", -1));
            boolean topics = parts.size() > 1
                    && parts.stream().filter(part -> Words.count(part) < PHRASE_WORDS_MIN).count() > 1
                    && parts.stream().allMatch(part -> Words.count(part) <= PHRASE_WORDS_MIN);
            return !topics
                    && (Words.count(value) >= PHRASE_WORDS_MIN
                            || (EastAsian.isIn(value) && value.length() > PHRASE_WORDS_MIN))
                    && Paths.in(value).isEmpty();
        }

        private String bare() {
            return value.replaceAll("\\([^)]*\\)", "").strip();
        }

        boolean isPaths() {
            return !StatedOutput.onlyPaths(bare()).isEmpty();
        }

        boolean isFolders() {
            return StatedOutput.onlyPaths(bare()).stream().allMatch(path -> path.endsWith("/"));
        }

        boolean isTools() {
            return value.startsWith("`") && Words.count(value) <= TOOL_WORDS_MAX * 2 && Paths.in(value).isEmpty();
        }
    }

    public EntryForm(List<List<Block>> bodies) {
        Map<String, List<Line>> filled = new LinkedHashMap<>();
        for (List<Block> body : bodies) {
            Map<String, Line> own = new LinkedHashMap<>();
            lines(body).forEach(line -> own.putIfAbsent(Words.key(line.words()), line));
            own.forEach((key, line) -> filled.computeIfAbsent(key, _ -> new ArrayList<>()).add(line));
        }
        filled.entrySet().removeIf(entry -> entry.getValue().size() * 2 <= bodies.size()
                || entry.getValue().size() < 2);
        // "Task 1" and "Task 2" count the lines of a list.
        filled.keySet().removeIf(key -> key.matches(".*\\s\\d{1,2}"));
        listed = bodies.stream().filter(EntryForm::holdsList).count() * 2 > bodies.size();
        filled.forEach((key, lines) -> known(lines).ifPresent(label -> meanings.put(key, label)));
        filled.forEach((key, lines) -> {
            if (!meanings.containsKey(key)) {
                unknown(key, lines).ifPresent(label -> meanings.put(key, label));
            }
        });
    }

    /** True where lines stand in a list that fill in nothing; these are the jobs. */
    private static boolean holdsList(List<Block> body) {
        return body.stream().filter(Block.Listing.class::isInstance).map(Block.Listing.class::cast)
                .anyMatch(list -> list.items().stream().allMatch(item -> ofItem(item).isEmpty()));
    }

    private static Optional<Label> known(List<Line> lines) {
        Line first = lines.getFirst();
        return new Field(first.words, first.value, first.items, first.line, first.lastLine).label();
    }

    private Optional<Label> unknown(String key, List<Line> lines) {
        boolean job = meanings.containsValue(Label.TASK) || meanings.containsValue(Label.TASKS);
        if (most(lines, Line::isPaths)) {
            boolean folder = lines.stream().allMatch(Line::isFolders);
            Label label = folder ? Label.OWNS : Label.OUTPUT;
            return meanings.containsValue(label) ? Optional.empty() : Optional.of(label);
        }
        if (most(lines, Line::isTools)) {
            return Optional.of(Label.TOOLS);
        }
        if (!job && !listed && most(lines, Line::isPhrase)) {
            return Optional.of(Label.TASK);
        }
        if (!job && most(lines, line -> line.value.isBlank() && !line.items.isEmpty())) {
            return Optional.of(Label.TASKS);
        }
        boolean lists = most(lines, line -> line.value.isBlank() && !line.items.isEmpty());
        if (lists && !CONDITION.matcher(key).matches()) {
            return Optional.of(Label.DELIVERABLES);
        }
        return CONDITION.matcher(key).matches() ? Optional.of(Label.CRITERIA) : Optional.empty();
    }

    private static boolean most(List<Line> lines, Predicate<Line> holds) {
        return lines.stream().filter(holds).count() * 2 > lines.size();
    }

    /** True where the entries share labels of which one gives the job. */
    boolean givesWork() {
        return meanings.containsValue(Label.TASK) || meanings.containsValue(Label.TASKS);
    }

    /** The filled-in lines of one entry, as fields of what they mean. */
    public List<Field> fields(List<Block> body) {
        List<Field> fields = new ArrayList<>();
        for (Line line : lines(body)) {
            Label label = meanings.get(Words.key(line.words));
            if (label != null) {
                fields.add(new Field(line.words, Optional.of(label), line.value, line.items, line.line, line.lastLine));
            }
        }
        return fields;
    }

    /** True for a table of labels of which the form knows one. */
    boolean isFilled(Block.Table table) {
        return table.rows().stream().allMatch(row -> ofRow(row).isPresent())
                && table.rows().stream().flatMap(row -> ofRow(row).stream())
                        .anyMatch(line -> meanings.containsKey(Words.key(line.words)));
    }

    /** True for a list that holds nothing but lines of the form. */
    boolean isFilled(Block.Listing list) {
        return list.items().stream().allMatch(item -> ofItem(item)
                .filter(line -> meanings.containsKey(Words.key(line.words))).isPresent()
                || Field.ofItem(item).flatMap(Field::label).isPresent()
                || LABELLED.matcher(item.raw()).matches())
                && list.items().stream().anyMatch(item -> ofItem(item)
                        .filter(line -> meanings.containsKey(Words.key(line.words))).isPresent());
    }

    private static List<Line> lines(List<Block> blocks) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            List<Block.Item> below = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Listing list
                    ? list.items()
                    : List.of();
            switch (blocks.get(i)) {
                case Block.Paragraph(var texts) -> {
                    for (int at = 0; at < texts.size(); at++) {
                        List<Block.Item> items = at == texts.size() - 1 ? below : List.of();
                        ofLine(texts.get(at).raw(), items, texts.get(at).line(), texts.get(at).line())
                                .ifPresent(lines::add);
                    }
                }
                case Block.Listing list ->
                    list.items().stream().flatMap(item -> ofItem(item).stream()).forEach(lines::add);
                case Block.Table table -> table.rows().stream().flatMap(row -> ofRow(row).stream())
                        .forEach(lines::add);
                case Block.Fence _,Block.Aside _ -> {
                }
            }
        }
        return lines;
    }

    /** A row of two cells is a label and what is filled in. */
    private static Optional<Line> ofRow(Block.Table.Row row) {
        return row.cells().size() != 2
                ? Optional.empty()
                : ofLine(Words.plain(row.cells().getFirst()) + ": " + row.cells().getLast(), List.of(), row.line(),
                        row.line());
    }

    private static Optional<Line> ofItem(Block.Item item) {
        if (item.lines().isEmpty()) {
            return Optional.empty();
        }
        Optional<Line> line = ofLine(item.raw(), item.subItems(), item.line(), item.lastLine());
        Matcher bare = BARE.matcher(item.raw().strip());
        return line.isEmpty() && !item.subItems().isEmpty() && bare.matches()
                ? Optional.of(new Line(bare.group(1), "", item.subItems(), item.line(), item.lastLine()))
                : line;
    }

    private static Optional<Line> ofLine(String raw, List<Block.Item> items, int line, int lastLine) {
        Matcher labelled = LABELLED.matcher(raw.strip());
        if (raw.indexOf(':') < 0 || !labelled.matches()) {
            return Optional.empty();
        }
        String value = labelled.group(2) == null ? "" : labelled.group(2).strip();
        return Optional.of(new Line(labelled.group(1), value, value.isEmpty() ? items : List.of(), line, lastLine));
    }
}
