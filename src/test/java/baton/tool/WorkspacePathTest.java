package baton.tool;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WorkspacePathTest {

    static Stream<List<String>> accepted() {
        return Stream.of(List.of("a", "a"), List.of("/a/b", "a/b"), List.of("./a//b/", "a/b"), List.of("", ""),
                List.of("/", ""), List.of(".", ""), List.of("a/./b", "a/b"), List.of("..a/b..c", "..a/b..c"),
                List.of("/etc/passwd", "etc/passwd"), List.of("a b/c", "a b/c"), List.of("e\u0301", "\u00e9"),
                List.of("[id].tsx", "[id].tsx"), List.of("12:30", "12:30"), List.of("console", "console"),
                List.of("%2e%2e/x", "%2e%2e/x"), List.of("a~", "a~"), List.of("...a", "...a"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void plainPathsAreReadFromTheWorkspaceRoot(List<String> pair) throws Refused {
        assertEquals(pair.get(1), WorkspacePath.parse(pair.get(0)).toString());
    }

    static Stream<String> refused() {
        return Stream.of("..", "../a", "a/../b", "a/..", "/..", "a\\b", "..\\a", "a\0b", "a\nb", "\u001b[31m",
                "a/\u202eb",
                ".g\u200cit/config", "//server/share", "~/x", "~root/x", "C:", "C:/x", "c:x", "file:///etc/passwd",
                "a::$DATA", ".git::$INDEX_ALLOCATION", "nul", "CON", "a/aux.txt", "LPT1", "a./b", "a ", " a", "...",
                "\ud800", "a\u2028b", "\ue000", "x".repeat(256), "a/".repeat(65) + "b", "y/".repeat(3000));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCouldMeanSomethingElseIsRefused(String text) {
        assertThrows(Refused.class, () -> WorkspacePath.parse(text));
    }

    @Test
    void theRefusalShowsTheTextWithoutItsControlCharacters() {
        var refused = assertThrows(Refused.class, () -> WorkspacePath.parse("a\u001b]52;c;x\u0007"));
        assertEquals("The path \"a\\u001b]52;c;x\\u0007\" has an invisible or control character (U+001B).",
                refused.reason());
    }

    @Test
    void parentAndChildWalkTheNames() throws Refused {
        var path = WorkspacePath.parse("a/b/c");
        assertEquals(List.of("a", "b", "c"), path.names());
        assertEquals("c", path.name());
        assertEquals(WorkspacePath.parse("a/b"), path.parent());
        assertEquals(path, path.parent().child("c"));
        assertEquals(WorkspacePath.ROOT, WorkspacePath.ROOT.parent());
    }
}
