package baton.reading.work;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.reading.language.WordLists;

/** The numbers in a cell that says what a row waits for: "#3 and #5", "1, 2–4". */
final class NeededNumbers {

    private static final Pattern HASHES = Pattern.compile("#\\d{1,6}(?:[\\s,;&+]+(?:and\\s+)?#\\d{1,6})*");
    private static final Pattern RANGE = Pattern
            .compile("(?<![\\p{L}\\d.–-])(\\d{1,3})\\s*[–-]\\s*(\\d{1,3})(?![\\p{L}\\d.–-])");
    private static final int RANGE_MAX = 100;

    private NeededNumbers() {}

    /** Each number, ranges written out; nothing where the cell is no list of numbers. */
    static List<String> of(String cell) {
        if (HASHES.matcher(cell).matches()) {
            return Stream.of(cell.replaceAll("[^\\d]+", " ").strip().split(" ", -1)).toList();
        }
        Matcher range = RANGE.matcher(cell);
        return range.find() ? WordLists.split(range.replaceAll(NeededNumbers::written)) : List.of();
    }

    private static String written(MatchResult range) {
        int from = Integer.parseInt(range.group(1));
        int to = Math.min(Integer.parseInt(range.group(2)), from + RANGE_MAX);
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
