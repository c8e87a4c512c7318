package baton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import baton.chat.Expectation;
import baton.chat.ScriptLine;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.Beginning;
import baton.cli.live.ScriptSession;
import baton.cli.live.StartOptions;
import baton.cli.setup.GoalPlan;
import baton.cli.setup.MergeOption;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.SideFolders;
import baton.cli.setup.WorkspacePlace;
import baton.line.PlainConsole;
import baton.line.Script;
import baton.plan.NearMiss;
import baton.plan.Problem;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;
import baton.reading.source.SourceText;
import baton.view.page.ProblemLines;
import baton.wire.EventCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton script}: says the lines of a file to a session of its own, and asserts what the file expects. */
@Command(description = "Say the lines of a file to a session of its own, and assert what they expect.", footer = {"",
    "Lines are those of the chat. \"# plan: FILE\" names the plan; other lines that begin with # and a blank are comments.",
    "expect task T-1 accepted within 2h     expect tasks accepted     expect inbox D-1     expect inbox empty",
    "expect event handoff.created 2         expect no event task.failed   expect words \"merged\"",
    "expect file reports/a.md \"words\"       expect idle within 1h     expect exit 0",
    "A time is the session's own; a rehearsal stands still between the lines, so a script comes out the same every time.",
    "Exit codes: 0 all carried out, 3 a line cannot be, 4 an expectation did not hold.",
    "", "Example:  baton script demo.baton --model rehearsal"})
final class ScriptCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "the script; - is standard input")
    private String file = "";

    @Option(names = "--plan", paramLabel = "PLAN", description = "the plan, instead of the one the script names; may be repeated")
    private List<String> plans = new ArrayList<>();

    @Mixin
    private MergeOption merge = new MergeOption();

    @Mixin
    private StartOptions start = new StartOptions();

    ScriptCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var script = script();
        var err = start.output().err(around);
        var named = plans.isEmpty() ? script.plans() : plans;
        var beginning = start.beginning(
                found -> named.isEmpty()
                        ? GoalPlan.of("", found.catalog())
                        : PlanFiles.readSound(named, merge.merging(), around, err),
                around);
        err.show(ProblemLines.of(beginning.news(), 0));
        return beginning.work(typing -> new ScriptSession(around, beginning.sessions(), script,
                new PlainConsole(InputStream.nullInputStream(), around.out(),
                        new PlainConsole.Manner(false, start.output().isAscii(around))),
                path -> text(beginning, typing.session(), path), typing.session()));
    }

    private Script script() throws IOException {
        var script = Script.read(file, source());
        var problems = new ArrayList<Problem>(script.problems());
        script.steps().forEach(step -> unknownEvent(step).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw UserError.refused("the script has errors and was not run", problems);
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

    private String source() throws IOException {
        var read = file.equals("-")
                ? SourceFiles.read(around.in(), file)
                : SourceFiles.read(around.resolve(file), file);
        return switch (read) {
            case Read.Taken<SourceText>(var text, var remarks) -> String.join("\n", text.lines());
            case Read.Refused<SourceText>(var errors) ->
                throw UserError.refused("the script cannot be read", errors);
        };
    }

    /** A file as an agent would read it: what a rehearsal wrote beside the session comes first. */
    private static Optional<String> text(Beginning beginning, String session, String path) {
        var side = SideFolders.of(beginning.sessions().folder(), session);
        Path folder = switch (beginning.place()) {
            case WorkspacePlace.Copy(Path over) -> over;
            case WorkspacePlace.Folder(Path own, var mode) -> own;
        };
        for (Path place : List.of(side.files(), folder)) {
            Path found = place.resolve(path).normalize();
            if (found.startsWith(place) && Files.isRegularFile(found)) {
                try {
                    return Optional.of(Files.readString(found));
                } catch (IOException unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
