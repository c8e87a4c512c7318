package baton.view.prose;

import java.util.List;

import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** One line of code with its strings, comments and common words told apart; good enough to read, no parser. */
final class CodeLine {
    private static final List<String> WORDS = List.of("abstract", "and", "as", "async", "await", "begin", "break",
            "case", "catch", "class", "const", "continue", "create", "def", "default", "delete", "do", "done", "elif",
            "else", "end", "enum", "export", "extends", "false", "fi", "final", "finally", "fn", "for", "from", "func",
            "function", "go", "if", "impl", "implements", "import", "in", "insert", "interface", "into", "is", "key",
            "let", "loop", "match", "mod", "mut", "new", "nil", "none", "not", "null", "or", "package", "pass",
            "primary", "private", "protected", "pub", "public", "raise", "record", "return", "sealed", "select", "self",
            "set", "static", "struct", "super", "switch", "table", "then", "this", "throw", "throws", "trait", "true",
            "try", "type", "union", "update", "use", "val", "values", "var", "void", "where", "while", "with", "yield");

    private CodeLine() {}

    /** The line in its meanings; in a {@code diff} what came is good, what went is bad. */
    static StyledLine of(String line, String language) {
        if (language.equals("diff") || language.equals("patch")) {
            return diff(line);
        }
        if (language.isEmpty() || language.equals("text") || language.equals("txt")) {
            return StyledLine.of(line);
        }
        return words(line, hasHashComments(language));
    }

    /** A line of a difference. */
    static StyledLine diff(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return StyledLine.of(Tone.STRONG, line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> StyledLine.of(Tone.GOOD, line);
            case '-' -> StyledLine.of(Tone.BAD, line);
            case '@' -> StyledLine.of(Tone.CODE, line);
            default -> StyledLine.of(line);
        };
    }

    private static boolean hasHashComments(String language) {
        return List.of("py", "python", "sh", "bash", "shell", "yaml", "yml", "toml", "ruby", "rb", "make")
                .contains(language);
    }

    private static StyledLine words(String line, boolean hash) {
        var styled = StyledLine.EMPTY;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end;
            Tone tone = Tone.PLAIN;
            if (line.startsWith("//", at) || line.startsWith("--", at) || (hash && c == '#')) {
                end = line.length();
                tone = Tone.DIM;
            } else if (c == '"' || c == '\'') {
                int close = line.indexOf(c, at + 1);
                end = close < 0 ? line.length() : close + 1;
                tone = Tone.CODE;
            } else if (Character.isLetter(c)) {
                end = wordEnd(line, at);
                tone = WORDS.contains(line.substring(at, end)) ? Tone.STRONG : Tone.PLAIN;
            } else {
                end = at + 1;
            }
            styled = styled.and(tone, line.substring(at, end));
            at = end;
        }
        return styled;
    }

    private static int wordEnd(String line, int at) {
        int end = at;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
