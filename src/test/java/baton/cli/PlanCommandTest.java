package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.plan.ContextDocument;
import baton.plan.LoadedPlan;
import baton.reading.PlanReader;
import baton.reading.found.Merging;
import baton.reading.found.ReadingOptions;
import baton.reading.source.SourceDocument;
import baton.view.Golden;
import baton.view.text.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlanCommandTest {
    private static final Path SHAPES = Path.of("src/test/resources/plans/shapes");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void theGraphFitsTheTerminal(int columns) throws Exception {
        for (String name : List.of("tasks-with-ids.md", "waves.md", "tasks.json")) {
            String page = shown(columns, "plan", "graph", copied(name));
            Golden.checkText("cli/graph-" + name.replace('.', '-') + "-" + columns + ".txt", page);
            assertTrue(page.lines().allMatch(line -> TextWidth.of(line) <= columns), page);
        }
    }

    @Test
    void theGraphCanBeDrawnWithAsciiAlone() throws Exception {
        String page = shown(80, "plan", "graph", "--ascii", copied("tasks-with-ids.md"));
        Golden.checkText("cli/graph-ascii.txt", page);
        assertTrue(page.chars().allMatch(c -> c < 127), page);
    }

    @Test
    void theGraphIsWrittenForOtherPrograms() throws Exception {
        String plan = copied("waves.md");
        Golden.checkText("cli/graph-mermaid.txt", shown(80, "plan", "graph", "--mermaid", plan));
        Golden.checkText("cli/graph-dot.txt", shown(80, "plan", "graph", "--dot", plan));
        assertEquals(2, desk(80).type("plan", "graph", "--dot", "--mermaid", plan).exitCode());
    }

    static Stream<String> documents() throws IOException {
        try (var files = Files.list(SHAPES)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> !List.of("agents.yaml", "fire.yaml").contains(name)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anImportedPlanIsTheSamePlan(String name) throws Exception {
        var made = desk(100).type("plan", "import", copied(name), "-o", "plan.yaml");
        assertEquals(0, made.exitCode(), made.err());
        assertEquals(read(folder.resolve(name)).plan(), read(folder.resolve("plan.yaml")).plan());
        assertTrue(Files.readString(folder.resolve("plan.yaml")).contains("# " + name + ":"));
    }

    @Test
    void anImportNeverWritesOverAFile() throws Exception {
        String plan = copied("waves.md");
        Files.writeString(folder.resolve("plan.yaml"), "mine");
        var refused = desk(80).type("plan", "import", plan, "-o", "plan.yaml");
        assertEquals(List.of(3, "mine"),
                List.of(refused.exitCode(), Files.readString(folder.resolve("plan.yaml"))));
        assertEquals(0, desk(80).type("plan", "import", plan, "-o", "plan.yaml", "--force").exitCode());
        assertEquals(read(folder.resolve("waves.md")).plan(), read(folder.resolve("plan.yaml")).plan());
    }

    @Test
    void safeEditsAreShownAndMadeOnlyOnAYes() throws Exception {
        String text = """
                # Harbour night

                **Team:** 3 parallel agents work together

                ## Agents
                ### night-watcher
                - Task: Watch the quay
                - Output: out/watch.md
                ### lamp-lighter
                - Task: Light the lamps
                - Output: out/lamps.md

                ## ✅ Ready
                - [ ] Lamps burn
                - [x] Ropes lie
                """;
        Path plan = folder.resolve("night.md");
        Files.writeString(plan, text);
        var shown = desk(80).type("plan", "lint", "--fix", "night.md");
        Golden.checkText("cli/lint-fix.txt", shown.out());
        assertEquals(text, Files.readString(plan));
        assertEquals(0, desk(80).type("plan", "lint", "--fix", "--yes", "night.md").exitCode());
        assertEquals(text.replace("3 parallel", "2 parallel").replace("✅", "⬜"), Files.readString(plan));
        assertEquals("", desk(80).type("plan", "lint", "--fix", "night.md").out());
    }

    private LoadedPlan read(Path file) throws IOException {
        return PlanReader.read(List.of(new SourceDocument(file.getFileName().toString(), Files.readAllBytes(file))),
                new ReadingOptions(Merging.ASK, _ -> ContextDocument.Existence.ABSENT));
    }

    private String copied(String name) throws IOException {
        Files.copy(SHAPES.resolve(name), folder.resolve(name));
        return name;
    }

    private Desk desk(int columns) {
        return Desk.in(folder).with("COLUMNS", String.valueOf(columns));
    }

    private String shown(int columns, String... args) {
        var played = desk(columns).type(args);
        assertEquals(List.of(0, ""), List.of(played.exitCode(), played.err()));
        return played.out();
    }
}
