package baton.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import baton.engine.fact.FileChange;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;

/**
 * Shows what agents changed in a workspace and takes it back, from the recorded changes and the contents kept with them.
 *
 * <p>Nothing is lost: a file is taken back only while it is still what the last change left. What somebody changed in between or
 * afterwards is a conflict, and the file stays.
 */
public final class WorkspaceHistory {
    private static final int DIFF_BYTES_MAX = 1024 * 1024;
    private static final int DIFF_LINES_MAX = 20_000;
    private static final int CONTEXT_LINES = 3;

    private final Workspace workspace;
    private final Function<String, Optional<byte[]>> contents;

    /** What became of one file. */
    public sealed interface Undone {
        String path();

        /** It has the content from before again. */
        record Restored(String path) implements Undone {}

        /** It was new and is gone again. */
        record Removed(String path) implements Undone {}

        /** It was as before already. */
        record Unchanged(String path) implements Undone {}

        /** It stays as it is. */
        record Conflict(String path, String why) implements Undone {}
    }

    /** The changes to one file that follow upon each other, as one. */
    private record Net(String path, String before, String after, boolean isBroken) {}

    /** @param contents finds a content by its sha256 */
    public WorkspaceHistory(Workspace workspace, Function<String, Optional<byte[]>> contents) {
        this.workspace = workspace;
        this.contents = contents;
    }

    /** A unified diff of all files, each from the first change to the last; empty where nothing differs. */
    public String diff(List<FileChange> changes) {
        var text = new StringBuilder();
        for (var of : byPath(changes).entrySet()) {
            String before = of.getValue().getFirst().beforeSha256();
            String after = of.getValue().getLast().afterSha256();
            if (!before.equals(after)) {
                text.append(diff(of.getKey(), before, after));
            }
        }
        return text.toString();
    }

    private static Map<String, List<FileChange>> byPath(List<FileChange> changes) {
        var byPath = new LinkedHashMap<String, List<FileChange>>();
        changes.forEach(change -> byPath.computeIfAbsent(change.path(), path -> new ArrayList<>()).add(change));
        return byPath;
    }

    private String diff(String path, String before, String after) {
        String from = before.isEmpty() ? "/dev/null" : "a/" + path;
        String to = after.isEmpty() ? "/dev/null" : "b/" + path;
        var old = content(before);
        var now = content(after);
        if (old.isEmpty() || now.isEmpty()) {
            return header(from, to) + "(the content of " + (old.isEmpty() ? "before" : "after") + " was not kept)\n";
        }
        var oldText = ToolText.decode(old.get());
        var nowText = ToolText.decode(now.get());
        if (oldText.isEmpty() || nowText.isEmpty()) {
            return header(from, to) + "(not text: " + old.get().length + " bytes, now " + now.get().length + ")\n";
        }
        var oldLines = lines(oldText.get());
        var nowLines = lines(nowText.get());
        boolean large = old.get().length > DIFF_BYTES_MAX || now.get().length > DIFF_BYTES_MAX
                || oldLines.size() + nowLines.size() > DIFF_LINES_MAX;
        if (large) {
            return header(from, to) + "(too large to compare: " + oldLines.size() + " lines, now " + nowLines.size()
                    + ")\n";
        }
        var patch = DiffUtils.diff(oldLines, nowLines);
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff(from, to, oldLines, patch, CONTEXT_LINES)) + "\n";
    }

    private static String header(String from, String to) {
        return "--- " + from + "\n+++ " + to + "\n";
    }

    /** As diff tools mark it, since two texts may differ in nothing but the end of their last line. */
    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.set(lines.size() - 1, lines.getLast() + "\n\\ No newline at end of file");
        }
        return lines;
    }

    private Optional<byte[]> content(String sha256) {
        return sha256.isEmpty() ? Optional.of(new byte[0]) : contents.apply(sha256);
    }

    /** Takes the changes back, the newest first; one outcome a file, in the order in which the files were first changed. */
    public List<Undone> undo(List<FileChange> changes) throws IOException {
        var undone = new ArrayList<Undone>();
        for (var of : byPath(changes).entrySet()) {
            undone.add(undo(net(of.getKey(), of.getValue())));
        }
        return undone;
    }

    /** Goes back from the last change as far as each begins where the one before it ended. */
    private static Net net(String path, List<FileChange> changes) {
        int first = changes.size() - 1;
        while (first > 0 && changes.get(first - 1).afterSha256().equals(changes.get(first).beforeSha256())) {
            first--;
        }
        return new Net(path, changes.get(first).beforeSha256(), changes.getLast().afterSha256(), first > 0);
    }

    private Undone undo(Net net) throws IOException {
        try {
            if (net.isBroken()) {
                return new Undone.Conflict(net.path(),
                        "somebody else changed it between the changes; it stays as it is");
            }
            var owned = OwnedPath.ofPerson(WorkspacePath.parse(net.path()));
            String now = workspace.look(owned.path()).isPresent() ? workspace.read(owned.path(), 0).sha256() : "";
            if (now.equals(net.before())) {
                return new Undone.Unchanged(net.path());
            }
            if (!now.equals(net.after())) {
                return new Undone.Conflict(net.path(), now.isEmpty()
                        ? "it was removed since; it stays so"
                        : "it was changed since; it stays as it is");
            }
            return takeBack(net, owned);
        } catch (Refused e) {
            return new Undone.Conflict(net.path(), e.reason());
        }
    }

    private Undone takeBack(Net net, OwnedPath owned) throws IOException, Refused {
        if (net.before().isEmpty()) {
            workspace.delete(owned, net.after());
            return new Undone.Removed(net.path());
        }
        var content = contents.apply(net.before());
        if (content.isEmpty()) {
            return new Undone.Conflict(net.path(), "its content from before was not kept; it stays as it is");
        }
        workspace.write(owned, content.get(), net.after(), "undo " + net.before());
        return new Undone.Restored(net.path());
    }
}
