package baton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.console.ExitCode;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code baton init}: a first profile, template, plan and settings file; what is there already stays as it is. */
@Command(description = "Put a first profile, template, plan and baton.yaml into this folder. Nothing is overwritten.")
final class InitCommand implements Callable<ExitCode> {
    private static final List<String> FILES = List.of("baton.yaml", "plan.md", "agent-profiles/analyst.md",
            "agent-profiles/writer.md", "prompts/templates/delegation.md");

    private final Surroundings around;

    @Mixin
    private OutputOptions output = new OutputOptions();

    InitCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException {
        var out = output.out(around);
        for (String name : FILES) {
            boolean made = make(name);
            out.show(made
                    ? StyledLine.of(Tone.GOOD, "made  ").and(name)
                    : StyledLine.of(Tone.DIM, "kept  " + name + ", which was there"));
        }
        output.err(around).show(StyledLine.of("Next:  baton plan what plan.md   then  baton run plan.md"));
        return ExitCode.OK;
    }

    /** True where the file was not there; another process that is faster wins. */
    private boolean make(String name) throws IOException {
        Path file = around.folder().resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = InitCommand.class.getResourceAsStream("/baton/init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            Files.copy(in, file);
            return true;
        } catch (FileAlreadyExistsException thereAlready) {
            return false;
        }
    }
}
