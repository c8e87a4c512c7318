package baton.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.Problem;
import baton.reading.AnswersReader;
import baton.reading.Read;
import baton.reading.SourceFiles;
import baton.settings.PreparedAnswer;
import baton.settings.PreparedAnswer.By;

/** The answers a person gives in advance: a file, and single ones on the command line, which come first. */
final class AnswersFile {
    private AnswersFile() {}

    /**
     * Reads them and checks that every id exists.
     *
     * @param given each {@code ID=TEXT}
     * @param file empty for none
     * @param known ids that can be answered
     */
    static List<PreparedAnswer> read(List<String> given, String file, Set<String> known, Surroundings around) {
        var answers = new ArrayList<PreparedAnswer>();
        given.forEach(answer -> answers.add(single(answer)));
        if (!file.isEmpty()) {
            answers.addAll(ofFile(file, around));
        }
        var resolved = answers.stream().map(answer -> known.contains(answer.key()) && answer.by() == By.TEXT
                ? new PreparedAnswer(By.ID, answer.key(), answer.answer())
                : answer).toList();
        refuseUnknown(resolved, known, file);
        return resolved;
    }

    private static PreparedAnswer single(String given) {
        int equals = given.indexOf('=');
        if (equals <= 0 || equals == given.length() - 1) {
            throw UserError.usage("--answer \"" + given + "\" has no id or no answer", "Write --answer D-3=2.");
        }
        return new PreparedAnswer(By.ID, given.substring(0, equals).strip(), given.substring(equals + 1).strip());
    }

    private static List<PreparedAnswer> ofFile(String file, Surroundings around) {
        return switch (SourceFiles.read(around.resolve(file), file).then(AnswersReader::read)) {
            case Read.Taken<List<PreparedAnswer>>(var answers, var remarks) -> answers;
            case Read.Refused<List<PreparedAnswer>>(var problems) ->
                throw UserError.refused("the answers cannot be used", problems);
        };
    }

    private static void refuseUnknown(List<PreparedAnswer> answers, Set<String> known, String file) {
        var unknown = answers.stream().filter(answer -> answer.by() == By.ID && !known.contains(answer.key()))
                .map(answer -> Problem.error("answer-unknown", new Place(file, 0),
                        "nothing is called " + answer.key(),
                        NearMiss.of(answer.key(), known).map(near -> "Did you mean " + near + "?").orElse(
                                known.isEmpty() ? "Nothing is asked." : "Asked are: " + String.join(", ", known))))
                .toList();
        if (!unknown.isEmpty()) {
            throw UserError.refused("the answers cannot be used", unknown);
        }
    }
}
