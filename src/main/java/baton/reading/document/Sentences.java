package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import baton.reading.language.EastAsian;
import baton.reading.language.Lexicon;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/** Walks over everything a document says in words: headings, paragraphs, items, but no code. */
public final class Sentences {

    private static final Set<String> ENGLISH = Set.of("the", "and", "of", "to", "is", "for", "with");
    private static final int ENGLISH_CHARS_MAX = 4;
    private static final int ENGLISH_SHARE = 12;
    private static final String ENDS = ".;!?";
    private static final int SHORTENED_CHARS_MAX = 3;
    private static final String UNSPACED_ENDS = "。！？；";

    private Sentences() {}

    /** One sentence in plain words and lower case, with number words as figures. */
    public record Sentence(String text, Section section, int line, int lastLine) {}

    /** True where the small words stand everywhere that every English text has. */
    public static boolean areEnglish(MarkdownDocument document) {
        long words = 0;
        long small = 0;
        for (Sentence sentence : document.sentences()) {
            String text = sentence.text();
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || Signs.isBlank(text.charAt(i))) {
                    words += i > from || i == text.length() || i == 0 ? 1 : 0;
                    small += i - from <= ENGLISH_CHARS_MAX && ENGLISH.contains(text.substring(from, i)) ? 1 : 0;
                    from = i + 1;
                }
            }
        }
        return small * ENGLISH_SHARE >= words;
    }

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
            if (i + 1 == text.length() || (isEnd(text, i) && !isShortened(text, from, i))) {
                String sentence = text.substring(from, i + 1).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(new Sentence(figures(sentence), section, line, lastLine));
                }
                from = i + 1;
            }
        }
    }

    private static boolean isEnd(String text, int at) {
        return UNSPACED_ENDS.indexOf(text.charAt(at)) >= 0
                || (ENDS.indexOf(text.charAt(at)) >= 0 && Character.isWhitespace(text.charAt(at + 1)));
    }

    /** "20 min. each": the dot belongs to a unit or a limit that is cut short. */
    private static boolean isShortened(String text, int from, int at) {
        int word = at;
        while (word > from && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        String before = text.substring(word, at).toLowerCase(Locale.ROOT);
        return text.charAt(at) == '.' && before.length() <= SHORTENED_CHARS_MAX && !before.isEmpty()
                && (Lexicon.WORDS.words("MINUTES").contains(before)
                        || Lexicon.WORDS.words("HOUR_LENGTH").contains(before)
                        || Lexicon.WORDS.words("AT_MOST").contains(before));
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
