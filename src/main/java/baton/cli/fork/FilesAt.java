package baton.cli.fork;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.engine.fact.Event;
import baton.engine.fact.FileChange;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.runtime.SessionRecord;
import baton.tool.OwnedPath;
import baton.tool.Refused;
import baton.tool.Workspace;
import baton.tool.WorkspacePath;

/**
 * The files that agents of a session had changed up to an event.
 *
 * @param then by path what they were before the first change, and after the last one up to the event
 * @param later paths that were changed after it
 */
record FilesAt(Map<String, FileChange> then, Set<String> later) {
    /** Finds a content by its sha256. */
    @FunctionalInterface
    interface Contents {
        Optional<byte[]> find(String sha256);
    }

    /** What may be written over. */
    enum Over {
        /** Whatever there is: the copy is ours. */
        ANYTHING,
        /** Only what the agents themselves began with, so that nothing of a person's is lost. */
        WHAT_WAS_BEFORE
    }

    static FilesAt of(SessionRecord record, long seq) {
        var then = new LinkedHashMap<String, FileChange>();
        var later = new LinkedHashSet<String>();
        try (var events = record.events(1, Long.MAX_VALUE)) {
            events.forEach(event -> changes(event.event()).forEach(change -> {
                if (event.seq() <= seq) {
                    then.merge(change.path(), change, (first, last) -> new FileChange(last.path(),
                            first.beforeSha256(), last.afterSha256(), last.afterBytes(), last.kept()));
                } else {
                    later.add(change.path());
                }
            }));
        }
        return new FilesAt(then, later);
    }

    private static List<FileChange> changes(Event event) {
        return switch (event) {
            case ToolCompleted done -> done.changes();
            case ToolFailed failed -> failed.changes();
            default -> List.of();
        };
    }

    /**
     * Brings a workspace to what it was then, as far as the record kept it.
     *
     * @return what could not be brought back, one phrase a file
     */
    List<String> restore(Workspace workspace, Over over, Contents contents) throws IOException {
        var left = new ArrayList<String>();
        for (var change : then.values()) {
            try {
                restore(workspace, change, over, contents).ifPresent(left::add);
            } catch (Refused refused) {
                left.add(change.path() + ": " + refused.reason());
            }
        }
        for (String path : later) {
            if (!then.containsKey(path) && isThere(workspace, path)) {
                left.add(path + " was changed later and is seen as it is now");
            }
        }
        return left;
    }

    private static Optional<String> restore(Workspace workspace, FileChange change, Over over, Contents contents)
            throws IOException, Refused {
        var owned = OwnedPath.ofPerson(WorkspacePath.parse(change.path()));
        String now = workspace.look(owned.path()).isPresent() ? workspace.read(owned.path(), 0).sha256() : "";
        if (now.equals(change.afterSha256())) {
            return Optional.empty();
        }
        if (over == Over.WHAT_WAS_BEFORE && !now.equals(change.beforeSha256())) {
            return Optional.of(change.path() + " stays as it is: it is not what agents began with");
        }
        if (change.afterSha256().isEmpty()) {
            return Optional.of(change.path() + " had been removed, and is there");
        }
        var content = contents.find(change.afterSha256());
        if (content.isEmpty()) {
            return Optional.of(change.path() + ": its content was not kept");
        }
        workspace.write(owned, content.get(), now, "fork " + change.afterSha256());
        return Optional.empty();
    }

    private static boolean isThere(Workspace workspace, String path) throws IOException {
        try {
            return workspace.look(WorkspacePath.parse(path)).isPresent();
        } catch (Refused refused) {
            return false;
        }
    }
}
