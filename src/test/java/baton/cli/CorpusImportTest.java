package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.plan.LoadedPlan;
import baton.reading.PlanReader;
import baton.reading.source.SourceDocument;
import baton.view.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whatever the reader makes of a document, its plan.yaml says the same. */
class CorpusImportTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    @TempDir
    private Path folder;

    private static List<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(md|json|txt)|.*(?<!truth)\\.yaml") && !name.equals("README.md")
                            && !name.startsWith("floor")
                            && !name.startsWith("import"))
                    .sorted().toList();
        }
    }

    /** The list of documents for which this does not hold only gets shorter. */
    @Test
    void anImportedPlanIsTheSamePlan() throws IOException {
        var different = new StringBuilder();
        for (String name : documents()) {
            byte[] bytes = Files.readAllBytes(CORPUS.resolve(name));
            LoadedPlan read = PlanReader.read(List.of(new SourceDocument(name, bytes)));
            Files.write(folder.resolve(name), bytes);
            var made = Desk.in(folder).type("plan", "import", name, "-o", "plan.yaml", "--force");
            assertEquals(read.isRefused() ? 3 : 0, made.exitCode(), name + ": " + made.err());
            if (!read.isRefused() && !read.plan().equals(again().plan())) {
                different.append(name).append('\n');
            }
        }
        Golden.checkText("corpus/import-differs.txt", different.toString());
    }

    private LoadedPlan again() throws IOException {
        return PlanReader
                .read(List.of(new SourceDocument("plan.yaml", Files.readAllBytes(folder.resolve("plan.yaml")))));
    }
}
