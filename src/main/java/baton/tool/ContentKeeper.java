package baton.tool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import baton.engine.fact.FileChange;
import baton.runtime.Content;
import baton.tool.Workspace.FileBytes;

/**
 * Decides which contents of a changed file go into the session: both, where they are small enough and hold no secret.
 *
 * <p>What may not go there is put into our private folder, so that undo still finds it on this machine.
 */
final class ContentKeeper {
    /** The largest file that is kept. */
    static final int BYTES_MAX = 5 * 1024 * 1024;

    private final UnaryOperator<String> redact;
    private final PrivateContents aside;

    /** A change and the contents that go with it. */
    record Kept(FileChange change, List<Content> contents) {}

    ContentKeeper(UnaryOperator<String> redact, PrivateContents aside) {
        this.redact = redact;
        this.aside = aside;
    }

    /** One side of a change that is not there: no file. */
    static final FileBytes NO_FILE = new FileBytes(new byte[0], 0, "");

    Kept keep(WorkspacePath path, FileBytes before, FileBytes after) {
        boolean kept = isKeepable(before) && isKeepable(after);
        var contents = new ArrayList<Content>();
        for (FileBytes side : List.of(before, after)) {
            if (kept && !side.sha256().isEmpty()) {
                contents.add(new Content(side.sha256(), side.bytes()));
            } else if (side.isWhole() && !side.sha256().isEmpty()) {
                aside.keep(side.sha256(), side.bytes());
            }
        }
        var change = new FileChange(path.toString(), before.sha256(), after.sha256(), after.size(), kept);
        return new Kept(change, contents);
    }

    private boolean isKeepable(FileBytes side) {
        if (!side.isWhole() || side.size() > BYTES_MAX) {
            return false;
        }
        String text = new String(side.bytes(), StandardCharsets.ISO_8859_1);
        return redact.apply(text).equals(text);
    }
}
