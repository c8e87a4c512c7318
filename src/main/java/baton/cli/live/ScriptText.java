package baton.cli.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

import baton.chat.Expectation;
import baton.chat.ScriptLine;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.line.Script;
import baton.plan.NearMiss;
import baton.plan.Problem;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;
import baton.reading.source.SourceText;
import baton.wire.EventCodec;

/** A script as a file or standard input has it; one with errors is refused before anything is done. */
public final class ScriptText {
    private ScriptText() {}

    /** {@code file} may be {@code -}. */
    public static Script read(String file, Surroundings around) throws IOException {
        var script = Script.read(file, source(file, around));
        var problems = new ArrayList<Problem>(script.problems());
        script.steps().forEach(step -> unknownEvent(step).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw UserError.refused("the script has errors and was not run", problems);
        }
        return script;
    }

    /** One that only expects. */
    public static Script expectations(String file, Surroundings around) throws IOException {
        var script = read(file, around);
        var problems = script.steps().stream().filter(step -> !(step.line() instanceof ScriptLine.Expect))
                .map(step -> Problem.error("script-line", step.place(), "\"" + step.text() + "\" expects nothing",
                        "Only lines that begin with \"expect\" can stand here."))
                .toList();
        if (!problems.isEmpty()) {
            throw UserError.refused("the expectations have errors and nothing was done", problems);
        }
        return script;
    }

    /** An event that there is not would never be seen, and one that must not be seen never missed. */
    private static Optional<Problem> unknownEvent(Script.Step step) {
        String type = step.line() instanceof ScriptLine.Expect expect
                ? switch (expect.expectation()) {
                    case Expectation.EventSeen seen -> seen.type();
                    case Expectation.EventNotSeen notSeen -> notSeen.type();
                    case Expectation other -> "";
                }
                : "";
        return type.isEmpty() || EventCodec.names().contains(type)
                ? Optional.empty()
                : Optional.of(Problem.error("script-line", step.place(), "there is no event \"" + type + "\"",
                        NearMiss.of(type, EventCodec.names()).map(near -> "Did you mean " + near + "?")
                                .orElse("baton sessions export last --format jsonl  shows those of a session.")));
    }

    private static String source(String file, Surroundings around) throws IOException {
        var read = file.equals("-")
                ? SourceFiles.read(around.in(), file)
                : SourceFiles.read(around.resolve(file), file);
        return switch (read) {
            case Read.Taken<SourceText>(var text, var remarks) -> String.join("\n", text.lines());
            case Read.Refused<SourceText>(var errors) ->
                throw UserError.refused("the script cannot be read", errors);
        };
    }
}
