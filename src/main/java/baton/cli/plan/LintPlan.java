package baton.cli.plan;

import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.plan.LoadedPlan;
import baton.plan.Problem;
import baton.plan.Problem.Severity;
import baton.view.page.ProblemLines;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import baton.wire.PlanJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton plan lint}: every problem with its place and what to do; on request the safe ones are mended. */
@Command(description = "List everything that is wrong or doubtful in the documents, with file, line and a hint.")
final class LintPlan implements Callable<ExitCode> {
    private final Surroundings around;

    @Option(names = "--fix", description = "show edits that mend what is safe to mend, and make them on a yes")
    private boolean fix;

    @Option(names = "--json", description = "one JSON object a problem, one a line")
    private boolean json;

    @Mixin
    private AssistOptions.Asked asked = new AssistOptions.Asked();

    @Mixin
    private PlanCommand.Documents documents = new PlanCommand.Documents();

    LintPlan(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        var reviewed = documents.review(around, asked.flags(), fix);
        var loaded = reviewed.loaded();
        var out = documents.output().out(around);
        var err = documents.output().err(around);
        if (fix) {
            new PlanMending(around, out, err).mend(documents.names(), reviewed.edits(), documents.isYes());
            return PlanCommand.Documents.exitCode(loaded);
        }
        if (json) {
            ProblemLines.inOrder(loaded.problems()).forEach(problem -> out.write(PlanJson.of(problem)));
            return PlanCommand.Documents.exitCode(loaded);
        }
        out.show(ProblemLines.of(loaded.problems(), 0, around.columnsOfLines()));
        err.show(StyledLine.of(Tone.DIM, count(loaded, Severity.ERROR, "error") + ", "
                + count(loaded, Severity.WARNING, "warning") + ", " + count(loaded, Severity.NOTE, "note")));
        return PlanCommand.Documents.exitCode(loaded);
    }

    private static String count(LoadedPlan loaded, Severity severity, String noun) {
        return Amounts.of(loaded.problems().stream().map(Problem::severity).filter(severity::equals).count(), noun);
    }
}
