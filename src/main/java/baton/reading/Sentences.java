package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over everything a document says in words: headings, paragraphs, items, but no code. */
final class Sentences {

    private static final Map<String, String> NUMBERS = Map.ofEntries(Map.entry("one", "1"), Map.entry("two", "2"),
            Map.entry("three", "3"), Map.entry("four", "4"), Map.entry("five", "5"), Map.entry("six", "6"),
            Map.entry("seven", "7"), Map.entry("eight", "8"), Map.entry("nine", "9"), Map.entry("ten", "10"),
            Map.entry("twelve", "12"), Map.entry("fifteen", "15"), Map.entry("twenty", "20"), Map.entry("thirty", "30"),
            Map.entry("forty", "40"), Map.entry("sixty", "60"));
    private static final Pattern NUMBER = Pattern
            .compile("\\b(" + String.join("|", NUMBERS.keySet().stream().sorted().toList())
                    + ")\\b");

    private Sentences() {}

    /** One sentence in plain words and lower case, with number words as figures. */
    record Sentence(String text, Section section, int line, int lastLine) {}

    static List<Sentence> of(Section root) {
        List<Sentence> sentences = new ArrayList<>();
        root.all().forEach(section -> {
            if (section.level() > 0) {
                add(section.rawTitle(), section, section.line(), section.line(), sentences);
            }
            section.blocks().forEach(block -> walk(block, section, sentences));
        });
        return sentences;
    }

    private static void walk(Block block, Section section, List<Sentence> sentences) {
        switch (block) {
            case Block.Paragraph(var lines) -> lines
                    .forEach(line -> add(line.raw(), section, line.line(), line.line(), sentences));
            case Block.Listing listing -> listing.items().forEach(item -> {
                int last = item.lines().isEmpty() ? item.line() : item.lines().getLast().line();
                add(item.raw(), section, item.line(), last, sentences);
                item.inner().forEach(inner -> walk(inner, section, sentences));
            });
            case Block.Fence _,Block.Table _,Block.Aside _ -> {
            }
        }
    }

    private static void add(String raw, Section section, int line, int lastLine, List<Sentence> sentences) {
        for (String sentence : Words.plain(raw).split("(?<=[.;!?])\\s+", -1)) {
            if (!sentence.isBlank()) {
                sentences.add(new Sentence(figures(sentence), section, line, lastLine));
            }
        }
    }

    private static String figures(String text) {
        Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.replaceAll(found -> NUMBERS.getOrDefault(found.group(), found.group()));
    }
}
