package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.view.text.TextWidth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Pages for people on narrow and wide terminals, and where only ASCII can be shown. */
class ScreenFitTest {
    private static final String LONG = "the harbour log and its seventeen companions ".repeat(10).strip();
    private static final String PLAN = """
            name: Harbour → €5 review · %1$s
            goal: Know it
            agents:
              - {id: architecture-and-infrastructure-analyst, name: architecture-and-infrastructure-analyst}
              - {id: writer, name: writer}
            tasks:
              - {id: T-1, title: "Read → %1$s", agent: architecture-and-infrastructure-analyst,
                 outputs: [reports/architecture/and-infrastructure/overview-of-everything.md]}
              - {id: T-2, title: "Write … │ %1$s", agent: writer, dependsOn: [T-1], outputs: [b.md]}
              - {id: T-3, title: "Both", agent: writer, outputs: [c.md]}
            decisions:
              - {id: D-1, title: "Go %1$s", question: "Go live? %1$s", options: [{key: "1", text: "%1$s"}], gates: [T-2]}
            """;
    private static final List<String> COMMANDS = List.of("plan what plan.yaml", "plan show plan.yaml",
            "plan lint plan.yaml", "run plan.yaml", "run plan.yaml -v", "why last", "sessions show last",
            "sessions list", "sessions search harbour", "replay last -v", "replay last --numbers", "compare last last",
            "fork last --at 1", "fork last --at 999", "fork --help", "agents list", "templates list", "doctor",
            "doctor --config", "trust list", "run nobody.md", "run --help", "sessions export --help",
            "plan what --help", "--help");

    @TempDir
    private Path folder;

    private Desk desk = Desk.in(Path.of("."));

    @BeforeEach
    void setUp() throws IOException {
        desk = Desk.in(folder);
        Files.writeString(folder.resolve("plan.yaml"), PLAN.formatted(LONG));
        desk.type("run", "plan.yaml");
    }

    @TestFactory
    Stream<DynamicTest> everyLineFits() {
        return Stream.of(60, 80, 120).flatMap(columns -> COMMANDS.stream()
                .map(command -> DynamicTest.dynamicTest(columns + ": " + command, () -> {
                    var played = desk.with("COLUMNS", String.valueOf(columns)).type(command.split(" ", -1));
                    assertEquals(List.of(), Stream.concat(played.out().lines(), played.err().lines())
                            // A folder or a command to type is of no use in pieces.
                            .filter(line -> !line.contains(folder.toString()) && !line.contains("  baton "))
                            .filter(line -> TextWidth.of(line) > columns).toList());
                })));
    }

    @TestFactory
    Stream<DynamicTest> asciiLeavesNoOtherSign() {
        return COMMANDS.stream().map(command -> DynamicTest.dynamicTest(command, () -> {
            var played = desk.type((command + " --ascii").split(" ", -1));
            assertEquals(List.of(), Stream.concat(played.out().lines(), played.err().lines())
                    .filter(line -> line.chars().anyMatch(sign -> sign > 0x7E)).toList());
        }));
    }

    @Test
    void aTitleOfAnyLengthIsNeverPrintedWhole() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN.formatted("x".repeat(100_000)));
        for (String command : COMMANDS.subList(0, 8)) {
            var played = desk.type(command.split(" ", -1));
            assertTrue(played.out().length() + played.err().length() < 60_000, command);
        }
    }

    @Test
    void flagsMayStandBeforeTheCommand() {
        assertEquals(desk.type("--help", "--ascii"), desk.type("--ascii", "--help"));
        assertFalse(desk.type("--ascii", "--help").out().contains("…"));
        assertEquals(desk.type("why", "last", "--ascii"), desk.type("--ascii", "why", "last"));
        assertEquals(desk.type("why", "last", "--sessions", "none"), desk.type("--sessions", "none", "why", "last"));
        assertEquals(2, desk.type("--ascii").exitCode());
        assertEquals(2, desk.type("--nonsense", "run").exitCode());
    }
}
