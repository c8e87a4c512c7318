package baton.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import baton.engine.TaskState.Status;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TaskLifeTest {

    @Test
    void theDocumentShowsTheTableAsItIs() throws IOException {
        var document = Files.readString(Path.of("src/docs/architecture.md"));
        var drawn = document.lines().map(String::strip).filter(line -> line.contains(" --> ")).toList();
        var table = TaskLife.TABLE.toMermaid().lines().map(String::strip).filter(line -> line.contains(" --> "))
                .toList();
        assertEquals(table.stream().sorted().toList(), drawn.stream().sorted().toList());
    }

    @Test
    void anImpossibleMoveNamesTaskAndStates() {
        var refused = assertThrows(IllegalStateException.class,
                () -> TaskLife.TABLE.require("T-3", Status.ACCEPTED, Status.RUNNING));
        assertEquals("T-3 cannot go from ACCEPTED to RUNNING", refused.getMessage());
    }

    @Test
    void anAcceptedTaskMovesOnlyWhenAPersonWantsItDoneAgain() {
        for (var to : Status.values()) {
            assertEquals(to == Status.PENDING, TaskLife.TABLE.allows(Status.ACCEPTED, to));
        }
    }
}
