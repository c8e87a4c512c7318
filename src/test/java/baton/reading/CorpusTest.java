package baton.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import baton.plan.LoadedPlan;
import baton.plan.PlanLimits;
import baton.plan.TaskSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Reads documents that are not in the repository; {@code -Dcorpus=DIR} names their folder. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusTest {

    @Test
    void noDocumentMakesTheReaderFail() throws IOException {
        for (Path file : files()) {
            LoadedPlan loaded = load(file);
            assertTrue(loaded.coverage().linesTotal() > 0, file.toString());
        }
    }

    @Test
    void thePlanOfMicroTasksIsReadWhole() throws IOException {
        Path file = files().stream().filter(path -> path.getFileName().toString().startsWith("003_")).findFirst()
                .orElseThrow();
        LoadedPlan loaded = load(file);
        var plan = loaded.plan();
        assertEquals(10, plan.agents().size());
        assertEquals(10, plan.tasks().size());
        assertEquals(10, plan.edges().size());
        assertEquals(5, plan.edges().stream().filter(edge -> edge.binding()).count());
        assertEquals(new PlanLimits(OptionalInt.of(5), OptionalInt.of(5), OptionalInt.of(15)), plan.limits());
        assertEquals(5, plan.tasks().stream().filter(task -> task.timeBox().isPresent()).count());
        assertEquals(5, plan.tasks().stream().filter(task -> task.outputs().size() == 1
                && task.acceptance().size() == 3 && !task.tools().isEmpty()).count());
        assertEquals(5, plan.tasks().stream().filter(task -> task.kind() == TaskSpec.Kind.FOLLOW_UP).count());
        assertEquals(List.of(5, 5, 3, 2),
                List.of(plan.deliverables().size(), plan.completion().size(), plan.files().size(),
                        plan.context().size()));
        assertEquals(List.of(), loaded.coverage().notUnderstood());
        assertTrue(loaded.problems().stream().anyMatch(problem -> problem.code().equals("text-repaired")));
    }

    private static LoadedPlan load(Path file) throws IOException {
        return PlanReader.read(List.of(new SourceDocument(file.getFileName().toString(), Files.readAllBytes(file))));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("corpus")))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
