package baton.cli.fork;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
 * @param then by path the last change up to the event
 * @param later paths that were changed after it
 */
record FilesAt(Map<String, FileChange> then, Set<String> later) {

    static FilesAt of(SessionRecord record, long seq) {
        var then = new LinkedHashMap<String, FileChange>();
        var later = new LinkedHashSet<String>();
        try (var events = record.events(1, Long.MAX_VALUE)) {
            events.forEach(event -> changes(event.event()).forEach(change -> {
                if (event.seq() <= seq) {
                    then.put(change.path(), change);
                } else {
                    later.add(change.path());
                }
            }));
        }
        return new FilesAt(then, later);
    }

    private static List<FileChange> changes(Object event) {
        return switch (event) {
            case ToolCompleted done -> done.changes();
            case ToolFailed failed -> failed.changes();
            default -> List.of();
        };
    }

    /**
     * Brings a copy of the workspace to what it was then, as far as the record kept it.
     *
     * @param contents finds a content by its sha256
     * @return what could not be brought back, one phrase a file
     */
    List<String> restore(Workspace copy, Function<String, Optional<byte[]>> contents) throws IOException {
        var left = new ArrayList<String>();
        for (var change : then.values()) {
            try {
                restore(copy, change, contents).ifPresent(left::add);
            } catch (Refused refused) {
                left.add(change.path() + ": " + refused.reason());
            }
        }
        for (String path : later) {
            if (!then.containsKey(path) && isThere(copy, path)) {
                left.add(path + " was changed later and is seen as it is now");
            }
        }
        return left;
    }

    private static Optional<String> restore(Workspace copy, FileChange change,
            Function<String, Optional<byte[]>> contents) throws IOException, Refused {
        var owned = OwnedPath.ofPerson(WorkspacePath.parse(change.path()));
        String now = copy.look(owned.path()).isPresent() ? copy.read(owned.path(), 0).sha256() : "";
        if (now.equals(change.afterSha256())) {
            return Optional.empty();
        }
        if (change.afterSha256().isEmpty()) {
            return Optional.of(change.path() + " had been removed, and is there");
        }
        var content = contents.apply(change.afterSha256());
        if (content.isEmpty()) {
            return Optional.of(change.path() + ": its content was not kept");
        }
        copy.write(owned, content.get(), now, "fork " + change.afterSha256());
        return Optional.empty();
    }

    private static boolean isThere(Workspace copy, String path) throws IOException {
        try {
            return copy.look(WorkspacePath.parse(path)).isPresent();
        } catch (Refused refused) {
            return false;
        }
    }
}
