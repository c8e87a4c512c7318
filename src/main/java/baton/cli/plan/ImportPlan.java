package baton.cli.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import baton.cli.console.Consent;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.reading.planfile.PlanYamlWriter;
import baton.reading.source.SourceFiles;
import baton.view.page.ProblemLines;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baton plan import}: the plan made explicit, as {@code plan.yaml} with the lines it was read from. */
@Command(description = "Write the plan as plan.yaml, each part with the line it was read from.")
final class ImportPlan implements Callable<ExitCode> {
    private final Surroundings around;

    @Option(names = {"-o",
        "--output"}, paramLabel = "FILE", description = "where to write it; without it to standard output")
    private String file = "";

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Mixin
    private AssistOptions.Asked asked = new AssistOptions.Asked();

    @Mixin
    private PlanCommand.Documents documents = new PlanCommand.Documents();

    ImportPlan(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() {
        var assisted = documents.readSettled(around, asked.flags());
        var loaded = assisted.loaded();
        var err = documents.output().err(around);
        if (loaded.isRefused()) {
            err.show(ProblemLines.of(loaded.problems(), 0));
            throw UserError.refused("the plan has errors and was not written", "Mend them first.");
        }
        String yaml = PlanYamlWriter.write(loaded.plan(), assisted.remarks());
        if (file.isEmpty() || file.equals("-")) {
            documents.output().out(around).write(yaml.stripTrailing());
            return ExitCode.OK;
        }
        Path target = around.resolve(file);
        try {
            write(target, yaml);
        } catch (IOException failure) {
            throw UserError.refused("cannot write " + file + ": " + SourceFiles.why(failure),
                    "Check the folder and its permissions.");
        }
        err.show(StyledLine.of(Tone.GOOD, "made  ").and(file));
        err.show(StyledLine.of("Next:  baton plan lint " + file + "   then  baton run " + file));
        return ExitCode.OK;
    }

    /** A file that is there stays, unless a person says yes or said so before. */
    private void write(Path target, String yaml) throws IOException {
        boolean there = Files.exists(target);
        if (there && !force && !Consent.of(around).toWriteOver(file)) {
            throw UserError.refused(file + " is there already and was not touched",
                    "Name another file, or give --force.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.writeString(part, yaml, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
