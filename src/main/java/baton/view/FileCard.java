package baton.view;

import baton.engine.fact.FileChange;

/**
 * A file of the workspace that agents changed.
 *
 * @param beforeSha256 before the first change; empty where it was not there
 * @param afterSha256 after the last change; empty where it is gone
 * @param agent who changed it last
 * @param changes how often it was changed
 */
public record FileCard(String path, String beforeSha256, String afterSha256, long bytes, String agent, String task,
        int changes) {

    static FileCard first(FileChange change, String agent, String task) {
        return new FileCard(change.path(), change.beforeSha256(), change.afterSha256(), change.afterBytes(), agent,
                task, 1);
    }

    FileCard and(FileChange change, String by, String of) {
        return new FileCard(path, beforeSha256, change.afterSha256(), change.afterBytes(), by, of, changes + 1);
    }

    /** True where the last change brought back what was there at first. */
    public boolean isAsBefore() {
        return beforeSha256.equals(afterSha256);
    }
}
