package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.Lexicon;
import baton.reading.language.Phrases;
import baton.reading.language.Words;

/**
 * A job as somebody tells it, taken apart: "turn on the limits by Friday, but only after the fix is out, otherwise they are
 * locked out. You need the new key for that."
 *
 * @param title
 *            what is to be done
 * @param needs
 *            what must be there before
 * @param deadline
 *            until when; empty where nothing says so
 */
public record JobWords(String title, List<String> needs, String deadline) {

    private static final String ONLY_WHEN = Lexicon.WORDS.pattern("ONLY_WHEN");
    private static final String BUT = "(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?";
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.;!?])(?<!\\.\\p{L}\\.)\\s+|(?<=[。；])");
    private static final Pattern REASON = Pattern
            .compile("(?iu)\\s*[,–—(]\\s*" + BUT + Lexicon.WORDS.pattern("REASON") + "(?![\\p{L}]).*$");
    private static final Pattern APART = Pattern
            .compile("(?iu)^(.{5,}?)\\s*(?:[,–—(]|\\s-)\\s*" + BUT + "(" + ONLY_WHEN + ")\\s+(.{3,160}?)\\)?$");
    private static final Pattern CLOSE = Pattern
            .compile("(?iu)^(.{5,}?)\\s+(" + BUT + ONLY_WHEN + ")\\s+(.{3,160}?)$");
    private static final Pattern WHICH = Pattern
            .compile("(?iu)^(.{5,}?)\\s*[,–—(]\\s*(?:which|die|der|das|was|ce qui|qui|lo que"
                    + "|che|o que|wat|что|co)\\s+" + Lexicon.WORDS.pattern("PRESUPPOSES") + "\\s+(.{3,160}?)\\)?$");
    private static final Pattern DUE = Pattern.compile("(?iu)^(.{5,}?|),?\\s*[(]?(?<!\\p{L})("
            + Lexicon.WORDS.pattern("DUE")
            + "\\s+(?:" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+)?(?:" + Lexicon.WORDS.pattern("WEEKDAY")
            + "|\\d{1,2}(?!\\d)|"
            + Lexicon.WORDS.pattern("AT_END") + "|" + Lexicon.WORDS.pattern("SLOT")
            + "|tomorrow|tonight|morgen|demain|mañana|domani|amanhã|завтра|jutra)(?![\\p{L}])[^,;.()]{0,25})[)]?(?:,\\s.{3,40})?$");
    private static final Pattern DUE_LEADS = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("DUE") + "\\s+");
    private static final Pattern REFERS = Pattern.compile("(?iu)^" + BUT + "(?:" + Lexicon.WORDS.pattern("REFERS") + "|"
            + Lexicon.WORDS.pattern("IT") + ")\\s+.{0,40}?(?<![\\p{L}])(?:" + Lexicon.WORDS.pattern("PRESUPPOSES")
            + "(?:\\s+" + ONLY_WHEN + ")?|" + ONLY_WHEN + ")\\s+(.{3,160})$");
    private static final Pattern BARE = Pattern
            .compile("(?iu)^" + BUT + Lexicon.WORDS.pattern("PRESUPPOSES") + "\\s+(.{3,160})$");
    private static final Pattern COUNTED = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{1,5}-?\\d{1,3}(?![\\p{L}\\p{N}])");
    private static final Pattern ASIDE = Pattern.compile("(?iu)^(.{5,}?)\\s*[,–—(]\\s*" + BUT + "(?:"
            + Lexicon.WORDS.pattern("REFERS") + "|" + Lexicon.WORDS.pattern("IT") + ")\\s+.{0,40}?\\s(" + ONLY_WHEN
            + ")\\s+(.{3,160}?)\\)?$");
    private static final Pattern ONLY = Pattern.compile("(?iu)^" + BUT + ONLY_WHEN + "\\s+(.{3,160})$");
    /** "He cannot begin before the file is there". */
    private static final Pattern EARLIER = Pattern
            .compile("(?iu)^" + BUT + "(?:" + Lexicon.WORDS.pattern("REFERS") + "|"
                    + Lexicon.WORDS.pattern("IT") + ")\\s.{3,60}?(?<!\\p{L})" + Lexicon.WORDS.pattern("EARLIER")
                    + "\\s+(.{3,120})$");
    private static final Pattern RELATIVE = Pattern
            .compile(
                    "(?iu)(?:\\s+(?:first|zuerst|d'abord|primero|prima|primeiro|eerst))?,\\s+(?:which|who|die|der|das|qui|que|che|wat|który|которы\\p{L}+)\\s.*$");
    /** "You need the layout before you can number anything": what it is needed for. */
    private static final Pattern UNTIL = Pattern.compile("(?iu)(?<=\\S{3})\\s+" + Lexicon.WORDS.pattern("EARLIER")
            + "\\s+(?:" + Lexicon.WORDS.pattern("REFERS") + "|" + Lexicon.WORDS.pattern("IT") + ")\\s.*$");
    private static final Pattern FOR_THAT = Pattern.compile("(?iu)\\s+(?:for|für|pour|para|per|voor|для|do)\\s+"
            + "(?:that|it|this|cela|eso|dat|это|tego|das)$|\\s+(?:first|before|zuerst|dafür|d'abord|primero|prima|primeiro|eerst)$");
    /** "The intro is recorded": whatever is so may stand. */
    private static final Pattern STATE = Pattern
            .compile("(?iu).*\\s" + Lexicon.WORDS.pattern("BEING") + "\\s+\\p{L}{3,}$");
    private static final Phrases STRONG = Phrases.of("STANDS");
    private static final Phrases NOT = Phrases.of("NOT_AT_ALL");
    private static final int NEED_WORDS_MAX = 25;

    public JobWords {
        needs = List.copyOf(needs);
    }

    /** Takes the words apart; what names somebody known in a clause of time is a need. */
    public static JobWords of(String text, Roster roster) {
        List<String> sentences = List.of(SENTENCE.split(text.strip(), -1));
        List<String> needs = new ArrayList<>();
        String title = REASON.matcher(sentences.getFirst().replaceFirst("[.;!]+$", "")).replaceFirst("");
        Matcher which = WHICH.matcher(title);
        if (which.matches()) {
            needs.addAll(needs(which.group(2)));
            title = which.group(1);
        }
        Matcher aside = ASIDE.matcher(title);
        if (aside.matches() && !NOT.isIn(Words.key(title.substring(aside.end(1))))) {
            needs.addAll(needs(aside.group(3)));
            title = aside.group(1);
        }
        Matcher apart = APART.matcher(title);
        Matcher close = CLOSE.matcher(title);
        if (apart.matches() && (!Words.key(apart.group(2)).equals("when") || tells(apart.group(3), roster))) {
            needs.addAll(needs(apart.group(3)));
            title = apart.group(1);
        } else if (close.matches() && tells(close.group(3), roster)) {
            needs.addAll(needs(close.group(3)));
            title = close.group(1);
        }
        String deadline = deadline(title);
        Matcher due = DUE.matcher(title);
        title = due.matches() ? due.group(1) : title;
        for (String remark : sentences.subList(1, sentences.size())) {
            needs.addAll(waits(remark));
            deadline = deadline.isEmpty() ? deadline(remark.replaceFirst("[.;!]+$", "")) : deadline;
        }
        return new JobWords(title.replaceFirst("[\\s,:;–—-]+$", ""), needs, deadline);
    }

    /** The id of a job that words name, as "AP2" in "AP2 is approved". */
    public static Optional<String> idIn(String words) {
        return COUNTED.matcher(words).results().map(MatchResult::group).findFirst();
    }

    /** The time by which something is to be done, at the end of the words; empty where they name none. */
    public static String deadline(String words) {
        Matcher due = DUE.matcher(words.strip());
        return due.matches() ? DUE_LEADS.matcher(due.group(2)).replaceFirst("").strip() : "";
    }

    /** What a sentence behind a job says that it waits for: "It goes out when the clips are there". */
    public static List<String> waits(String remark) {
        String text = REASON.matcher(remark.strip().replaceFirst("[.;!]+$", "")).replaceFirst("")
                .replaceFirst(",\\s+\\p{L}+$", "");
        if (NOT.isIn(Words.key(text)) || text.endsWith("?")) {
            Matcher earlier = EARLIER.matcher(text);
            return earlier.matches() && !text.endsWith("?") ? needs(earlier.group(1)) : List.of();
        }
        Matcher refers = REFERS.matcher(text);
        Matcher only = ONLY.matcher(text);
        Matcher bare = BARE.matcher(text);
        return bare.matches()
                ? needs(bare.group(1))
                : refers.matches() ? needs(refers.group(1)) : only.matches() ? needs(only.group(1)) : List.of();
    }

    private static List<String> needs(String clause) {
        List<String> ids = COUNTED.matcher(clause).results().map(MatchResult::group).toList();
        if (!ids.isEmpty() || Words.count(clause) > NEED_WORDS_MAX) {
            return ids;
        }
        return Clause.before(FOR_THAT
                .matcher(RELATIVE.matcher(UNTIL.matcher(clause.strip()).replaceFirst("")).replaceFirst("")
                        .replaceFirst("^(?i:both|beide|beides|tanto)\\s+", ""))
                .replaceFirst(""));
    }

    /** True where a clause says that something stands, or speaks of somebody known. */
    private static boolean tells(String clause, Roster roster) {
        return STRONG.ends(Words.key(clause)) || STATE.matcher(clause).matches()
                || Lexicon.WORDS.words("REFERS").contains(Words.key(clause))
                || !AgentsInText.of(clause.replaceAll("['’]s\\b", ""), roster).isEmpty();
    }
}
