package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nothing a path says, and nothing that happens on the disk meanwhile, leads out of the workspace. */
class PathEscapeTest {
    private static final byte[] INTRUSION = "intrusion".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;
    private Path inside;
    private Path outside;

    @BeforeEach
    void aWorkspaceFullOfWaysOut() throws Exception {
        inside = folder.resolve("ws");
        outside = folder.resolve("outside");
        Files.createDirectories(inside.resolve("sub/deep"));
        Files.createDirectories(outside.resolve("dir"));
        Files.writeString(outside.resolve("secret.txt"), Bench.SECRET);
        Files.writeString(outside.resolve("dir/secret.txt"), Bench.SECRET);
        Files.writeString(inside.resolve("own.txt"), "own");
        Files.createSymbolicLink(inside.resolve("linkfile"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("linkdir"), outside);
        Files.createSymbolicLink(inside.resolve("sub/up"), Path.of("../../outside"));
        Files.createSymbolicLink(inside.resolve("sub/deep/root"), Path.of("/usr"));
        Files.createSymbolicLink(inside.resolve("dangling"), outside.resolve("new.txt"));
        Files.createSymbolicLink(inside.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(inside.resolve("chain"), Path.of("linkdir/dir"));
        Files.createLink(inside.resolve("hard"), outside.resolve("secret.txt"));
        assertEquals(0, new ProcessBuilder("mkfifo", inside.resolve("fifo").toString()).start().waitFor());
    }

    private Set<String> forms() {
        var pieces = List.of("..", "../..", ".", "", "linkdir", "linkfile", "sub", "sub/up", "sub/deep/root", "chain",
                "loop",
                "dangling", "hard", "fifo", "secret.txt", "dir", "dir/secret.txt", "own.txt", outside.toString(),
                "outside", "..\\..", "%2e%2e", "\u2025", "\uff0e\uff0e", "..;", ".. ", "..\u0000", "%00", "...", "~",
                "C:",
                "//", "\\\\server", "/proc/self/root", "proc/self/cwd", "LINKDIR", "linkdir.", "linkdir ",
                "l\u0131nkdir",
                "file:", "etc/passwd", "\u202e", "linkdir/.", "./linkdir", "new/linkdir", "::$DATA", "nul");
        var random = new Random(20_261_120);
        var forms = new LinkedHashSet<>(pieces);
        while (forms.size() < 600) {
            var form = new StringBuilder(random.nextInt(4) == 0 ? "/" : "");
            int length = 1 + random.nextInt(4);
            for (int at = 0; at < length; at++) {
                form.append(at == 0 ? "" : random.nextInt(8) == 0 ? "//" : "/")
                        .append(pieces.get(random.nextInt(pieces.size())));
            }
            forms.add(form.append(random.nextInt(3) == 0 ? "/secret.txt" : "").toString());
        }
        return forms;
    }

    private void tryAll(FolderWorkspace workspace) throws IOException {
        var before = Bench.hashes(outside);
        for (String form : forms()) {
            tryToRead(workspace, form);
            tryToWrite(workspace, form);
        }
        assertEquals(before, Bench.hashes(outside));
    }

    private static void tryToRead(FolderWorkspace workspace, String form) {
        try {
            var read = workspace.read(WorkspacePath.parse(form), 1_000);
            assertFalse(new String(read.bytes(), StandardCharsets.UTF_8).contains(Bench.SECRET), form);
        } catch (Refused | IOException e) {
            assertFalse(String.valueOf(e.getMessage()).contains(Bench.SECRET), form);
        }
        try {
            for (var entry : workspace.list(WorkspacePath.parse(form))) {
                boolean foreign = entry.name().equals("secret.txt") || entry.name().equals("bin");
                assertFalse(foreign && entry.bytes() != INTRUSION.length, form);
            }
        } catch (Refused | IOException e) {
            return;
        }
    }

    private static void tryToWrite(FolderWorkspace workspace, String form) {
        try {
            var path = OwnedPath.of(WorkspacePath.parse(form), "builder", List.of("**"));
            if (!path.toString().equals("own.txt")) {
                workspace.write(path, INTRUSION, "", "key");
            }
        } catch (Refused | IOException e) {
            return;
        }
    }

    @Test
    void noneOfSixHundredPathFormsLeadsOut() throws IOException {
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            tryAll(workspace);
        }
    }

    @Test
    void norDoesAnyWhereTheSystemHasNoHandles() throws IOException {
        try (var workspace = FolderWorkspace.openWithoutHandles(inside, FolderWorkspace.Mode.READ_WRITE)) {
            tryAll(workspace);
        }
    }

    @Test
    void linksHardLinksAndSpecialFilesAreRefusedInWords() throws Exception {
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            assertEquals("\"linkfile\" is a link; links are not followed.", refusal(workspace, "linkfile"));
            assertEquals("\"linkdir\" is a link; links are not followed.", refusal(workspace, "linkdir/secret.txt"));
            assertEquals(
                    "\"hard\" has more than one name (a hard link); it may belong to somebody outside the workspace.",
                    refusal(workspace, "hard"));
            assertEquals("\"fifo\" is not a regular file.", refusal(workspace, "fifo"));
            assertEquals("\"sub\" is a folder.", refusal(workspace, "sub"));
            assertEquals("\"own.txt\" is not a folder.", refusal(workspace, "own.txt/x"));
        }
    }

    private static String refusal(FolderWorkspace workspace, String path) {
        return assertThrows(Refused.class, () -> workspace.read(WorkspacePath.parse(path), 10)).reason();
    }

    @Test
    void aFolderThatTurnsIntoALinkAndBackNeverLeadsOut() throws Exception {
        int tries = Boolean.getBoolean("baton.deep") ? 1_000_000 : 3_000;
        Files.createDirectories(inside.resolve("target"));
        Files.writeString(inside.resolve("target/secret.txt"), "inside");
        // The secret behind this link has one name only, so that nothing but the refusal of links protects it.
        Files.createSymbolicLink(inside.resolve("swap-link"), outside.resolve("dir"));
        var before = Bench.hashes(outside);
        var stop = new AtomicBoolean();
        var swapper = Thread.ofPlatform().daemon().start(() -> swapUntil(stop));
        int reads = 0;
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            for (int attempt = 0; attempt < tries; attempt++) {
                reads += raceOnce(workspace, attempt);
            }
        } finally {
            stop.set(true);
            swapper.join();
        }
        assertEquals(before, Bench.hashes(outside));
        assertTrue(reads > 0, "some reads must succeed, or the race was none");
    }

    private static int raceOnce(FolderWorkspace workspace, int attempt) throws IOException {
        try {
            var read = workspace.read(WorkspacePath.parse("target/secret.txt"), 100);
            assertFalse(new String(read.bytes(), StandardCharsets.UTF_8).contains(Bench.SECRET));
            if (attempt % 20 == 0) {
                var path = OwnedPath.of(WorkspacePath.parse("target/made" + attempt), "builder", List.of("**"));
                workspace.write(path, INTRUSION, "", "key");
            }
            return 1;
        } catch (Refused | FileSystemException e) {
            return 0;
        }
    }

    private void swapUntil(AtomicBoolean stop) {
        Path target = inside.resolve("target");
        while (!stop.get()) {
            swap(target, inside.resolve("swap-dir"), inside.resolve("swap-link"));
            swap(target, inside.resolve("swap-link"), inside.resolve("swap-dir"));
        }
    }

    private static void swap(Path target, Path away, Path in) {
        try {
            Files.move(target, away, StandardCopyOption.ATOMIC_MOVE);
            Files.move(in, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return;
        }
    }

    @Test
    void aNewFolderIsMadeInTheFolderThatWasOpened() throws Exception {
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            var path = OwnedPath.of(WorkspacePath.parse("a/b/c/file.txt"), "builder", List.of("a/**"));
            workspace.write(path, INTRUSION, "", "key");
            assertEquals("intrusion", Files.readString(inside.resolve("a/b/c/file.txt")));
            assertEquals(List.of(), workspace.list(WorkspacePath.ROOT).stream().map(Workspace.Entry::name)
                    .filter(name -> name.endsWith(".tmp")).toList());
        }
    }

    @Test
    void aNameThatDiffersInCaseAloneIsNotMadeASecondTime() throws Exception {
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            var path = OwnedPath.of(WorkspacePath.parse("OWN.txt"), "builder", List.of("**"));
            var refused = assertThrows(Refused.class, () -> workspace.write(path, INTRUSION, "", "key"));
            assertEquals("\"OWN.txt\" differs from the existing \"own.txt\" in case alone; use the existing name.",
                    refused.reason());
        }
    }

    @Test
    void aNameInAnotherUnicodeFormIsTheSameFile() throws Exception {
        Files.writeString(inside.resolve("re\u0301sume\u0301.txt"), "accents");
        try (var workspace = FolderWorkspace.open(inside, FolderWorkspace.Mode.READ_WRITE)) {
            var path = WorkspacePath.parse("r\u00e9sum\u00e9.txt");
            var read = workspace.read(path, 100);
            assertEquals("accents", new String(read.bytes(), StandardCharsets.UTF_8));
            workspace.write(OwnedPath.of(path, "builder", List.of("**")), INTRUSION, read.sha256(), "key");
            assertEquals("intrusion", Files.readString(inside.resolve("re\u0301sume\u0301.txt")));
        }
    }
}
