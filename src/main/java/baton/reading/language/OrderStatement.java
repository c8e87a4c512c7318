package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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

    private static final Cuts LATER_FIRST = new Cuts("DEPENDS", "WAITS", "NOT_BEFORE", "PRESUPPOSES",
            "ONLY_WHEN");
    private static final Set<String> AROUND = Lexicon.WORDS.words("PRESUPPOSES_AROUND");
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
        String[] chain = Signs.any(sentence, ">▶►→⟶⇒➜⇢") ? ARROW.split(sentence, -1) : new String[]{sentence};
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
            // "The test presupposes the import" stands around it in some languages: "setzt den Import voraus".
            boolean around = i + 2 < spots.size()
                    && AROUND.contains(spots.word(i) + " " + spots.word(spots.size() - 1)) && !denied(spots, i);
            if (around) {
                found.addAll(made(spots.between(i + 1, spots.size() - 1), spots.before(i)));
            }
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

    /** True for a line with an arrow in it. */
    public static boolean isDrawn(String sentence) {
        return ARROW.matcher(sentence).find();
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
}
