package baton.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.cli.Played.Desk;
import baton.view.Golden;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BatonTest {
    @TempDir
    private Path folder;

    @Test
    void theVersionGoesToStandardOutputAndNothingElseDoes() {
        assertEquals(new Played(0, "baton development\n", ""), type("--version"));
    }

    @Test
    void theFirstPageOfHelp() throws Exception {
        var played = type("--help");
        Golden.checkText("cli/help.txt", played.out());
        assertEquals(List.of(0, ""), List.of(played.exitCode(), played.err()));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHasAHelpPage() {
        return Stream.of("run", "resume", "sessions", "sessions list", "sessions show", "sessions search",
                "sessions export",
                "sessions import",
                "sessions delete", "replay", "fork", "compare", "log", "why", "prompt", "diff", "undo", "plan",
                "plan show", "plan what",
                "plan lint", "plan graph", "plan import", "plan rehearse", "agents", "agents list", "agents show",
                "agents lint",
                "templates", "templates list",
                "templates show", "templates render", "init", "trust", "trust list", "trust revoke", "doctor",
                "completion").map(command -> DynamicTest.dynamicTest(command, () -> {
                    var played = type(Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help"))
                            .toArray(String[]::new));
                    Golden.checkText("cli/help-" + command.replace(' ', '-') + ".txt", played.out());
                    assertEquals(List.of(0, ""), List.of(played.exitCode(), played.err()));
                }));
    }

    @Test
    void theFirstPageNamesEveryCommandAndNoOther() {
        String page = type("--help").out();
        var named = page.lines().filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> line.strip().split("[ \\[]", 2)[0]).collect(Collectors.toSet());
        assertEquals(new HashSet<>(CommandTable.names()), named);
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        assertEquals(new Played(2, "", """
                baton: the screen needs a terminal, and this is none
                  hint: Unattended:  baton run PLAN.md   line by line:  baton chat PLAN.md
                """), type());
    }

    @Test
    void aMistypedCommandGetsTheNearestOne() {
        assertEquals(new Played(2, "", """
                baton: there is no command "replya"
                  hint: Did you mean  baton replay?
                """), type("replya", "last"));
    }

    @Test
    void aMistypedFlagGetsTheNearestOne() {
        assertEquals(new Played(2, "", """
                baton: there is no flag "--agent-max" here
                  hint: Did you mean --agents-max?
                """), type("run", "plan.md", "--agent-max", "3"));
    }

    @Test
    void aMistypedSecondWordGetsTheNearestOne() {
        assertEquals(new Played(2, "", """
                baton: there is no command "baton sessions lst"
                  hint: Did you mean list?
                """), type("sessions", "lst"));
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertEquals(new Played(2, "", """
                baton: TASK is missing
                  hint: See  baton prompt --help.
                """), type("prompt", "last"));
    }

    @Test
    void aWrongValueIsSaidInOurOwnWords() {
        assertEquals("baton: --workspace needs a value: DIR", firstError("run", "--workspace"));
        assertEquals("baton: --from cannot be \"zzz\"", firstError("replay", "last", "--from", "zzz"));
        assertEquals("baton: --from can be given only once", firstError("replay", "--from", "1", "--from", "2"));
        assertEquals("baton: --follow takes no value", firstError("log", "last", "--follow=no"));
        assertEquals("baton: --limit cannot be \"x\"", firstError("sessions", "search", "--limit", "x", "tide"));
    }

    private String firstError(String... args) {
        var played = type(args);
        assertEquals(2, played.exitCode(), played.err());
        return played.err().lines().findFirst().orElse("");
    }

    private Played type(String... args) {
        return Desk.in(folder).type(args);
    }
}
