package baton.reading.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTreeBuilder;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;
import baton.settings.PreparedAnswer;

/**
 * Reads a file of answers: {@code D-3: 2} by id, the exact text of a question, or below {@code match:} words to look for.
 *
 * <p>
 * Whether an id exists and whether words fit several questions is known only to the run; this reader refuses what is no
 * answer at all.
 */
public final class AnswersReader {

    private static final Pattern ID = Pattern.compile("[A-Z]{1,3}-\\d+");

    private final Remarks remarks;
    private final List<PlacedAnswer> answers = new ArrayList<>();

    private AnswersReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** An answer and where it stands. */
    public record PlacedAnswer(PreparedAnswer answer, Place place) {}

    public static Read<List<PlacedAnswer>> read(SourceText text) {
        var reader = new AnswersReader(new Remarks(text.file()));
        return reader.read(YamlTreeBuilder.parse(text.text(), 0, reader.remarks));
    }

    private Read<List<PlacedAnswer>> read(Optional<Yaml> root) {
        if (root.isPresent() && root.get() instanceof Yaml.Fields(var fields, _, _)) {
            for (Yaml.Field field : fields) {
                if (field.key().equals("match")) {
                    matches(field.value());
                } else {
                    var by = ID.matcher(field.key()).matches() ? PreparedAnswer.By.ID : PreparedAnswer.By.TEXT;
                    add(by, field);
                }
            }
        } else if (!remarks.hasErrors()) {
            remarks.error(1, "answers-shape", "answers are a mapping from a question to its answer",
                    "Write lines such as \"D-3: 2\".");
        }
        return remarks.result(List.copyOf(answers));
    }

    private void matches(Yaml value) {
        if (value instanceof Yaml.Fields(var fields, _, _)) {
            fields.forEach(field -> add(PreparedAnswer.By.MATCH, field));
        } else {
            remarks.error(value.line(), "answers-shape", "\"match\" needs a mapping from words to an answer", "");
        }
    }

    private void add(PreparedAnswer.By by, Yaml.Field field) {
        String key = field.key();
        if (key.isBlank()) {
            remarks.error(field.line(), "answers-key", "an answer without a question", "");
        } else if (field.value() instanceof Yaml.Scalar(var text, var kind, _) && kind != Yaml.Kind.NOTHING) {
            answers.add(new PlacedAnswer(new PreparedAnswer(by, key, text), new Place(remarks.file(), field.line())));
        } else {
            remarks.error(field.value().line(), "answers-value", "the answer to \"" + key + "\" must be one text, not "
                    + field.value().described(), "");
        }
    }
}
