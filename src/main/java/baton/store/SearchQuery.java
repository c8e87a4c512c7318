package baton.store;

import java.util.List;
import java.util.stream.Collectors;

/** What a person typed as a query of FTS5: every word must be there; one with spaces is a phrase, one with * a beginning. */
final class SearchQuery {
    private SearchQuery() {}

    /** Empty where no letter or digit is in it, for which nothing can be found. */
    static String of(List<String> words) {
        return words.stream().filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(SearchQuery::quoted).collect(Collectors.joining(" "));
    }

    /** In quotes nothing of FTS5's own language counts. */
    private static String quoted(String word) {
        boolean begins = word.endsWith("*");
        return "\"" + word.replace("*", " ").replace("\"", " ").strip() + "\"" + (begins ? "*" : "");
    }
}
