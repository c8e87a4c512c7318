package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.cli.Played.Desk;
import baton.cli.console.Surroundings;
import baton.cli.record.SessionPages;
import baton.cli.record.SessionRows;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.FolderTrust;
import baton.cli.setup.TrustQuestion;
import baton.cli.setup.WorkspacePlace;
import baton.tool.FolderWorkspace.Mode;
import baton.tui.ScreenLoop.Exit;
import baton.tui.state.Overlay;
import baton.tui.state.Overlay.Yes;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction.Destination;
import baton.tui.state.UiAction.Look;
import baton.view.text.StyledLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the screen reaches beside its session: other sessions, their records, and a yes to the folder. */
class ScreenBesideTest {
    private static final String PLAN = """
            name: Harbour
            goal: Know it
            agents:
              - {id: writer, name: writer}
            tasks:
              - {id: T-1, title: "Write about the ferry", agent: writer, outputs: [ferry.md]}
            """;

    @TempDir
    Path folder;

    private Surroundings around = Desk.in(Path.of(".")).surroundings();

    @BeforeEach
    void setUp() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        var desk = Desk.in(folder);
        desk.type("run", "plan.yaml", "--model", "rehearsal", "--pace", "0");
        around = desk.surroundings();
    }

    private SessionsFolder sessions() {
        return SessionsFolder.find("", around);
    }

    private String page(Look.Page what, String task) {
        var looked = new SessionPages(around, sessions()).of(new Look(what, "last", task));
        return looked.title() + "\n" + String.join("\n", looked.lines().stream().map(StyledLine::text).toList());
    }

    @Test
    void sessionsAreFoundByWordsOfTheirFactsAndTheLastWordMayBeABeginning() {
        var rows = new SessionRows(sessions());
        assertTrue(rows.of("").stream().map(SessionRow::title).toList().contains("Harbour"));
        var found = rows.of("about ferr");
        assertEquals(List.of("Harbour"), found.stream().map(SessionRow::title).toList());
        assertTrue(found.getFirst().found().getFirst().contains("[ferry]"), found.toString());
        assertEquals(List.of(), rows.of("submarine"));
        assertTrue(rows.of("harb").stream().map(SessionRow::title).toList().contains("Harbour"));
    }

    @Test
    void theChangesOfATaskAreAPageOfTheirOwn() {
        String page = page(Look.Page.DIFF, "T-1");
        assertTrue(page.startsWith("Changes of T-1\n1 file, "), page);
        assertTrue(page.contains("+++ b/ferry.md"), page);
        assertTrue(page(Look.Page.DIFF, "T-9").endsWith("Nothing was changed."));
    }

    @Test
    void theLastRequestOfATaskIsAPageOfItsOwnAndTheSameAsOnACommandLine() {
        String page = page(Look.Page.PROMPT, "T-1");
        String typed = Desk.in(folder).type("prompt", "last", "T-1").out();
        assertEquals(typed.stripTrailing(), page.substring(page.indexOf('\n') + 1).stripTrailing());
        assertTrue(page.contains("--- system: role"), page);
    }

    private boolean ask(Yes yes) throws IOException, InterruptedException {
        return new TrustQuestion(around).ask(new WorkspacePlace.Folder(folder, Mode.READ_ONLY), List.of("make test"),
                box -> {
                    assertEquals(new Overlay.Trust(folder.toString(), List.of("make test"), 0, -1), box);
                    return new Exit.Elsewhere(new Destination.Trusted(yes));
                });
    }

    @Test
    void aFolderIsTrustedOnlyAsFarAsThePersonSaidYes() throws IOException, InterruptedException {
        assertFalse(ask(Yes.READ));
        assertFalse(FolderTrust.of(around).isTrusted(folder));
        assertTrue(ask(Yes.WRITE));
        assertTrue(FolderTrust.of(around).isTrusted(folder));
        assertFalse(FolderTrust.of(around).trustsChecks(folder, List.of("make test")));
        assertTrue(ask(Yes.WRITE_AND_CHECK));
        assertTrue(FolderTrust.of(around).trustsChecks(folder, List.of("make test")));
    }

    @Test
    void whoeverLeavesTheQuestionHasSaidNo() throws IOException, InterruptedException {
        assertFalse(new TrustQuestion(around).ask(new WorkspacePlace.Folder(folder, Mode.READ_ONLY), List.of(),
                box -> new Exit.Left()));
        assertFalse(FolderTrust.of(around).isTrusted(folder));
    }

    @Test
    void nobodyIsAskedWhereAgentsMayWriteAnyway() throws IOException, InterruptedException {
        TrustQuestion.Screen none = box -> {
            throw new IllegalStateException("asked");
        };
        assertFalse(new TrustQuestion(around).ask(new WorkspacePlace.Copy(folder), List.of(), none));
        assertFalse(new TrustQuestion(around).ask(new WorkspacePlace.Folder(folder, Mode.READ_WRITE), List.of(),
                none));
    }
}
