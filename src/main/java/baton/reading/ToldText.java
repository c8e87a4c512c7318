package baton.reading;

import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.language.EastAsian;
import baton.reading.language.FirstWords;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

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

    private static final String BOX = " [";
    private static final FirstWords FIRST = new FirstWords(Lexicon.WORDS.words("TELLING"));

    private ToldText() {}

    static boolean is(MarkdownDocument document) {
        boolean boxes = document.lines().stream().anyMatch(line -> isBox(line.strip()));
        if (boxes) {
            return false;
        }
        String title = document.root().children().stream().findFirst().map(Section::key).orElse("");
        boolean named = Lexicon.WORDS.words("TOLD_TITLE").stream()
                .anyMatch(word -> (title + " ").startsWith(word + " "));
        long told = document.sentences().stream().filter(sentence -> tells(Words.key(sentence.text()))).count();
        return told + (named ? TITLE_COUNTS : 0) >= ENOUGH;
    }

    private static boolean isBox(String line) {
        return line.length() > BOX.length() + 1 && "-*+".indexOf(line.charAt(0)) >= 0 && line.startsWith(BOX, 1)
                && " xX".indexOf(line.charAt(BOX.length() + 1)) >= 0;
    }

    private static boolean tells(String key) {
        if (!FIRST.mayBeIn(key)) {
            return false;
        }
        String padded = " " + key + " ";
        return Lexicon.WORDS.words("TELLING").stream().anyMatch(phrase -> EastAsian.isIn(phrase)
                ? key.contains(phrase)
                : padded.contains(" " + phrase + " "));
    }
}
