package baton.reading.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a sentence may be cut in two so that it says what comes first and what waits for it.
 *
 * <p>
 * "B depends on A", "A unblocks B", "B cannot start before A is done", "once A is done, B can start", "A → B", in all languages
 * of the word lists. A sentence may hold several such words, some of them in the names of the jobs; each place is one proposal,
 * and only who knows the jobs can say which one is meant.
 *
 * @param earlier
 *            as written
 * @param later
 *            as written
 */
public record OrderStatement(String earlier, String later) {

    private static final Cuts LATER_FIRST = new Cuts("DEPENDS", "WAITS", "NOT_BEFORE");
    private static final Cuts EARLIER_FIRST = new Cuts("COMES_BEFORE");
    private static final Cuts BEFORE = new Cuts("BEFORE");
    private static final int DENIED_WORDS_MAX = 4;
    private static final Cuts WHEN = new Cuts("WHEN");
    private static final Cuts NEGATED = new Cuts("NEGATION");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:[-=]{1,8}>{1,2}|[─━═]{1,8}[>▶►→]|→|⟶|⇒|➜|⇢)\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*[,，、]\\s*");
    /** "Sketching waits on the plan": the small word that a verb leaves at the end of its sentence. */
    private static final Pattern LEFT_BEHIND = Pattern.compile("(?iu)\\s+(?:ab|an|auf)$");

    /** The proposals of one sentence, the most likely first; nothing where it speaks of no order or denies it. */
    public static List<OrderStatement> of(String sentence) {
        String[] chain = Signs.any(sentence, ">▶►→⟶⇒➜⇢") ? ARROW.split(sentence, -1) : new String[] {sentence};
        if (chain.length > 1) {
            return IntStream.range(1, chain.length).mapToObj(i -> made(chain[i - 1], chain[i]))
                    .flatMap(List::stream).toList();
        }
        List<OrderStatement> found = new ArrayList<>();
        if (EastAsian.isIn(sentence)) {
            LATER_FIRST.unspaced(sentence).forEach(cut -> found.addAll(made(cut.get(1), cut.get(0))));
            EARLIER_FIRST.unspaced(sentence).forEach(cut -> found.addAll(made(cut.get(0), cut.get(1))));
        }
        Spots spots = new Spots(sentence);
        Matcher comma = COMMA.matcher(sentence);
        if (WHEN.at(spots, 0) > 0 && comma.find()) {
            String when = sentence.substring(spots.end(WHEN.at(spots, 0) - 1), comma.start());
            found.addAll(made(when, sentence.substring(comma.end())));
        }
        for (int i = 1; i < spots.size(); i++) {
            boolean denied = denied(spots, i);
            int later = denied ? 0 : LATER_FIRST.at(spots, i);
            int earlier = denied ? 0 : EARLIER_FIRST.at(spots, i);
            int before = denied ? BEFORE.at(spots, i) : 0;
            if (before > 0) {
                // "B cannot be built before A is drawn" says that B waits.
                found.addAll(made(spots.from(before), spots.before(i)));
            } else if (later > 0 && later >= earlier) {
                found.addAll(made(spots.from(later), spots.before(i)));
            } else if (earlier > 0) {
                found.addAll(made(spots.before(i), spots.from(earlier)));
            }
        }
        return found;
    }

    /** A word that denies stands in the same clause, close before. */
    private static boolean denied(Spots spots, int at) {
        return IntStream.range(Math.max(0, at - DENIED_WORDS_MAX), at).anyMatch(i -> NEGATED.at(spots, i) > 0);
    }

    private static List<OrderStatement> made(String earlier, String later) {
        String first = LEFT_BEHIND.matcher(earlier.strip().replaceFirst("[.;:,]+$", "")).replaceFirst("").strip();
        String second = later.strip().replaceFirst("[.;:,]+$", "").strip();
        return first.isEmpty() || second.isEmpty() ? List.of() : List.of(new OrderStatement(first, second));
    }

    /** The words of a sentence with the places where they stand. */
    private static final class Spots {

        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
        private final String text;
        private final List<String> words = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        Spots(String text) {
            this.text = text;
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                words.add(word.group().toLowerCase(Locale.ROOT));
                starts.add(word.start());
                ends.add(word.end());
            }
        }

        int size() {
            return words.size();
        }

        String word(int at) {
            return words.get(at);
        }

        int end(int at) {
            return ends.get(at);
        }

        String before(int at) {
            return text.substring(0, starts.get(at));
        }

        String from(int at) {
            return at < starts.size() ? text.substring(starts.get(at)) : "";
        }
    }

    /** Phrases by their first words. */
    private static final class Cuts {

        private final Map<String, List<List<String>>> byFirst = new HashMap<>();

        Cuts(String... lists) {
            Set<String> phrases = new TreeSet<>();
            Stream.of(lists).forEach(list -> phrases.addAll(Lexicon.WORDS.words(list)));
            phrases.stream().filter(phrase -> !phrase.isEmpty()).map(phrase -> List.of(phrase.split(" ", -1)))
                    .forEach(words -> byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words));
            byFirst.values().forEach(some -> some.sort((a, b) -> b.size() - a.size()));
        }

        /** What stands before and behind each phrase of a script without blanks. */
        Stream<List<String>> unspaced(String sentence) {
            return byFirst.keySet().stream().filter(EastAsian::isIn).sorted().filter(sentence::contains)
                    .map(phrase -> List.of(sentence.substring(0, sentence.indexOf(phrase)),
                            sentence.substring(sentence.indexOf(phrase) + phrase.length())));
        }

        /** The place behind the longest phrase that begins here; 0 where none does. */
        int at(Spots spots, int from) {
            if (from >= spots.size()) {
                return 0;
            }
            for (List<String> phrase : byFirst.getOrDefault(spots.word(from), List.of())) {
                boolean fits = from + phrase.size() <= spots.size() && IntStream.range(1, phrase.size())
                        .allMatch(i -> spots.word(from + i).equals(phrase.get(i)));
                if (fits) {
                    return from + phrase.size();
                }
            }
            return 0;
        }
    }
}
