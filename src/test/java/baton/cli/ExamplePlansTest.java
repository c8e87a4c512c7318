package baton.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.view.Golden;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The shipped plans as a new user meets them: looked at, linted and rehearsed, with nothing but what the repository holds. */
class ExamplePlansTest {
    private static final List<String> SHIPPED = List.of("agent-profiles", "prompts");

    /** A shipped plan, by its files; several make one plan. */
    enum Example {
        HARBOUR_REVIEW("harbour-review"), FIELD_GUIDE("field-guide"),
        FIELD_GUIDE_WEEKS("field-guide", "field-guide-schedule"), LIBRARY_MOVE("library-move"),
        SCIENCE_WEEK("science-week");

        private final List<String> files;

        Example(String... files) {
            this.files = Stream.of(files).map(file -> "prompts/plans/" + file + ".md").toList();
        }

        String[] command(String... words) {
            List<String> command = new ArrayList<>(List.of(words));
            command.addAll(files);
            return command.toArray(String[]::new);
        }

        String golden(String page) {
            return "examples/" + files.getLast().replaceAll(".*/|\\.md$", "") + (files.size() > 1 ? "-joined" : "")
                    + "-"
                    + page + ".txt";
        }
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        for (String part : SHIPPED) {
            try (Stream<Path> paths = Files.walk(Path.of(part))) {
                paths.forEach(path -> copy(path, folder.resolve(path)));
            }
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsPagesAreTheOnesThatWereReadAndFoundGood(Example example) throws IOException {
        for (String page : List.of("what", "show", "lint", "graph")) {
            String shown = shown(example.command("plan", page)).out().replace(folder.toString(), "FOLDER");
            Golden.checkText(example.golden(page), shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrongWithIt(Example example) {
        String findings = shown(example.command("plan", "lint")).out();
        assertTrue(findings.lines().noneMatch(line -> line.contains(": error: ") || line.contains(": warning: ")),
                findings);
    }

    @ParameterizedTest
    @EnumSource
    void itIsRehearsedToTheEndWithTheRecommendedAnswers(Example example) {
        Played played = desk().type(
                example.command("run", "--model", "rehearsal", "--on-question", "recommend", "--pace", "0"));
        assertEquals(0, played.exitCode(), played.out() + played.err());
    }

    private Played shown(String... command) {
        Played played = desk().type(command);
        assertEquals(0, played.exitCode(), played.err());
        return played;
    }

    private Desk desk() {
        return Desk.in(folder).with("COLUMNS", "100");
    }
}
