package baton.line;

import java.util.List;

import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Shows our suggestions in JLine's way. */
final class ChatCompleter implements Completer {
    private final Suggesting suggesting;

    ChatCompleter(Suggesting suggesting) {
        this.suggesting = suggesting;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        int order = 0;
        for (var suggestion : suggesting.of(line.line(), line.cursor())) {
            candidates.add(new Candidate(suggestion.text(), suggestion.text(), null,
                    suggestion.about().isEmpty() ? null : suggestion.about(), null, null,
                    !suggestion.text().endsWith("="), order++));
        }
    }
}
