package baton.reading;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time limits inside the text of a task or a rule. */
final class TimeBoxes {

    private static final String LENGTH = "(\\d{1,3})\\s*-?\\s*(min(?:ute)?s?|hours?|hrs?|h|m)\\b\\.?";
    private static final String LIMIT = "(?:max(?:imum)?\\.?|at most|up to|no (?:more|longer) than|not more than|limit(?:ed to)?"
            + "|time[- ]?box(?:ed to)?|cap(?:ped at)?|hard stop)";
    private static final Pattern IN_TASK = Pattern.compile(
            "(?i)\\s*(?:\\(\\s*(?:" + LIMIT + "\\s*:?\\s*(?:of\\s+)?)?" + LENGTH + "\\s*(?:" + LIMIT
                    + ")?\\s*\\)|,?\\s*\\b"
                    + LIMIT + "\\s*:?\\s*(?:of\\s+)?" + LENGTH + "|,?\\s*\\b" + LENGTH + "\\s*" + LIMIT + ")");
    private static final Pattern RULE = Pattern.compile("(?i)" + LENGTH);
    private static final Pattern LIMITING = Pattern
            .compile("(?i)\\b(max(imum)?|at most|longer than|more than|limits?|time[- ]?box\\w*"
                    + "|cap(ped)?|box|boxes|micro[- ]?tasks?|per task|hard stop|allowed)\\b");
    private static final Pattern OF_WORK = Pattern.compile(
            "(?i)\\b(tasks?|micro[- ]?tasks?|agents?|assignments?|jobs?|attempts?|box|boxes|time[- ]?box\\w*|time limits?|everybody|everyone"
                    + "|each|nobody|no one)\\b");
    private static final Pattern OTHER = Pattern
            .compile("(?i)\\b(every (?=\\d)|within|response|respond|sla|latency|refresh|timeout|poll\\w*"
                    + "|stand-?up|meeting|review window|downtime|uptime|cache|token|ttl|session)\\b");
    private static final Pattern TOLD = Pattern.compile("(?i)\\b(kept|ran|had|was|were|did|used|took)\\b");

    private TimeBoxes() {}

    /** A task's text without its limit, and the limit in minutes. */
    record Boxed(String text, OptionalInt minutes) {}

    static Boxed inTask(String text) {
        Matcher matcher = IN_TASK.matcher(text);
        if (!matcher.find()) {
            return new Boxed(text, OptionalInt.empty());
        }
        int group = matcher.group(1) != null ? 1 : matcher.group(3) != null ? 3 : 5;
        OptionalInt minutes = Durations.minutes(matcher.group(group) + matcher.group(group + 1));
        String rest = (text.substring(0, matcher.start()) + text.substring(matcher.end())).strip();
        return new Boxed(rest, minutes);
    }

    /** The limit that a sentence sets for every task; empty where the figure is about anything else. */
    static OptionalInt ofRule(String sentence) {
        Matcher matcher = RULE.matcher(sentence);
        boolean rule = LIMITING.matcher(sentence).find() && OF_WORK.matcher(sentence).find()
                && !OTHER.matcher(sentence).find() && !isTold(sentence);
        return rule && matcher.find() ? Durations.minutes(matcher.group(1) + matcher.group(2)) : OptionalInt.empty();
    }

    /** True where a sentence tells what once was, and so sets no rule. */
    static boolean isTold(String sentence) {
        return TOLD.matcher(sentence).find();
    }
}
