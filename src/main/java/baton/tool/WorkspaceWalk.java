package baton.tool;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import baton.tool.Workspace.Entry;
import baton.tool.Workspace.Kind;

/**
 * A bounded walk over a workspace in a fixed order: a folder's entries by name, folders before what stands below them.
 *
 * <p>Folders that hold other people's or made files (version control, packages, build results) are left out and counted by name, and
 * links are never entered. To see such a folder, start the walk in it.
 */
final class WorkspaceWalk {
    private static final List<String> HEAVY = List.of(".git", ".hg", ".svn", ".jj", "node_modules", ".venv", "venv",
            "__pycache__", ".gradle", ".tox", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".next", ".terraform");
    private static final List<String> BUILDERS = List.of("pom.xml", "Cargo.toml", "build.sbt", "project.clj");

    private final Workspace workspace;
    private final int depthMax;
    private final int entriesMax;

    /** Something found, with its path. */
    record Found(WorkspacePath path, Entry entry) {}

    /** What the walk met; {@code skipped} and {@code unreadable} are fit to be shown. */
    record Result(List<Found> found, List<String> skipped, List<String> unreadable, boolean cut) {}

    WorkspaceWalk(Workspace workspace, int depthMax, int entriesMax) {
        this.workspace = workspace;
        this.depthMax = depthMax;
        this.entriesMax = entriesMax;
    }

    /** A folder still to be listed; {@code depth} counts from 1. */
    private record Open(WorkspacePath folder, int depth) {}

    Result from(WorkspacePath start) throws IOException, Refused {
        var found = new ArrayList<Found>();
        var skipped = new ArrayList<String>();
        var unreadable = new ArrayList<String>();
        var open = new ArrayDeque<Open>();
        open.add(new Open(start, 1));
        while (!open.isEmpty()) {
            Open next = open.removeFirst();
            var below = new ArrayList<Open>();
            for (Entry entry : entries(next, start, unreadable)) {
                if (found.size() >= entriesMax) {
                    return new Result(found, skipped, unreadable, true);
                }
                visit(next, entry, found, skipped, below, unreadable);
            }
            below.reversed().forEach(open::addFirst);
        }
        return new Result(found, skipped, unreadable, false);
    }

    private List<Entry> entries(Open next, WorkspacePath start, List<String> unreadable) throws IOException, Refused {
        try {
            var entries = workspace.list(next.folder());
            boolean built = entries.stream().anyMatch(entry -> BUILDERS.contains(entry.name()));
            return built ? entries.stream().map(WorkspaceWalk::markTarget).toList() : entries;
        } catch (IOException | Refused e) {
            if (next.folder().equals(start)) {
                throw e;
            }
            unreadable.add(Shown.plain(next.folder() + "/"));
            return List.of();
        }
    }

    /** Beside a build file, {@code target} is a build result; elsewhere it is an ordinary name. */
    private static Entry markTarget(Entry entry) {
        return entry.kind() == Kind.FOLDER && entry.name().equals("target")
                ? new Entry("target", Kind.FOLDER, 0, "heavy")
                : entry;
    }

    private void visit(Open in, Entry entry, List<Found> found, List<String> skipped, List<Open> below,
            List<String> unreadable) {
        WorkspacePath path;
        try {
            path = in.folder().child(entry.name());
        } catch (Refused e) {
            unreadable.add(Shown.plain(in.folder().isRoot() ? entry.name() : in.folder() + "/" + entry.name()));
            return;
        }
        found.add(new Found(path, entry));
        if (entry.kind() == Kind.FOLDER) {
            if (HEAVY.contains(entry.name()) || entry.stamp().equals("heavy")) {
                skipped.add(Shown.plain(path + "/"));
            } else if (in.depth() < depthMax) {
                below.add(new Open(path, in.depth() + 1));
            }
        }
    }
}
