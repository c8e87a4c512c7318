package baton.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import baton.engine.Effect.CallTool;
import baton.runtime.ToolBox.Result;
import baton.tool.Workspace.Entry;
import baton.tool.Workspace.Kind;
import baton.tool.WorkspaceWalk.Found;

/** The tools that list folders and read files. */
final class ReadingTools {
    /** Files are shown up to this size; larger ones from their beginning. */
    static final long READ_BYTES_MAX = 5L * 1024 * 1024;

    private static final int LIST_ENTRIES_MAX = 1_000;
    private static final int WALK_ENTRIES_MAX = 20_000;
    private static final int LINES_MAX = 2_000;

    private final Workspace workspace;
    private final PathReader paths;
    private final UnaryOperator<String> redact;

    ReadingTools(Workspace workspace, PathReader paths, UnaryOperator<String> redact) {
        this.workspace = workspace;
        this.paths = paths;
        this.redact = redact;
    }

    /** What the agent may not read is not listed either. */
    Result list(CallTool call) throws IOException, Refused {
        var confines = PathConfines.of(call.confines());
        var arguments = ToolArguments.parse(call.argumentsJson(), List.of("path", "depth", "glob"));
        var path = paths.parse(arguments.optionalText("path").orElse(""));
        var globText = arguments.optionalText("glob");
        Optional<Glob> glob = globText.isPresent() ? Optional.of(Glob.ofFilter(globText.get())) : Optional.empty();
        int depth = arguments.number("depth", glob.isPresent() ? WorkspacePath.DEPTH_MAX : 1, WorkspacePath.DEPTH_MAX);
        Entry start = workspace.look(path)
                .orElseThrow(() -> new Refused(Shown.quoted(path.toString()) + " is not there."));
        if (start.kind() != Kind.FOLDER) {
            confines.require(path);
            return Result.done(line(new Found(path, start)));
        }
        var walk = new WorkspaceWalk(workspace, depth, WALK_ENTRIES_MAX).from(path);
        var lines = new ArrayList<String>();
        walk.found().stream().filter(found -> confines.let(found.path()))
                .filter(found -> glob.isEmpty() || glob.get().matches(found.path()))
                .map(ReadingTools::line).forEach(lines::add);
        return Result.done(listing(path, lines, walk));
    }

    private static String listing(WorkspacePath path, List<String> lines, WorkspaceWalk.Result walk) {
        var text = new StringBuilder();
        text.append(path.isRoot() ? "The workspace" : Shown.quoted(path.toString())).append(": ").append(lines.size())
                .append(lines.size() == 1 ? " entry" : " entries");
        if (lines.size() > LIST_ENTRIES_MAX) {
            text.append(", of which the first ").append(LIST_ENTRIES_MAX).append(" are listed");
        }
        text.append('\n');
        lines.stream().limit(LIST_ENTRIES_MAX).forEach(line -> text.append(line).append('\n'));
        if (!walk.skipped().isEmpty()) {
            text.append("Not looked into: ").append(first(walk.skipped())).append('\n');
        }
        if (!walk.unreadable().isEmpty()) {
            text.append("Cannot be named or opened: ").append(first(walk.unreadable())).append('\n');
        }
        if (walk.cut()) {
            text.append("The list ends after ").append(WALK_ENTRIES_MAX).append(" entries; name a folder.\n");
        }
        return ToolText.cut(text.toString(), ToolText.CHARS_MAX);
    }

    static String first(List<String> names) {
        int shown = 10;
        String text = String.join(", ", names.subList(0, Math.min(shown, names.size())));
        return names.size() > shown ? text + " and " + (names.size() - shown) + " more" : text;
    }

    private static String line(Found found) {
        String path = Shown.plain(found.path().toString());
        return switch (found.entry().kind()) {
            case FOLDER -> path + "/";
            case FILE -> path + "  " + found.entry().bytes() + " bytes";
            case LINK -> path + "  (a link, not followed)";
            case OTHER -> path + "  (not a regular file)";
        };
    }

    Result read(CallTool call) throws IOException, Refused {
        var arguments = ToolArguments.parse(call.argumentsJson(), List.of("path", "from_line", "lines"));
        var path = paths.parse(arguments.text("path"));
        PathConfines.of(call.confines()).require(path);
        int from = arguments.number("from_line", 1, Integer.MAX_VALUE);
        int count = arguments.number("lines", LINES_MAX, LINES_MAX);
        var file = workspace.read(path, READ_BYTES_MAX);
        String head = Shown.plain(path.toString()) + ": " + file.size() + " bytes, sha256 " + file.sha256();
        var decoded = ToolText.decode(file.isWhole() ? file.bytes() : wholeLines(file.bytes()));
        if (decoded.isEmpty()) {
            return Result.done(head + ", not text in UTF-8; its content is not shown.");
        }
        // Redacted as a whole, because a part of a secret is not known for one.
        var lines = redact.apply(decoded.get()).lines().toList();
        if (from > Math.max(1, lines.size())) {
            throw new Refused(head + ", " + lines.size() + " lines; there is no line " + from + ".");
        }
        return Result.done(head + ", " + part(lines, from, count, file.isWhole()));
    }

    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static String part(List<String> lines, int from, int count, boolean whole) {
        var shown = new StringBuilder();
        int next = from;
        while (next <= lines.size() && next < (long) from + count) {
            String line = lines.get(next - 1);
            if (shown.length() + line.length() > ToolText.CHARS_MAX && next > from) {
                break;
            }
            shown.append(ToolText.cut(line, ToolText.CHARS_MAX)).append('\n');
            next++;
        }
        var text = new StringBuilder().append(whole ? "" : "at least ").append(lines.size())
                .append(lines.size() == 1 ? " line" : " lines");
        boolean all = from == 1 && next > lines.size();
        if (!all) {
            text.append(", lines ").append(from).append(" to ").append(next - 1).append(" shown");
        }
        text.append(":\n").append(shown);
        if (next <= lines.size()) {
            text.append("[cut here; go on with from_line ").append(next).append("]\n");
        } else if (!whole) {
            text.append("[the file goes on, but only its first ").append(READ_BYTES_MAX / (1024 * 1024))
                    .append(" MB can be read]\n");
        }
        return text.toString();
    }
}
