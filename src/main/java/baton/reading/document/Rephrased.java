package baton.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * A sentence that gives work in passing, as plain sentences: "Mira, who will port the parser, is first" says "Mira will port the
 * parser" and "Mira is first".
 */
final class Rephrased {

    private static final String NAME = "((?:[*_]{1,3})?@?(?-i:\\p{Lu})[\\p{L}\\p{N}_-]*(?:\\s(?-i:\\p{Lu})[\\p{L}-]*){0,2}(?:[*_]{1,3})?)";
    private static final String WHO = "((?:" + Lexicon.WORDS.pattern("RELATIVE") + "|"
            + Lexicon.WORDS.pattern("RELATIVE_TURNED") + "))\\s+";
    /** "Mira, who will port the parser, is first". */
    private static final Pattern AT_START = Pattern
            .compile("(?iu)^" + NAME + ",\\s+" + WHO + "([^,]{5,160}),\\s+(\\S.*)$");
    /** "He hands over to Mei, who runs the trials". */
    private static final Pattern AT_END = Pattern
            .compile("(?iu)^(.{3,200}?\\s)" + NAME + ",\\s+" + WHO + "(.{5,200})$");
    /** "Tobias has three things to do: mend the retries, drop the copy, and describe the keys". */
    private static final Pattern COUNTED = Pattern.compile("(?iu)^" + NAME + "\\s+([^:]{3,80}?):\\s+(.{8,300})$");
    /** "Boris, once the menu is priced, buys the fish". */
    private static final Pattern INSIDE = Pattern
            .compile("(?iu)^" + NAME + ",\\s+(" + Lexicon.WORDS.pattern("ONLY_WHEN")
                    + "\\s+[^,]{3,120}),\\s+(\\S.*)$");
    /** "Only when the trials are through does Carla sign". */
    private static final Pattern ONLY_THEN = Pattern.compile("(?iu)^(" + Lexicon.WORDS.pattern("ONLY_WHEN")
            + "\\s+[^,]{3,120}?),?\\s+(" + Lexicon.WORDS.pattern("DO_OR_WILL") + ")\\s+" + NAME + "\\s+(\\S.*)$");
    private static final Pattern PARTS = Pattern.compile("\\s*[,;]\\s+(?:" + Lexicon.WORDS.pattern("BUT")
            + "\\s+)?|\\s+(?:and|und|et|y|e|en|и|i)\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern HANDS_ON = Pattern
            .compile("(?iu).*(?<!\\p{L})" + Lexicon.WORDS.pattern("HANDS_ON") + "(?!\\p{L}).*");
    private static final String THEN = first("THEN").substring(0, 1).toUpperCase(Locale.ROOT)
            + first("THEN").substring(1) + " ";
    /** "The bank file is written by Femi". */
    private static final Pattern PASSIVE = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("BUT")
            + "\\s+)?([^,:;]{3,60}?\\s+" + Lexicon.WORDS.pattern("PASSIVE") + ")\\s+(?:(\\p{L}{3,})\\s+"
            + Lexicon.WORDS.pattern("PASSIVE_BY") + "\\s+" + NAME + "|" + Lexicon.WORDS.pattern("PASSIVE_BY") + "\\s+"
            + NAME + "\\s+(\\p{L}{3,}))$");
    private static final Pattern SEGMENTS = Pattern.compile("[,:;]\\s+");
    private static final int CHARS_MAX = 400;

    private Rephrased() {}

    /** The plain sentences; the sentence itself where it is one already. */
    static List<String> of(String sentence) {
        if (sentence.length() > CHARS_MAX) {
            return List.of(sentence);
        }
        Matcher start = AT_START.matcher(sentence);
        if (start.matches()) {
            return List.of(start.group(1) + " " + clause(start.group(2), start.group(3)),
                    start.group(1) + " " + start.group(4));
        }
        Matcher inside = INSIDE.matcher(sentence);
        if (inside.matches()) {
            return List.of(inside.group(2) + ", " + inside.group(1) + " " + inside.group(3));
        }
        Matcher only = ONLY_THEN.matcher(sentence);
        if (only.matches()) {
            return List.of(only.group(1) + ", " + only.group(3) + " " + first("MODAL") + " " + only.group(4));
        }
        Matcher end = AT_END.matcher(sentence);
        if (end.matches()) {
            String then = HANDS_ON.matcher(end.group(1).strip()).matches() ? THEN : "";
            return List.of(end.group(1) + end.group(2),
                    then + end.group(2) + " " + clause(end.group(3), end.group(4)));
        }
        List<String> passive = passive(sentence);
        return passive.isEmpty() ? counted(sentence) : passive;
    }

    /** What is done by somebody, as a line of theirs; what else the sentence says stands behind. */
    private static List<String> passive(String sentence) {
        List<String> plain = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String segment : SEGMENTS.split(sentence, -1)) {
            Matcher passive = PASSIVE.matcher(segment.strip());
            if (!passive.matches()) {
                rest.add(segment);
            } else if (passive.group(3) != null) {
                plain.add(passive.group(3) + ": " + passive.group(1) + " " + passive.group(2));
            } else {
                plain.add(passive.group(4) + ": " + passive.group(1) + " " + passive.group(5));
            }
        }
        if (!plain.isEmpty() && !rest.isEmpty()) {
            plain.add(String.join(", ", rest));
        }
        return plain;
    }

    /** A clause that a language turns, with its verb where a sentence has it. */
    private static String clause(String who, String clause) {
        int last = clause.strip().lastIndexOf(' ');
        return Lexicon.WORDS.words("RELATIVE_TURNED").contains(Words.key(who)) && last > 0
                ? clause.strip().substring(last + 1) + " " + clause.strip().substring(0, last)
                : clause;
    }

    private static String first(String list) {
        return Lexicon.WORDS.words(list).iterator().next();
    }

    /** As many parts as the words in front of the colon count are as many jobs. */
    private static List<String> counted(String sentence) {
        Matcher counted = COUNTED.matcher(sentence);
        boolean asks = sentence.indexOf('?') >= 0
                || (counted.matches() && Topic.in(Words.key(counted.group(2))).contains(Topic.QUESTIONS));
        Optional<Integer> count = !asks && counted.matches() && number(Words.key(counted.group(1))).isEmpty()
                ? List.of(Words.key(counted.group(2)).split(" ", -1)).stream()
                        .flatMap(word -> number(word).stream()).findFirst()
                : Optional.empty();
        List<String> parts = new ArrayList<>();
        if (count.isPresent()) {
            PARTS.splitAsStream(counted.group(3).replaceFirst("[.]$", "")).filter(part -> !part.isBlank())
                    .forEach(parts::add);
        }
        boolean all = count.isPresent() && count.get() > 1 && count.get() == parts.size()
                && parts.stream().allMatch(Words::areSeveral);
        return all
                ? parts.stream().map(part -> counted.group(1) + ": " + part).toList()
                : List.of(sentence);
    }

    private static Optional<Integer> number(String word) {
        return word.matches("\\d") ? Optional.of(Integer.valueOf(word)) : Lexicon.WORDS.number(word);
    }
}
