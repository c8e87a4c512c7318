package baton.cli.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.Problem;
import baton.reading.settings.AnswersReader;
import baton.reading.settings.AnswersReader.PlacedAnswer;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;
import baton.settings.PreparedAnswer;
import baton.settings.PreparedAnswer.By;

/** The answers a person gives in advance: a file, and single ones on the command line, which come first. */
final class AnswersFile {
    private AnswersFile() {}

    /**
     * Reads them and checks that every id exists and no words fit two matters.
     *
     * @param given each {@code ID=TEXT}
     * @param file empty for none
     * @param known what can be answered: its id and all that it says
     */
    static List<PreparedAnswer> read(List<String> given, String file, Map<String, String> known,
            Surroundings around) {
        var answers = new ArrayList<PlacedAnswer>();
        given.forEach(answer -> answers.add(new PlacedAnswer(single(answer), Place.NOWHERE)));
        if (!file.isEmpty()) {
            answers.addAll(ofFile(file, around));
        }
        var resolved = answers.stream().map(answer -> byId(answer, known)).toList();
        var problems = new ArrayList<Problem>();
        resolved.forEach(answer -> problem(answer, known).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw UserError.refused("the answers cannot be used", problems);
        }
        return resolved.stream().map(PlacedAnswer::answer).toList();
    }

    /** Whatever is called like something that can be answered is its id, whatever ids look like elsewhere. */
    private static PlacedAnswer byId(PlacedAnswer placed, Map<String, String> known) {
        var answer = placed.answer();
        return answer.by() == By.TEXT && known.containsKey(answer.key())
                ? new PlacedAnswer(new PreparedAnswer(By.ID, answer.key(), answer.answer()), placed.place())
                : placed;
    }

    private static Optional<Problem> problem(PlacedAnswer placed, Map<String, String> known) {
        String key = placed.answer().key();
        return switch (placed.answer().by()) {
            case ID -> known.containsKey(key) ? Optional.empty() : Optional.of(unknown(placed, known.keySet()));
            case TEXT -> Optional.empty();
            case MATCH -> {
                String words = key.toLowerCase(Locale.ROOT);
                var fitting = known.entrySet().stream()
                        .filter(matter -> matter.getValue().toLowerCase(Locale.ROOT).contains(words))
                        .map(Map.Entry::getKey).toList();
                yield fitting.size() < 2
                        ? Optional.empty()
                        : Optional.of(Problem.error("answer-ambiguous", placed.place(),
                                "\"" + key + "\" fits several: " + String.join(", ", fitting),
                                "Write more of the words, or answer each by its id."));
            }
        };
    }

    private static Problem unknown(PlacedAnswer placed, Set<String> known) {
        String key = placed.answer().key();
        return Problem.error("answer-unknown", placed.place(), "nothing is called " + key,
                NearMiss.of(key, known).map(near -> "Did you mean " + near + "?").orElse(
                        known.isEmpty() ? "Nothing is asked." : "Asked are: " + String.join(", ", known)));
    }

    private static PreparedAnswer single(String given) {
        int equals = given.indexOf('=');
        if (equals <= 0 || equals == given.length() - 1) {
            throw UserError.usage("--answer \"" + given + "\" has no id or no answer", "Write --answer D-3=2.");
        }
        return new PreparedAnswer(By.ID, given.substring(0, equals).strip(), given.substring(equals + 1).strip());
    }

    private static List<PlacedAnswer> ofFile(String file, Surroundings around) {
        return switch (SourceFiles.read(around.resolve(file), file).then(AnswersReader::read)) {
            case Read.Taken<List<PlacedAnswer>>(var answers, var remarks) -> answers;
            case Read.Refused<List<PlacedAnswer>>(var problems) ->
                throw UserError.refused("the answers cannot be used", problems);
        };
    }
}
