package baton.plan.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import baton.plan.Place;

/**
 * Finds where quoted words stand in the documents.
 *
 * <p>Whole words must follow each other as they do in the document, over at most four lines; white space, emphasis, quotation
 * marks and case make no difference. Less than two words prove nothing, unless the line has no more. Where the words stand, but
 * not at the line named, the nearest place counts.
 */
final class Quotations {
    private static final int LINES_MAX = 4;
    /** In front of each line as the model was shown it. */
    private static final Pattern LINE_NUMBER = Pattern.compile("^\\s*\\d{1,7}\\|");
    private static final int WORDS_MIN = 2;

    private final Map<String, Words> documents = new LinkedHashMap<>();

    /** All words of a document with the line of each. */
    private record Words(List<String> lines, List<String> words, List<Integer> lineOf) {}

    /** Words that were found: from line {@code place} on, {@code lines} lines. */
    record Found(Place place, int lines) {}

    Quotations(List<CitedDocument> all) {
        for (CitedDocument document : all) {
            var words = new ArrayList<String>();
            var lineOf = new ArrayList<Integer>();
            for (int i = 0; i < document.lines().size(); i++) {
                for (String word : CitedWords.of(document.lines().get(i))) {
                    words.add(word);
                    lineOf.add(i + 1);
                }
            }
            documents.putIfAbsent(document.file(),
                    new Words(document.lines(), words, lineOf));
        }
    }

    /** Where it stands; empty where it does not. Where no document is called as it says, any of them may hold the words. */
    Optional<Found> find(Citation citation) {
        String said = citation.place().file();
        var quoted = CitedWords.of(LINE_NUMBER.matcher(citation.quote()).replaceFirst(""));
        if (quoted.isEmpty()) {
            return Optional.empty();
        }
        return documents.entrySet().stream().filter(one -> !documents.containsKey(said) || one.getKey().equals(said))
                .flatMap(one -> find(one.getKey(), one.getValue(), quoted, citation).stream())
                .min(Comparator.comparingInt(found -> Math.abs(found.place().line() - citation.place().line())));
    }

    private static Optional<Found> find(String document, Words words, List<String> quoted, Citation citation) {
        return IntStream.rangeClosed(0, words.words().size() - quoted.size())
                .filter(at -> stands(words, quoted, at)).boxed()
                .min(Comparator.comparingInt(at -> distance(words, at, citation)))
                .map(at -> new Found(new Place(document, words.lineOf().get(at)),
                        words.lineOf().get(at + quoted.size() - 1) - words.lineOf().get(at) + 1));
    }

    private static boolean stands(Words words, List<String> quoted, int at) {
        int last = at + quoted.size() - 1;
        if (!words.words().get(at).equals(quoted.getFirst())
                || !words.words().subList(at, last + 1).equals(quoted)
                || words.lineOf().get(last) - words.lineOf().get(at) >= LINES_MAX) {
            return false;
        }
        boolean wholeLine = (at == 0 || !words.lineOf().get(at - 1).equals(words.lineOf().get(at)))
                && (last + 1 == words.words().size() || !words.lineOf().get(last + 1).equals(words.lineOf().get(last)));
        return quoted.size() >= WORDS_MIN || wholeLine;
    }

    private static int distance(Words words, int at, Citation citation) {
        return Math.abs(words.lineOf().get(at) - citation.place().line());
    }

    /** The lines around which somebody quoted, whole. */
    String linesOf(List<Found> found) {
        var text = new StringBuilder();
        for (Found one : found) {
            var document = documents.get(one.place().file());
            if (document != null) {
                document.lines().subList(one.place().line() - 1, one.place().line() - 1 + one.lines())
                        .forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    static Set<String> wordsOf(String lines) {
        return new LinkedHashSet<>(CitedWords.of(lines));
    }
}
