package baton.reading.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the words of a job say that it waits for: "Check the figures (needs the export)", "Print the cards once the texts are in".
 *
 * @param head
 *            the job without the clause
 * @param need
 *            what must be there before, as written
 * @param apart
 *            whether a sign sets the clause apart; where none does, its words may belong to the job
 */
public record NeedClause(String head, String need, boolean apart) {

    private static final Cuts APART = new Cuts("DEPENDS", "WAITS", "PRESUPPOSES", "ONLY_WHEN", "NOT_BEFORE", "TAKES");
    private static final Cuts INSIDE = new Cuts("WAITS", "ONLY_WHEN", "NOT_BEFORE");
    private static final Cuts NEGATED = new Cuts("NEGATION");
    private static final Set<String> LEADS = Stream
            .of("BUT", "IT", "REFERS", "ALSO", "BEING", "MODAL", "STARTING", "ONLY_WHEN", "STARTS")
            .flatMap(list -> Lexicon.WORDS.words(list).stream())
            .flatMap(phrase -> List.of(phrase.split(" ", -1)).stream()).collect(Collectors.toSet());
    private static final Pattern STATE = Pattern.compile("(?iu).*\\s" + Lexicon.WORDS.pattern("BEING") + "\\s.*|.*\\s"
            + Lexicon.WORDS.pattern("STANDS"));
    private static final Cuts ORDER = new Cuts("BEFORE", "ONLY_WHEN", "COMES_BEFORE", "DEPENDS");
    private static final Cuts AND = new Cuts("BUT");
    private static final Pattern END = Pattern.compile("[;。]|[.!](?=\\s|$)|\\s[–—-]\\s");
    private static final String OPENING = "([{（";
    private static final String CLOSING = ")]}）";
    private static final Pattern MARKS = Pattern.compile("[\"“”„«»‹›「」『』*_`]");
    private static final String APARTS = ",;([{–—.:|!→·*_-，；（。：";
    private static final String SIGNS = "[\\s,;:(\\[{–—.|!→·*_-]+$";
    private static final Pattern JOINING = Pattern.compile("(?iu)\\s" + Lexicon.WORDS.pattern("BUT") + "$");
    /** Nobody says a job in so many words, and each place in it is looked at. */
    private static final int CHARS_MAX = 600;
    private static final int LEADS_MAX = 3;
    private static final int DENIED_WORDS = 3;

    /** The first clause of a text; empty where it has none, or denies it. */
    public static Optional<NeedClause> of(String text) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        var spots = new Spots(text);
        for (int i = 1; i < spots.size(); i++) {
            int lead = lead(text, spots, i);
            boolean apart = lead >= 0;
            int behind = (apart ? APART : INSIDE).at(spots, i);
            if (behind == 0) {
                continue;
            }
            // "Measure before and after the change" speaks of two times.
            boolean pair = i > 1 && AND.at(spots, i - 1) > 0 && ORDER.at(spots, i - 2) > 0;
            boolean denied = pair || denied(spots, i, behind);
            String need = denied ? "" : need(spots.from(behind));
            String head = apart ? text.substring(0, spots.start(lead)) : spots.before(i);
            if (!need.isEmpty() && Words.areSeveral(head) && (apart || STATE.matcher(need).matches())) {
                return Optional.of(new NeedClause(bare(head), need, apart));
            }
        }
        return Optional.empty();
    }

    /** Without signs and without a word that only led to the clause. */
    private static String bare(String head) {
        return JOINING.matcher(head.replaceFirst(SIGNS, "")).replaceFirst("").replaceFirst(SIGNS, "");
    }

    /** Where the clause begins whose word stands here, if a sign sets it apart; -1 where none does. */
    private static int lead(String text, Spots spots, int at) {
        for (int i = at; i > Math.max(0, at - LEADS_MAX - 1); i--) {
            String between = text.substring(spots.end(i - 1), spots.start(i));
            boolean sign = between.chars().anyMatch(c -> APARTS.indexOf(c) >= 0)
                    && !(between.equals("-") || between.equals("."));
            if (sign) {
                return i;
            }
            if (!LEADS.contains(spots.word(i - 1))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean denied(Spots spots, int from, int behind) {
        return IntStream.range(Math.max(0, from - DENIED_WORDS), Math.min(spots.size(), behind + 1))
                .anyMatch(i -> i != from && NEGATED.at(spots, i) > 0 && (i < from || i >= behind));
    }

    /** Up to the end of the sentence, or of the brackets in which the clause stands. */
    private static String need(String behind) {
        int depth = 0;
        int end = 0;
        var stop = END.matcher(behind);
        while (end < behind.length() && depth >= 0) {
            boolean stops = depth == 0 && stop.region(end, behind.length()).lookingAt();
            depth += OPENING.indexOf(behind.charAt(end)) >= 0 ? 1 : 0;
            depth -= stops || CLOSING.indexOf(behind.charAt(end)) >= 0 ? 1 : 0;
            end += depth < 0 ? 0 : 1;
        }
        return MARKS.matcher(behind.substring(0, end)).replaceAll("").strip();
    }
}
