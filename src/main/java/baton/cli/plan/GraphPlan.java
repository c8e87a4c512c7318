package baton.cli.plan;

import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.view.page.PlanDiagram;
import baton.view.page.PlanPicture;
import baton.view.page.ProblemLines;
import baton.view.text.StyledLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton plan graph}: who waits for whom, drawn, or as a diagram for other programs. */
@Command(description = "Draw who waits for whom, with the critical path; or write it as Mermaid or DOT.")
final class GraphPlan implements Callable<ExitCode> {
    private final Surroundings around;

    @Option(names = "--mermaid", description = "as a Mermaid flow chart")
    private boolean mermaid;

    @Option(names = "--dot", description = "as a DOT graph")
    private boolean dot;

    @Mixin
    private AssistOptions.Asked asked = new AssistOptions.Asked();

    @Mixin
    private PlanCommand.Documents documents = new PlanCommand.Documents();

    GraphPlan(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        if (mermaid && dot) {
            throw UserError.usage("--mermaid and --dot are two forms of the same graph", "Choose one of them.");
        }
        var loaded = documents.read(around, asked.flags()).loaded();
        var out = documents.output().out(around);
        if (mermaid || dot) {
            List<String> lines = mermaid ? PlanDiagram.mermaid(loaded.plan()) : PlanDiagram.dot(loaded.plan());
            lines.forEach(line -> out.show(StyledLine.of(line)));
        } else {
            out.show(PlanPicture.of(loaded.plan(),
                    new PlanPicture.Paper(around.columns(), documents.output().isAscii(around))));
        }
        if (loaded.isRefused()) {
            documents.output().err(around).show(ProblemLines.of(
                    loaded.problems().stream().filter(problem -> problem.isError()).toList(), 0));
        }
        return PlanCommand.Documents.exitCode(loaded);
    }
}
