package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/**
 * A sentence that says who does what: "The Copywriter drafts the texts", "Once the texts are done, the Designer sketches a
 * page", "Ask the Tester to try it".
 *
 * @param agent
 *            who
 * @param words
 *            what
 * @param needs
 *            what must be there before, by the clause in front or behind
 * @param ordered
 *            true where the reader is told to have it done
 */
public record Clause(String agent, String words, List<String> needs, boolean ordered) {

    private static final Pattern THEN = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("THEN") + "(?![\\p{L}])\\s*[,:]?\\s+");
    private static final Pattern WHEN = Pattern.compile(
            "(?iu)^" + Lexicon.WORDS.pattern("WHEN") + "(?![\\p{L}])\\s*([^,]{3,120}),\\s*");
    private static final Pattern AND = Pattern.compile("(?iu)^(?:and|und|et|y|e|en)\\s+");
    private static final Pattern WHILE = Pattern.compile(
            "(?iu)^" + Lexicon.WORDS.pattern("WHILE") + "(?![\\p{L}])\\s*([^,]{3,120}),\\s*");
    private static final Pattern BEHIND = Pattern.compile("(?iu)\\s*,?\\s+" + Lexicon.WORDS.pattern("WHEN")
            + "\\s+([^,]{3,100}?\\s+" + Lexicon.WORDS.pattern("STANDS") + ")[.]?$");
    private static final Pattern STANDS = Pattern
            .compile("(?iu)\\s+(?:(?:" + Lexicon.WORDS.pattern("BEING") + ")\\s+)*" + Lexicon.WORDS.pattern("STANDS")
                    + "(?:\\s+" + Lexicon.WORDS.pattern("STANDS")
                    + ")?(?:\\s+(?:by|von|par|por|da|door)\\s+.{2,40})?[.]?$");
    private static final Pattern ORDER = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("INSTRUCT")
            + "\\s+(.{2,60}?)\\s+" + Lexicon.WORDS.pattern("IN_ORDER_TO") + "\\s+(.{3,})$");
    private static final Pattern ARTICLE = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+");
    private static final Pattern WILL = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("WILL") + "(?![\\p{L}])\\s+");
    private static final Pattern BESIDE = Pattern.compile(
            "(?iu)^(?:and|und|et|y|e|en|&)\\s+((?:\\p{L}+\\s+)?@?\\p{Lu}[\\p{L}\\p{N}_-]*)\\s+(?=\\p{Ll})");
    private static final Pattern NOT_BEFORE = Pattern.compile("(?iu)^(.{2,60}?)\\s+"
            + Lexicon.WORDS.pattern("NOT_BEFORE") + "\\s+(.{3,120}?)[.]?$");
    private static final Pattern STARTING = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("STARTING") + "\\s+"
            + Lexicon.WORDS.pattern("WHEN") + "\\s+(.{2,120}?)[.]?$");
    private static final int NAME_WORDS_MAX = 5;

    public Clause {
        needs = List.copyOf(needs);
    }

    /** The sentence taken apart; empty where nobody known is its subject. */
    public static Optional<Clause> of(String sentence, Roster roster) {
        List<String> needs = new ArrayList<>();
        String text = AND.matcher(THEN.matcher(sentence.strip()).replaceFirst("")).replaceFirst("");
        text = WHILE.matcher(text).replaceFirst("");
        Matcher when = WHEN.matcher(text);
        if (when.find()) {
            needs.addAll(before(when.group(1)));
            text = THEN.matcher(text.substring(when.end())).replaceFirst("");
        }
        Matcher behind = BEHIND.matcher(text);
        if (behind.find()) {
            needs.addAll(before(behind.group(1)));
            text = text.substring(0, behind.start());
        }
        Matcher order = ORDER.matcher(text);
        if (order.matches()) {
            Optional<String> agent = name(order.group(1), roster);
            String job = order.group(2);
            return agent.map(one -> new Clause(one, job, needs, true));
        }
        return subject(text, roster, needs);
    }

    /** True for a sentence that says that something must not begin before something else. */
    public static boolean holdsBack(String sentence) {
        return NOT_BEFORE.matcher(sentence).find();
    }

    /** What a sentence such as "Run after the importer has finished" waits for. */
    public static List<String> starting(String sentence) {
        Matcher starts = STARTING.matcher(sentence.strip());
        return starts.matches() ? before(starts.group(1)) : List.of();
    }

    /** Words without "then", "will" and the like in front. */
    public static String bare(String words) {
        return THEN.matcher(WILL.matcher(THEN.matcher(words).replaceFirst("")).replaceFirst("")).replaceFirst("");
    }

    /** "The crane agent cannot start before the plan is approved": who waits, and for what; no job. */
    public static Optional<Clause> waiting(String sentence, Roster roster) {
        Matcher waits = NOT_BEFORE.matcher(sentence.strip());
        return waits.matches()
                ? name(waits.group(1), roster).map(agent -> new Clause(agent, "", before(waits.group(2)), false))
                : Optional.empty();
    }

    /** What a clause names that must stand, without the words for standing. */
    private static List<String> before(String clause) {
        return AgentFields.parts(clause).stream().map(part -> STANDS.matcher(part.strip()).replaceFirst(""))
                .map(part -> ARTICLE.matcher(part).replaceFirst("")).filter(part -> !part.isBlank()).toList();
    }

    private static Optional<String> name(String written, Roster roster) {
        String bare = ARTICLE.matcher(written.strip()).replaceFirst("");
        return roster.find(bare).or(() -> roster.said(bare));
    }

    /** The longest known name at the beginning with a verb behind it. */
    private static Optional<Clause> subject(String text, Roster roster, List<String> needs) {
        String bare = ARTICLE.matcher(text).replaceFirst("");
        boolean article = !bare.equals(text);
        List<String> words = List.of(bare.split("\\s+", -1));
        for (int count = Math.min(NAME_WORDS_MAX, words.size() - 1); count > 0; count--) {
            String name = String.join(" ", words.subList(0, count));
            boolean written = article || name.startsWith("@") || Character.isUpperCase(name.codePointAt(0))
                    || NameIndex.saysAgent(name) || AgentName.of(name).isIdentifier();
            boolean ends = name.endsWith(",") || name.endsWith(".") || name.endsWith(":");
            Optional<String> agent = written && !ends ? roster.find(name.replaceFirst("^@", "")) : Optional.empty();
            String rest = String.join(" ", words.subList(count, words.size()));
            Matcher beside = BESIDE.matcher(rest);
            if (agent.isPresent() && beside.lookingAt() && name(beside.group(1), roster).isPresent()) {
                rest = rest.substring(beside.end());
            }
            if (agent.isPresent() && !rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0))) {
                String job = bare(rest);
                return Words.count(job) > 1
                        ? Optional.of(new Clause(agent.get(), job, needs, false))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
