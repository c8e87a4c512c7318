package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Walks over everything a document says in words: headings, paragraphs, items, but no code. */
final class Sentences {

    private static final String ENDS = ".;!?";
    private static final String UNSPACED_ENDS = "。！？；";

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
        String text = Words.plain(raw);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean end = i + 1 == text.length() || UNSPACED_ENDS.indexOf(text.charAt(i)) >= 0
                    || (ENDS.indexOf(text.charAt(i)) >= 0 && Character.isWhitespace(text.charAt(i + 1)));
            if (end) {
                String sentence = text.substring(from, i + 1).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(new Sentence(figures(sentence), section, line, lastLine));
                }
                from = i + 1;
            }
        }
    }

    /** Lower case, and words for numbers as figures. */
    private static String figures(String sentence) {
        String text = EastAsian.figures(sentence.toLowerCase(Locale.ROOT));
        var figures = new StringBuilder();
        int copied = 0;
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            Optional<Integer> number = at > from
                    ? Lexicon.WORDS.number(text.substring(from, at))
                    : Optional.empty();
            if (number.isPresent()) {
                figures.append(text, copied, from).append(number.get());
                copied = at;
            }
            at = Math.max(at, from + 1);
        }
        return copied == 0 ? text : figures.append(text, copied, text.length()).toString();
    }
}
