package baton.reading;

import java.util.Set;

/**
 * Whether a document tells about the work of others, as essays, articles and reports do, instead of giving work.
 *
 * <p>
 * Such a text may show a team, a chain and a file of its subject. What gives it away is how it speaks: "most teams", "in one
 * experiment", "what we learned", "last spring I read". A text with boxes to tick gives work, however it speaks.
 */
final class ToldText {

    private static final int ENOUGH = 3;
    private static final int TITLE_COUNTS = 2;

    private ToldText() {}

    static boolean is(MarkdownDocument document) {
        boolean boxes = document.lines().stream().anyMatch(line -> line.strip().matches("[-*+] \\[[ xX]].*"));
        if (boxes) {
            return false;
        }
        String title = document.root().children().stream().findFirst().map(Section::key).orElse("");
        boolean named = Lexicon.WORDS.words("TOLD_TITLE").stream()
                .anyMatch(word -> (title + " ").startsWith(word + " "));
        long told = document.sentences().stream().filter(sentence -> tells(Words.key(sentence.text()))).count();
        return told + (named ? TITLE_COUNTS : 0) >= ENOUGH;
    }

    private static boolean tells(String key) {
        Set<String> telling = Lexicon.WORDS.words("TELLING");
        String padded = " " + key + " ";
        return telling.stream().anyMatch(phrase -> EastAsian.isIn(phrase)
                ? key.contains(phrase)
                : padded.contains(" " + phrase + " "));
    }
}
