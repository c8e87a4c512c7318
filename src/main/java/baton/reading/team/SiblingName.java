package baton.reading.team;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.reading.document.Topic;
import baton.reading.language.AgentName;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Paths;
import baton.reading.language.Period;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/** Whether words may be somebody's name: a few of them, and nothing that plainly names a thing, a time or a place in the text. */
public final class SiblingName {

    private static final String SENTENCES = ".?!;,:/\\=<>{}[]\"“”„»«";
    private static final String FIGURED = "0123456789%.,:+-";
    private static final Pattern SENTENCE = Pattern.compile(".*[.?!;,:/\\\\=<>{}\\[\\]\"“”„»«].*");
    private static final Pattern FIGURES = Pattern.compile("[\\d\\s%.,:+-]+|.*\\d{2,}.*");
    private static final Pattern ID = Pattern.compile("^\\p{Lu}{1,4}-?\\d{1,3}[.:]?\\s+(?=\\p{L})");
    private static final int WORDS_MAX = 4;
    private static final int CHARS_MAX = 40;
    private static final int SIGNS_MAX = 12;

    private SiblingName() {}

    /** The name, if the words can be one. */
    public static Optional<AgentName> of(String raw) {
        String title = ID.matcher(Words.title(raw).strip()).replaceFirst("");
        if (title.isEmpty() || title.length() > CHARS_MAX * 2) {
            return Optional.empty();
        }
        AgentName name = AgentName.of(title);
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isName(AgentName name) {
        String written = name.written();
        int words = Words.count(written);
        boolean brief = words > 0 && words <= WORDS_MAX && written.length() <= CHARS_MAX
                && (!EastAsian.isIn(written) || written.length() <= SIGNS_MAX);
        return brief && !name.id().isEmpty() && !(Signs.any(written, SENTENCES) && SENTENCE.matcher(written).matches())
                && !(Signs.any(written, FIGURED) && FIGURES.matcher(written).matches()) && !Paths.isPath(written)
                && (!isOther(written) || isFileName(name));
    }

    /** "severity-judge" is called as agent files are, whatever its words mean in a title. */
    private static boolean isFileName(AgentName name) {
        return name.isIdentifier() && name.soundsLikeSomebody()
                && name.written().equals(name.written().toLowerCase(Locale.ROOT));
    }

    private static boolean isOther(String written) {
        String key = Words.key(written);
        List<String> words = List.of(key.split(" ", -1));
        Set<String> none = Lexicon.WORDS.words("NO_NAME");
        Set<String> any = Lexicon.WORDS.words("DETERMINER");
        // "Advice agent" is somebody, though "Advice" alone is a title.
        boolean topic = !NameIndex.saysAgent(written) && (Label.of(written).isPresent() || !Topic.in(key).isEmpty());
        return topic || Period.ofTitle(written).isPresent()
                || none.contains(words.getLast()) || any.contains(words.getFirst()) || isCounted(words)
                || Lexicon.WORDS.words("CADENCE").contains(key) || AgentName.isEverybody(written)
                || Lexicon.WORDS.words("AGENT").contains(key) || Lexicon.WORDS.words("AGENTS").contains(key);
    }

    /** "Step 2" and "Option B" count places in the text, not people. */
    private static boolean isCounted(List<String> words) {
        return words.size() == 2 && Lexicon.WORDS.words("COUNTED").contains(words.getFirst())
                && words.getLast().length() <= 2;
    }
}
