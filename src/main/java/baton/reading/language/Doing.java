package baton.reading.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words behind a name say that its bearer does.
 *
 * <p>
 * "Will move the rules" and "moves the rules" give work; "looks after the rules" says what somebody is there for; "went through
 * the rules" and "is tired" give nothing.
 *
 * @param words
 *            the job without what only leads to it
 * @param told
 *            true where words such as "will" and "should" give it
 */
public record Doing(Kind kind, String words, boolean told) {

    /** How much a sentence gives. */
    public enum Kind {
        JOB, DUTY
    }

    private static final Phrases ALSO = Phrases.of("ALSO");
    private static final Phrases MODAL = Phrases.of("MODAL");
    private static final Phrases DUTY = Phrases.of("DUTY");
    private static final Phrases APPOINTED = Phrases.of("APPOINTED");
    private static final Phrases NONE = Phrases.of("NO_JOB", "PAST");
    private static final Pattern TO = Pattern.compile("(?iu)^(?:\\S+\\s+){0,3}?" + Lexicon.WORDS.pattern("APPOINTED_TO")
            + "\\s+(?=\\S)");
    /** Endings of the third person; of one language only where the text is in it. */
    private static final Pattern ENGLISH = Pattern.compile("\\p{Ll}+(?:-\\p{Ll}+)?(?<![suia])s|re-?\\p{Ll}+s|"
            + "\\p{Ll}+(?:ies|oes|ches|shes|ses|xes)");
    private static final Pattern OTHER = Pattern.compile("\\p{Ll}{2,}(?:-\\p{Ll}+)?(?:[teai]|y|т|е|ит|ет|ёт|ся|s)");
    private static final Pattern PAST = Pattern.compile("\\p{Ll}{4,}ed|\\p{Ll}{2,}(?:ió|ó|ł|ła|ло|л|ла|ли|ait)");
    private static final List<String> BE = List.of("be", "have", "sein", "être", "ser", "estar", "essere", "zijn",
            "быть", "być");
    private static final int ADVERBS_MAX = 3;
    private static final int NEGATED_WORDS = 2;

    /**
     * Reads the words behind a name; empty where they give nothing to do.
     *
     * @param english
     *            whether the text is English, which tells verbs from other words by their ending
     */
    public static Optional<Doing> of(String behind, boolean english) {
        String rest = adverbs(behind.strip());
        boolean told = MODAL.begins(Words.key(rest));
        String job = told ? adverbs(MODAL.cut(rest)) : rest;
        // "Should please send": leading words may come in twos.
        job = told && MODAL.begins(Words.key(job)) ? adverbs(MODAL.cut(job)) : job;
        String key = Words.key(job);
        if (APPOINTED.begins(key)) {
            Matcher to = TO.matcher(APPOINTED.cut(job));
            return to.find() ? made(Kind.JOB, APPOINTED.cut(job).substring(to.end()), true) : Optional.empty();
        }
        if (List.of(key.split(" ", -1)).stream().limit(NEGATED_WORDS)
                .anyMatch(Lexicon.WORDS.words("NOT_AT_ALL")::contains)) {
            return Optional.empty();
        }
        // "It has to be done by Friday" gives nothing new.
        if (told && BE.contains(key.split(" ", 2)[0])) {
            return Optional.empty();
        }
        if (DUTY.begins(key)) {
            return made(told ? Kind.JOB : Kind.DUTY, job, told);
        }
        String first = job.split("\\s+", 2)[0];
        boolean verb = told
                || (!NONE.begins(key) && !PAST.matcher(first).matches()
                        && (english ? ENGLISH : OTHER).matcher(first).matches());
        return verb && !job.isEmpty() && Character.isLowerCase(job.codePointAt(0))
                ? made(Kind.JOB, job, told)
                : Optional.empty();
    }

    /** True for words that tell what happened or how it is. */
    public static boolean isPast(String words) {
        String rest = adverbs(words.strip());
        return NONE.begins(Words.key(rest)) || PAST.matcher(rest.split("\\s+", 2)[0]).matches();
    }

    private static Optional<Doing> made(Kind kind, String words, boolean told) {
        return Words.areSeveral(words) ? Optional.of(new Doing(kind, words, told)) : Optional.empty();
    }

    /** Words without "also", "then" and the like in front. */
    public static String adverbs(String words) {
        String rest = words;
        for (int i = 0; i < ADVERBS_MAX && ALSO.begins(Words.key(rest)); i++) {
            rest = ALSO.cut(rest);
        }
        return rest;
    }
}
