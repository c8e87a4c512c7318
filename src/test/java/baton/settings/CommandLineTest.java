package baton.settings;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class CommandLineTest {

    /** The text, then its words. */
    static Stream<List<String>> commands() {
        return Stream.of(List.of("mvn -q test", "mvn", "-q", "test"), List.of("  ls\t-l  ", "ls", "-l"),
                List.of("git commit -m 'a b; c'", "git", "commit", "-m", "a b; c"),
                List.of("echo \"a \\\"b\\\" \\$x\"", "echo", "a \"b\" $x"), List.of("echo a\\ b", "echo", "a b"),
                List.of("echo ''", "echo", ""), List.of("grep 'x*' a'b'\"c\"", "grep", "x*", "abc"),
                List.of("test a=b", "test", "a=b"), List.of("echo a#b c~d", "echo", "a#b", "c~d"),
                List.of("echo \"a\\b\"", "echo", "a\\b"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void plainWordsAndQuotesAreSplitAsAShellWould(List<String> row) {
        assertEquals(new CommandLine.Words(row.subList(1, row.size())), CommandLine.parse(row.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; b", "a && b", "a || b", "a | b", "a & ", "a > f", "a < f", "a `b`", "a $(b)", "a $HOME",
        "a \"$HOME\"", "a \"`b`\"", "(a)", "a\nb", "a\rb", "ls *.md", "ls ?", "ls [a]", "ls {a,b}", "ls ~", "!a", "#a",
        "a #b",
        "X=1 a", "'", "\"a", "a \\", "a \\\nb", "", "   ", "''", "a\0b", "a \"\0\"", "a >(b)", "a 2>&1", "a;b"})
    void whatNeedsAShellIsNotMadeIntoSomethingElse(String text) {
        assertInstanceOf(CommandLine.NeedsShell.class, CommandLine.parse(text));
    }

    @Test
    void whatIsWrittenWithQuotesIsReadBackTheSame() {
        var argv = List.of("git", "commit", "-m", "it's a \"b\"; $c `d`\n*", "", "a b", "#", "~", "!", "\\", "x=1",
                "{a}");
        assertEquals(new CommandLine.Words(argv), CommandLine.parse(CommandLine.quoted(argv)));
        assertEquals("git diff --stat 'a b' ''", CommandLine.quoted(List.of("git", "diff", "--stat", "a b", "")));
    }
}
