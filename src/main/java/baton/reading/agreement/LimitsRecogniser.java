package baton.reading.agreement;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Sentences;
import baton.reading.found.Findings;
import baton.reading.found.Findings.Figure;
import baton.reading.found.Recogniser;
import baton.reading.language.EastAsian;
import baton.reading.language.Lexicon;
import baton.reading.language.Phrases;
import baton.reading.language.TimeBoxes;
import baton.reading.language.Words;

/**
 * The size of the pool and the time box of every task, wherever the document states them.
 *
 * <p>
 * "Always 5 active agents" is floor and ceiling. A number of agents without a word that makes it a rule is none, and
 * neither is a length of time that is not said of tasks.
 */
public final class LimitsRecogniser implements Recogniser {

    private static final Pattern NUMBER = Pattern.compile("(?:^|(?<= ))(\\d{1,3})(?= |$)");
    private static final Pattern RANGE = Pattern
            .compile("(\\d{1,3})\\s*(?:-|–|to|bis|à|tot|до|do)\\s*(\\d{1,3})\\s+(\\S.*)");
    private static final int WORDS_BETWEEN_MAX = 3;
    private static final int NOUN_WORDS_MAX = 4;
    private static final int TOGETHER_WORDS_MAX = 9;
    private static final Phrases AGENTS = Phrases.of("WORKERS", "AGENT");
    private static final Phrases BOTH = Phrases.of("EXACTLY");
    private static final Phrases FLOOR = Phrases.of("AT_LEAST");
    private static final Phrases CEILING = Phrases.of("AT_MOST");
    private static final Phrases CEILING_BEHIND = Phrases.of("AT_MOST_BEHIND");
    private static final Phrases AT_WORK = Phrases.of("AT_WORK", "ALL_TIME");
    private static final Phrases AT_ONCE = Phrases.of("AT_ONCE");
    private static final Phrases ALL_TIME = Phrases.of("ALL_TIME");
    /** "All three at the same time" is a beginning and no limit. */
    private static final Phrases ALL_OF = Phrases.of("ALL_OF");
    private static final Phrases BUSY = Phrases.of("BUSY");
    private static final Phrases MAY = Phrases.of("MAY");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        var nouns = new NounsOfWork(document, findings);
        for (Sentences.Sentence sentence : document.sentences()) {
            if (!saysFigure(sentence.text())) {
                continue;
            }
            var place = new Place(document.file(), sentence.line());
            String key = TimeBoxes.key(sentence.text());
            boolean pool = AT_WORK.isIn(key) && !TimeBoxes.isTold(key)
                    && new Pool(key, sentence.text(), place, nouns, findings).read();
            // A limit inside an agent's own section or item is that task's, not everybody's.
            OptionalInt box = findings.isOwn(document.file(), sentence.line())
                    ? OptionalInt.empty()
                    : TimeBoxes.ofRule(key, nouns.isWorkIn(key));
            box.ifPresent(minutes -> findings.figures.add(new Figure(Figure.Kind.TIME_BOX_MINUTES, minutes, place)));
            if (pool || box.isPresent()) {
                claims.take(sentence.line(), sentence.lastLine());
            }
        }
    }

    /** A figure, or the half hour that is written without one. */
    private static boolean saysFigure(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return TimeBoxes.mayBeLength(text);
    }

    /** What one sentence says of how many work at once. */
    private record Pool(String key, String text, Place place, NounsOfWork nouns, Findings findings) {

        /** True where it sets a limit. */
        boolean read() {
            Matcher range = RANGE.matcher(text);
            if (range.find() && !isCounted(Words.key(text.substring(0, range.start())))
                    && isAgents(Words.key(range.group(3)))) {
                add(Figure.Kind.AGENTS_MIN, Integer.parseInt(range.group(1)));
                add(Figure.Kind.AGENTS_MAX, Integer.parseInt(range.group(2)));
                return true;
            }
            boolean found = false;
            Matcher number = NUMBER.matcher(key);
            while (number.find()) {
                found |= Integer.parseInt(number.group()) > 0 && bound(Integer.parseInt(number.group()),
                        key.substring(0, number.start()).strip(), key.substring(number.end()).strip());
            }
            number.reset();
            while (!found && number.find()) {
                found = Integer.parseInt(number.group()) > 0 && together(Integer.parseInt(number.group()),
                        key.substring(0, number.start()).strip(), key.substring(number.end()).strip());
            }
            return found;
        }

        /** A number with a word that makes it a rule. */
        private boolean bound(int value, String before, String after) {
            boolean agents = isAgents(after);
            boolean both = (agents || BUSY.begins(after)) && endsNear(before);
            boolean bare = agents || isAgents(afterSecond(after))
                    || ((AT_WORK.begins(after) || EastAsian.isIn(after))
                            && (AGENTS.isIn(key) || nouns.isAgentsIn(key)));
            bare |= EastAsian.isIn(after) && AT_ONCE.isIn(key) && !findings.roster.isEmpty();
            boolean floor = bare && FLOOR.ends(before);
            String behind = CEILING_BEHIND.behind(afterWord(after));
            boolean limited = !behind.equals(afterWord(after)) && !NUMBER.matcher(behind).lookingAt();
            boolean ceiling = bare && !floor && (CEILING.ends(before) || limited);
            if (floor || (both && !ceiling)) {
                add(Figure.Kind.AGENTS_MIN, value);
            }
            if (ceiling || (both && !floor)) {
                add(Figure.Kind.AGENTS_MAX, value);
            }
            return both || floor || ceiling;
        }

        /** What is counted by "at least two and at most four agents" stands behind the second number. */
        private static String afterSecond(String after) {
            String second = afterWord(after);
            Matcher number = NUMBER.matcher(second);
            return (FLOOR.begins(second) || CEILING.begins(second)) && number.find()
                    ? second.substring(number.end()).strip()
                    : "";
        }

        /** "Three agents at once", "two may work side by side": as many, and no more. */
        private boolean together(int value, String before, String after) {
            if (isCounted(before) || ALL_OF.ends(before)) {
                return false;
            }
            String near = MAY.begins(after)
                    ? after
                    : AGENTS.after(words(after, NOUN_WORDS_MAX)).map(
                            rest -> rest + " " + words(after.substring(words(after, NOUN_WORDS_MAX).length()).strip(),
                                    TOGETHER_WORDS_MAX))
                            .orElse(words(afterWord(after), TOGETHER_WORDS_MAX));
            boolean once = AT_ONCE.isIn(near) || AT_ONCE.begins(before);
            boolean always = ALL_TIME.isIn(near);
            boolean agents = isAgents(after) || (MAY.begins(after) && once);
            if (agents && always) {
                add(Figure.Kind.AGENTS_MIN, value);
            }
            if (agents && (once || always)) {
                add(Figure.Kind.AGENTS_MAX, value);
            }
            return agents && (once || always);
        }

        /** True for "Wave 1" and the like, which counts no agents. */
        private static boolean isCounted(String before) {
            String first = before.replaceFirst("\\s+\\d{1,3}$", "");
            return Lexicon.WORDS.words("PERIOD").contains(first.substring(first.lastIndexOf(' ') + 1));
        }

        private boolean isAgents(String after) {
            String near = words(after, NOUN_WORDS_MAX);
            return AGENTS.isIn(near) || nouns.isAgentsIn(words(after, 2));
        }

        private static boolean endsNear(String before) {
            String rest = before;
            for (int i = 0; i <= WORDS_BETWEEN_MAX; i++) {
                if (BOTH.ends(rest)) {
                    return true;
                }
                rest = rest.contains(" ") ? rest.substring(0, rest.lastIndexOf(' ')) : "";
            }
            return false;
        }

        private static String afterWord(String text) {
            return text.contains(" ") ? text.substring(text.indexOf(' ') + 1) : "";
        }

        /** The next words, but none behind another number. */
        private static String words(String text, int count) {
            Matcher next = NUMBER.matcher(text);
            List<String> words = List.of((next.find() ? text.substring(0, next.start()) : text).strip().split(" ", -1));
            return String.join(" ", words.subList(0, Math.min(count, words.size())));
        }

        private void add(Figure.Kind kind, int value) {
            findings.figures.add(new Figure(kind, value, place));
        }
    }
}
