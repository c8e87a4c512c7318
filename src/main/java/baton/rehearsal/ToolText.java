package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what the tools answer: file contents with or without line numbers, and listings in any layout. */
final class ToolText {
    private static final Pattern NUMBERED = Pattern.compile("\\s*(\\d{1,7})(?:\\t|[|:│]|  ?)(.*)");
    private static final Pattern HEAD = Pattern.compile(".*: \\d+ bytes, sha256 [0-9a-f]{64}, .*:");
    private static final Pattern NOTE = Pattern.compile("\\[(?:cut here|the file goes on)[^]]*]");
    private static final Pattern PATH_LIKE = Pattern.compile("/?\\.?[\\w][\\w.@+-]*(?:/[\\w.@+-]+)*\\.\\w{1,8}");
    private static final List<String> READABLE = List.of(".md", ".txt", ".adoc", ".rst", ".yaml", ".yml", ".json",
            ".csv", ".toml", ".sql", ".java", ".go", ".py", ".ts", ".js", ".tf", ".rs", ".kt", ".sh");

    private ToolText() {}

    /** The file's own text from its first line; empty where the answer holds none, such as "there is no such file". */
    static Optional<String> fileText(String answer) {
        var lines = answer.lines().toList();
        if (!lines.isEmpty() && HEAD.matcher(lines.getFirst()).matches()) {
            return Optional.of(lines.stream().skip(1).filter(line -> !NOTE.matcher(line).matches())
                    .collect(Collectors.joining("\n")));
        }
        var numbered = numbered(lines);
        if (!numbered.isEmpty() && numbered.size() + 3 >= lines.size()) {
            return Optional.of(String.join("\n", numbered));
        }
        // A refusal is a sentence or two; a file worth reading is more.
        return lines.size() <= 2 ? Optional.empty() : Optional.of(answer);
    }

    private static List<String> numbered(List<String> lines) {
        var numbered = new ArrayList<String>();
        int expected = -1;
        for (String line : lines) {
            Matcher matcher = NUMBERED.matcher(line);
            if (matcher.matches() && (expected < 0 || Integer.parseInt(matcher.group(1)) == expected)) {
                expected = Integer.parseInt(matcher.group(1)) + 1;
                numbered.add(matcher.group(2));
            }
        }
        return numbered;
    }

    /** Every path in a listing or in a plan's words, as written, without a leading slash. */
    static List<String> paths(String text) {
        var paths = new ArrayList<String>();
        Matcher matcher = PATH_LIKE.matcher(text);
        while (matcher.find()) {
            String path = plain(matcher.group());
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
        return List.copyOf(paths);
    }

    static boolean isReadable(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return READABLE.stream().anyMatch(lower::endsWith);
    }

    /** A path as the tools name it: relative to the workspace root. */
    static String plain(String path) {
        String plain = path.strip();
        while (plain.startsWith("/") || plain.startsWith("./")) {
            plain = plain.substring(plain.indexOf('/') + 1);
        }
        return plain;
    }

    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
