package baton.reading.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.reading.language.FirstWords;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Signs;

/**
 * A job with the files that its own line says it writes: "count the apples → {@code apples.md}", "draw it (output: map.svg)",
 * "sum up and write {@code sum.md}".
 *
 * @param text
 *            the line without those that stand apart from its words
 */
public record StatedOutput(String text, List<String> paths) {

    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|⟶|⇒|->|=>)\\s*([^→>]{3,200}?)\\s*[.;]?\\s*$");
    /** "List the tests. Output: {@code clock.md}". */
    private static final Pattern LABELLED = Pattern
            .compile("(?<=[.;,!)])\\s+[*_]*(\\p{L}[\\p{L} ]{2,30}?)[*_]*:[*_]*\\s*([^:]{3,200}?)[.;]?\\s*$");
    private static final Pattern BRACKETS = Pattern
            .compile("\\s*[(\\[]([^()\\[\\]:]{2,30}):\\s*([^()\\[\\]]{3,200})[)\\]]");

    private static final FirstWords WRITING = new FirstWords(Lexicon.WORDS.words("WRITES"));
    private static final Pattern WRITES = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Lexicon.WORDS.pattern("WRITES")
            + "(?:\\s(?:[^`.;:]{0,40}?\\s)?(?:to|into|as|in|nach|dans|en|em|nel|naar|do|в))?\\s+`?([^\\s`,;()]+)`?");

    public StatedOutput {
        paths = List.copyOf(paths);
    }

    /** Takes the files off the line; what is no path stays in it. */
    public static StatedOutput of(String raw) {
        if (raw.indexOf('.') < 0 && raw.indexOf('/') < 0) {
            return new StatedOutput(raw, List.of());
        }
        List<String> paths = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(raw);
        var rest = new StringBuilder();
        while (brackets.find()) {
            List<String> named = Label.all(brackets.group(1)).contains(Label.OUTPUT)
                    ? onlyPaths(brackets.group(2))
                    : List.of();
            paths.addAll(named);
            brackets.appendReplacement(rest, named.isEmpty() ? Matcher.quoteReplacement(brackets.group()) : "");
        }
        String text = brackets.appendTail(rest).toString();
        Matcher labelled = LABELLED.matcher(text);
        if (labelled.find() && Label.all(labelled.group(1)).contains(Label.OUTPUT)
                && !onlyPaths(labelled.group(2)).isEmpty()) {
            paths.addAll(onlyPaths(labelled.group(2)));
            text = text.substring(0, labelled.start(1)).strip();
        }
        Matcher arrow = ARROW.matcher(text);
        List<String> behind = Signs.any(text, "→⟶⇒>") && arrow.find() ? onlyPaths(arrow.group(1)) : List.of();
        paths.addAll(behind);
        (!WRITING.mayBeIn(text.toLowerCase(Locale.ROOT)) || Paths.in(text).isEmpty()
                ? Stream.<MatchResult>of()
                : WRITES.matcher(text).results())
                .map(found -> found.group(1).replaceFirst("[.:]$", "")).filter(Paths::isPath)
                .filter(path -> !path.endsWith("/")).forEach(paths::add);
        return new StatedOutput(behind.isEmpty() ? text : text.substring(0, arrow.start()),
                paths.stream().distinct().toList());
    }

    /** The paths of a text that is nothing else. */
    public static List<String> onlyPaths(String raw) {
        List<String> parts = AgentFields.pathParts(raw);
        return parts.stream().allMatch(Paths::isPath) ? parts : List.of();
    }
}
