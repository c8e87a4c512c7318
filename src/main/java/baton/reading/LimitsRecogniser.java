package baton.reading;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.reading.Findings.Figure;

/**
 * The size of the pool and the time box of every task, wherever the document states them.
 *
 * <p>
 * "Always 5 active agents" is floor and ceiling. A number of agents without a word that makes it a rule is none, and
 * neither is a length of time that is not said of tasks.
 */
final class LimitsRecogniser implements Recogniser {

    private static final String AGENTS = "\\s+(?:[\\p{L}-]+\\s+){0,3}?(?:sub-?)?(?:agents?|workers?)\\b";
    private static final Pattern BOTH = Pattern.compile(
            "\\b(?:always|keep(?:s|ing)?|maintain(?:s|ing)?|hold|exactly|constantly|constant)\\s+(?:[\\p{L}-]+\\s+){0,3}?(\\d{1,3})"
                    + AGENTS);
    private static final Pattern FLOOR = Pattern.compile(
            "\\b(?:never\\s+(?:\\p{L}+\\s+)?(?:fewer|less|under|below)(?:\\s+than)?|at least|(?:a\\s+)?minimum(?:\\s+of)?|no (?:fewer|less) than)\\s+(\\d{1,3})"
                    + AGENTS);
    private static final Pattern CEILING = Pattern.compile(
            "\\b(?:at most|no more than|never more than|not more than|up to|(?:a\\s+)?max(?:imum)?(?:\\s+of)?)\\s+(\\d{1,3})"
                    + AGENTS);
    private static final Pattern AT_ONCE = Pattern.compile(
            "\\b(\\d{1,3})" + AGENTS
                    + "\\s+(?:\\p{L}+\\s+){0,3}?(?:at once|at a time|in parallel|concurrently|simultaneously)");
    private static final Pattern AT_WORK = Pattern.compile(
            "\\b(active|running|runs?|at work|busy|working|concurrent\\w*|parallel|simultaneous\\w*|(at|any) (a|any|all|every)? ?(time|moment)s?|at once|always|pool)\\b");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Sentences.Sentence sentence : document.sentences()) {
            if (sentence.text().chars().noneMatch(Character::isDigit)) {
                continue;
            }
            var place = new Place(document.file(), sentence.line());
            boolean pool = pool(sentence.text(), place, findings);
            // A limit inside an agent's own section or item is that task's, not everybody's.
            OptionalInt box = findings.isOwn(document.file(), sentence.line())
                    ? OptionalInt.empty()
                    : TimeBoxes.ofRule(sentence.text());
            box.ifPresent(minutes -> findings.figures.add(new Figure(Figure.Kind.TIME_BOX_MINUTES, minutes, place)));
            if (pool || box.isPresent()) {
                claims.take(sentence.line(), sentence.lastLine());
            }
        }
    }

    private static boolean pool(String text, Place place, Findings findings) {
        if (!AT_WORK.matcher(text).find() || TimeBoxes.isTold(text)) {
            return false;
        }
        boolean both = add(BOTH, text, Figure.Kind.AGENTS_MIN, place, findings);
        both |= add(BOTH, text, Figure.Kind.AGENTS_MAX, place, findings);
        boolean floor = add(FLOOR, text, Figure.Kind.AGENTS_MIN, place, findings);
        boolean ceiling = add(CEILING, text, Figure.Kind.AGENTS_MAX, place, findings);
        if (!both && !floor && !ceiling) {
            ceiling = add(AT_ONCE, text, Figure.Kind.AGENTS_MAX, place, findings);
        }
        return both || floor || ceiling;
    }

    private static boolean add(Pattern pattern, String text, Figure.Kind kind, Place place, Findings findings) {
        Matcher matcher = pattern.matcher(text);
        boolean found = matcher.find() && Integer.parseInt(matcher.group(1)) > 0;
        if (found) {
            findings.figures.add(new Figure(kind, Integer.parseInt(matcher.group(1)), place));
        }
        return found;
    }
}
