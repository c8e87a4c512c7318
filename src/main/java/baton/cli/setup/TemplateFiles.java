package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.Problem;
import baton.profile.DelegationTemplate;
import baton.reading.profile.TemplateReader;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;

/** The delegation templates of this folder and of the user. */
public final class TemplateFiles {
    private final List<DelegationTemplate> templates = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private TemplateFiles() {}

    public static TemplateFiles find(Surroundings around) {
        var files = new TemplateFiles();
        files.add(around.resolve("prompts/templates"), "prompts/templates");
        Path own = SettingsFiles.userFile(around).resolveSibling("templates");
        files.add(own, own.toString());
        return files;
    }

    private void add(Path folder, String shownAs) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted()
                    .forEach(file -> read(file, shownAs + "/" + file.getFileName()));
        } catch (IOException unreadable) {
            problems.add(Problem.error("template-folder", new Place(shownAs, 0),
                    "the folder cannot be read: " + SourceFiles.why(unreadable), "Check its permissions."));
        }
    }

    private void read(Path file, String name) {
        try {
            var read = TemplateReader.read(name, Files.readAllBytes(file));
            problems.addAll(read.problems());
            if (read instanceof Read.Taken<DelegationTemplate>(var template, var remarks)) {
                templates.add(template);
            }
        } catch (IOException unreadable) {
            problems.add(Problem.error("template-unreadable", new Place(name, 0),
                    "the file cannot be read: " + SourceFiles.why(unreadable), "Check its permissions."));
        }
    }

    public List<DelegationTemplate> templates() {
        return List.copyOf(templates);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public DelegationTemplate named(String name) {
        return templates.stream().filter(template -> template.name().equals(name)).findFirst().orElseThrow(
                () -> UserError.refused("there is no template \"" + name + "\"", NearMiss
                        .of(name, templates.stream().map(DelegationTemplate::name).toList())
                        .map(near -> "Did you mean " + near + "?").orElse("baton templates list")));
    }
}
