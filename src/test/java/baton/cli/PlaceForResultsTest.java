package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.cli.Played.Desk;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A task that must prove something and names no file has a place for it, whatever else its agent does. */
class PlaceForResultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"'', reports/t-2-check-the-list.md", "', owns: [lists/]', lists/t-2-check-the-list.md",
        "', owns: [\"lists/**/*.md\", books/]', books/t-2-check-the-list.md"})
    void besideATaskThatNamesItsFile(String owns, String written) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"),
                """
                        name: List
                        goal: A list that holds
                        agents: [{id: ann, name: Ann%s}]
                        tasks:
                          - {id: T-1, title: Draft the list, agent: ann, outputs: ["out/{month}.md"], acceptance: [has ten entries]}
                          - {id: T-2, title: Check the list, agent: ann, dependsOn: [T-1], acceptance: [each line is checked]}
                        """
                        .formatted(owns));
        var played = Desk.in(folder).type("run", "plan.yaml", "--model", "rehearsal");
        assertEquals(0, played.exitCode(), played.err());
        assertTrue(played.out().contains("out/{month}.md "), played.out());
        assertTrue(played.out().contains(written + " "), played.out());
    }
}
