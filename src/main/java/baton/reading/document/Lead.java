package baton.reading.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.Words;

/**
 * A line that stands above a list, table or fence and says what it is: "<b>Parallel tracks:</b>", "Morning:".
 *
 * @param title
 *            the words, without marks and colon
 * @param value
 *            what stands behind the label, as in "<b>Synchronization</b>: end of week 1"
 * @param marked
 *            true where the line is set off by marks or is short, so that it is a title rather than a sentence
 */
public record Lead(String title, String key, String value, boolean marked, int line) {

    private static final Pattern BOLD = Pattern.compile(
            "[^\\p{L}\\p{N}*_`\\[(]*(?:\\*\\*|__|\\*|_)([^*_]{1,100}?)(:?)(?:\\*\\*|__|\\*|_)\\s*(:|[–—-](?=\\s))?\\s*(.{0,120})");
    private static final Pattern PLAIN = Pattern.compile("(?:#+\\s*)?([^:]{1,120}):\\s*");
    private static final Pattern IN_LINE = Pattern.compile("([^:]{2,60}):\\s+(.{3,300})");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]{2,60}\\):?");
    /** "<b>north-desk</b> delivers:". */
    private static final Pattern DOES = Pattern.compile("\\p{Ll}{3,}(?:s|t)\\s*:");
    /** "Owner: Slots agent." in bold is a title whatever the line says behind it. */
    private static final Pattern OWNED = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("OWNER") + "\\s*:\\s+[^:.]{2,40}\\.?");
    private static final int PERIOD_WORDS_MAX = 12;
    private static final Pattern ENDED = Pattern.compile("[.!?;]$");
    private static final int SHORT_WORDS_MAX = 6;
    private static final int CHARS_MAX = 300;

    /** The lead that a line is, if it is one. */
    public static Optional<Lead> of(String raw, int line) {
        String text = raw.strip();
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        Matcher bold = BOLD.matcher(text);
        if ((text.indexOf('*') >= 0 || text.indexOf('_') >= 0) && bold.matches()) {
            boolean does = DOES.matcher(bold.group(4).strip()).matches() && bold.group(2).isEmpty()
                    && bold.group(3) == null;
            boolean told = does || BRACKETS.matcher(bold.group(4).strip()).matches();
            boolean owned = OWNED.matcher(bold.group(1)).matches();
            boolean label = !bold.group(2).isEmpty() || bold.group(3) != null || bold.group(4).isBlank() || told
                    || owned;
            return label
                    ? Optional.of(told
                            ? made(bold.group(1) + " " + bold.group(4).strip(), "", true, line)
                            : made(bold.group(1), bold.group(4).strip(), true, line))
                    : Optional.empty();
        }
        Matcher plain = PLAIN.matcher(text);
        return text.endsWith(":") && plain.matches()
                ? Optional.of(made(plain.group(1), "", Words.count(plain.group(1)) <= SHORT_WORDS_MAX, line))
                : Optional.empty();
    }

    /** A lead with its list behind it in the same line: "<i>Meeting points:</i> day 10 – weights; day 20 – ship". */
    public static Optional<Lead> inLine(String raw, int line) {
        Matcher plain = IN_LINE.matcher(Words.plain(raw));
        return plain.matches() && Words.count(plain.group(1)) <= SHORT_WORDS_MAX
                ? Optional.of(made(plain.group(1), plain.group(2), true, line))
                : Optional.empty();
    }

    /** True where the line is a title in marks and says nothing else. */
    public boolean isBare() {
        return marked && value.isEmpty();
    }

    /** True where the line says all that its label can say, so that nothing below belongs to it. */
    boolean isComplete() {
        return Label.of(title).filter(label -> label.isSaidInLine(value)).isPresent();
    }

    /** The parts of such a list. */
    public static List<String> parts(String value) {
        return Stream.of(value.split("\\s*;\\s*", -1)).map(part -> part.replaceFirst("[.]$", "").strip())
                .filter(part -> !part.isEmpty()).toList();
    }

    /**
     * A line without marks that nevertheless is the title of the list below it: a short one that names a stretch of time or
     * somebody, and nothing else.
     */
    static Optional<Lead> bare(String raw, int line) {
        String title = Words.title(raw);
        boolean period = Period.ofTitle(title).isPresent();
        boolean brief = Words.count(title) <= (period ? PERIOD_WORDS_MAX : SHORT_WORDS_MAX)
                && !ENDED.matcher(title).find();
        Lead lead = made(raw, "", true, line);
        boolean point = Topic.in(lead.key).equals(EnumSet.of(Topic.CHECKPOINTS));
        boolean structural = AgentTitle.isName(title) || period || point;
        return brief && structural && (period || point || Topic.in(lead.key).isEmpty())
                ? Optional.of(lead)
                : Optional.empty();
    }

    private static Lead made(String words, String value, boolean marked, int line) {
        String title = Words.title(words);
        return new Lead(title, Words.key(title), value, marked, line);
    }
}
