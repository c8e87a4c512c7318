package baton.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import baton.runtime.Content;
import baton.tool.TrustStore;
import baton.tool.TrustStore.Kind;
import baton.tool.TrustStore.Subject;

/** What a person has allowed in a folder; bound to the content of the files in it that could set or start something. */
final class FolderTrust {
    private static final List<String> FILES = List.of(SettingsFiles.PROJECT_FILE, ".mcp.json");

    private final TrustStore store;

    private FolderTrust(TrustStore store) {
        this.store = store;
    }

    static FolderTrust of(Surroundings around) {
        String state = around.variable("XDG_STATE_HOME");
        Path base = state.isEmpty() ? around.home().resolve(".local/state") : Path.of(state);
        return new FolderTrust(new TrustStore(base.resolve("baton")));
    }

    TrustStore store() {
        return store;
    }

    boolean isTrusted(Path folder) {
        return store.isTrusted(Subject.of(Kind.FOLDER, folder), fingerprint(folder));
    }

    void grant(Path folder) throws IOException {
        store.grant(Subject.of(Kind.FOLDER, folder), fingerprint(folder), System.currentTimeMillis());
    }

    void revoke(Path folder) throws IOException {
        store.revoke(Subject.of(Kind.FOLDER, folder));
    }

    /** Changes with every byte of the files that count; an absent file counts as empty. */
    private static String fingerprint(Path folder) {
        var hashes = new StringBuilder();
        for (String name : FILES) {
            hashes.append(name).append(' ').append(hash(folder.resolve(name))).append('\n');
        }
        return Content.of(hashes.toString()).sha256();
    }

    private static String hash(Path file) {
        try {
            return Files.isRegularFile(file) ? Content.of(Files.readAllBytes(file)).sha256() : "absent";
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
