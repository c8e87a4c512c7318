package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.settings.PreparedAnswer;
import baton.settings.PreparedAnswer.By;

/**
 * Reads answers given in advance: a mapping from a question's id or exact text to the answer, and under {@code match} from
 * words to look for to the answer.
 */
public final class AnswersReader {

    private static final Pattern ID = Pattern.compile("[A-Z]{1,3}-[0-9]{1,6}");

    private final Remarks remarks;
    private final List<PreparedAnswer> answers = new ArrayList<>();

    private AnswersReader(String file) {
        this.remarks = new Remarks(file);
    }

    public static Read<List<PreparedAnswer>> read(SourceText source) {
        return new AnswersReader(source.file()).read(source.text());
    }

    private Read<List<PreparedAnswer>> read(String text) {
        Optional<Yaml> root = YamlTreeBuilder.parse(text, 0, remarks);
        if (remarks.hasErrors()) {
            return remarks.refused();
        }
        if (root.isEmpty() || !(root.get() instanceof Yaml.Fields fields)) {
            remarks.error(1, "answers-shape", "answers are a mapping from a question to its answer",
                    "Write lines such as  D-3: 2");
            return remarks.refused();
        }
        for (Yaml.Field field : fields.fields()) {
            if (field.key().equals("match") && field.value() instanceof Yaml.Fields matches) {
                matches.fields().forEach(match -> add(By.MATCH, match));
            } else {
                add(ID.matcher(field.key()).matches() ? By.ID : By.TEXT, field);
            }
        }
        return remarks.result(List.copyOf(answers));
    }

    private void add(By by, Yaml.Field field) {
        if (!(field.value() instanceof Yaml.Scalar(var answer, var kind, _)) || kind == Yaml.Kind.NOTHING
                || answer.isBlank()) {
            remarks.error(field.line(), "answers-value", "the answer to \"" + field.key() + "\" is "
                    + field.value().described() + ", not a text or number", "Write the answer behind the colon.");
        } else if (answers.stream().anyMatch(known -> known.by() == by && known.key().equals(field.key()))) {
            remarks.error(field.line(), "answers-twice", "\"" + field.key() + "\" is answered twice", "");
        } else {
            answers.add(new PreparedAnswer(by, field.key(), answer.strip()));
        }
    }
}
