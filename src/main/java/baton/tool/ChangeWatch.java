package baton.tool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

import baton.tool.Workspace.FileBytes;
import baton.tool.Workspace.Kind;

/**
 * Finds out which files a command changed, by comparing the workspace before and after it.
 *
 * <p>The contents from before are put aside in our private folder, since nobody could bring them back afterwards. Writes of our own
 * tools are told to the watch and are not taken for the command's. Where commands run at the same time, a change belongs to the
 * one that ends first after it. Heavy folders and what lies beyond the bound are not watched; the text says so.
 */
final class ChangeWatch {
    static final int ENTRIES_MAX = 20_000;

    private final Workspace workspace;
    private final PrivateContents aside;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<WorkspacePath, Known> known = new TreeMap<>(
            java.util.Comparator.comparing(WorkspacePath::toString));
    private final List<Change> unclaimed = new ArrayList<>();
    private boolean started;
    private int running;
    private String limits = "";

    /** A file as it was last seen. */
    private record Known(String stamp, String sha256, long size) {}

    /** A file that is not what it was; a side that is not there has an empty hash. */
    record Change(WorkspacePath path, FileBytes before, FileBytes after) {}

    /** @param remark what was not watched, or that other commands ran as well; may be empty */
    record Changes(List<Change> changes, String remark) {}

    /** Something that touches the workspace. */
    interface Writing {
        void run() throws IOException, Refused;
    }

    ChangeWatch(Workspace workspace, PrivateContents aside) {
        this.workspace = workspace;
        this.aside = aside;
    }

    /** Runs a write of our own, so that no command is blamed for it. */
    void write(WorkspacePath path, FileBytes after, Writing writing) throws IOException, Refused {
        lock.lock();
        try {
            writing.run();
            if (started) {
                aside.keep(after.sha256(), after.bytes());
                known.put(path, new Known("", after.sha256(), after.size()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** A command is about to start. */
    void begin() throws IOException, Refused {
        lock.lock();
        try {
            var changes = compare();
            if (running > 0) {
                unclaimed.addAll(changes);
            }
            running++;
        } finally {
            lock.unlock();
        }
    }

    /** A command has ended; also to be called where it never started. */
    Changes end() throws IOException, Refused {
        lock.lock();
        try {
            running--;
            var changes = new ArrayList<>(unclaimed);
            unclaimed.clear();
            changes.addAll(compare());
            String others = running > 0 && !changes.isEmpty()
                    ? "Other commands ran at the same time; some of the changes may be theirs. "
                    : "";
            return new Changes(changes, others + limits);
        } finally {
            lock.unlock();
        }
    }

    private List<Change> compare() throws IOException, Refused {
        var walk = new WorkspaceWalk(workspace, WorkspacePath.DEPTH_MAX, ENTRIES_MAX).from(WorkspacePath.ROOT);
        var changes = new ArrayList<Change>();
        var seen = new TreeSet<String>();
        for (var found : walk.found()) {
            if (found.entry().kind() == Kind.FILE) {
                seen.add(found.path().toString());
                compare(found, walk.cut(), changes);
            }
        }
        if (!walk.cut()) {
            for (var gone : known.keySet().stream().filter(path -> !seen.contains(path.toString())).toList()) {
                changes.add(new Change(gone, before(gone), ContentKeeper.NO_FILE));
                known.remove(gone);
            }
        }
        limits = limits(walk);
        if (!started) {
            started = true;
            return List.of();
        }
        return changes;
    }

    /** @param cut whether the walk ended early; a file that was never seen may then be an old one */
    private void compare(WorkspaceWalk.Found found, boolean cut, List<Change> changes) throws IOException {
        var path = found.path();
        var old = known.get(path);
        if (old != null && old.stamp().equals(found.entry().stamp())) {
            return;
        }
        FileBytes now;
        try {
            now = workspace.read(path, ContentKeeper.BYTES_MAX);
        } catch (FileSystemException | Refused e) {
            // Hard links, unreadable files and files that are still being written are nobody's change yet.
            return;
        }
        boolean changed = old == null ? !cut : !old.sha256().equals(now.sha256());
        if (changed) {
            changes.add(new Change(path, before(path), now));
        }
        if (now.isWhole()) {
            aside.keep(now.sha256(), now.bytes());
        }
        known.put(path, new Known(found.entry().stamp(), now.sha256(), now.size()));
    }

    private FileBytes before(WorkspacePath path) {
        var old = known.get(path);
        if (old == null) {
            return ContentKeeper.NO_FILE;
        }
        byte[] bytes = aside.find(old.sha256()).orElse(new byte[0]);
        return new FileBytes(bytes, old.size(), old.sha256());
    }

    private static String limits(WorkspaceWalk.Result walk) {
        var text = new StringBuilder();
        if (walk.cut()) {
            text.append("Only the first ").append(ENTRIES_MAX).append(" entries of the workspace are watched. ");
        }
        if (!walk.skipped().isEmpty()) {
            text.append("Changes in ").append(ReadingTools.first(walk.skipped())).append(" are not recorded. ");
        }
        return text.toString();
    }
}
