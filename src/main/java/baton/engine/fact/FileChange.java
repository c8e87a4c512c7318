package baton.engine.fact;

import java.util.Objects;

/**
 * One file before and after a call.
 *
 * @param path relative to the workspace root, with forward slashes
 * @param beforeSha256 empty where the file was not there
 * @param afterSha256 empty where the file is gone
 * @param kept true where both contents are in the store, so that the change can be shown and taken back
 */
public record FileChange(String path, String beforeSha256, String afterSha256, long afterBytes, boolean kept) {
    public FileChange {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(beforeSha256, "beforeSha256");
        Objects.requireNonNull(afterSha256, "afterSha256");
    }
}
