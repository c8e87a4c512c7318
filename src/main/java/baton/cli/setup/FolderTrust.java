package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

import baton.cli.console.Surroundings;
import baton.runtime.Content;
import baton.tool.TrustStore;
import baton.tool.TrustStore.Kind;
import baton.tool.TrustStore.Subject;

/** What a person has allowed in a folder; bound to the content of the files in it that could set or start something. */
public final class FolderTrust {
    private static final List<String> FILES = List.of(SettingsFiles.PROJECT_FILE, ".mcp.json");

    private final TrustStore store;

    private FolderTrust(TrustStore store) {
        this.store = store;
    }

    public static FolderTrust of(Surroundings around) {
        String state = around.variable("XDG_STATE_HOME");
        Path base = state.isEmpty() ? around.home().resolve(".local/state") : Path.of(state);
        return new FolderTrust(new TrustStore(base.resolve("baton")));
    }

    public TrustStore store() {
        return store;
    }

    public boolean isTrusted(Path folder) {
        return store.isTrusted(Subject.of(Kind.FOLDER, folder), fingerprint(folder));
    }

    public void grant(Path folder) throws IOException {
        store.grant(Subject.of(Kind.FOLDER, folder), fingerprint(folder), System.currentTimeMillis());
    }

    /** Takes back the yes to the folder and to everything of it. */
    public void revoke(Path folder) throws IOException {
        store.revoke(Subject.of(Kind.FOLDER, folder));
        store.revoke(Subject.of(Kind.PLAN_CHECKS, folder));
        store.revoke(settings(folder));
    }

    /** True where the folder's settings, as they are now, may set what costs or starts something. */
    boolean trustsSettings(Path folder) {
        return store.isTrusted(settings(folder), hash(folder.resolve(SettingsFiles.PROJECT_FILE)));
    }

    public void grantSettings(Path folder) throws IOException {
        store.grant(settings(folder), hash(folder.resolve(SettingsFiles.PROJECT_FILE)), System.currentTimeMillis());
    }

    private static Subject settings(Path folder) {
        return Subject.of(Kind.PROJECT_SETTINGS, folder.resolve(SettingsFiles.PROJECT_FILE));
    }

    /** True where exactly these commands may run in the folder as checks of a plan. */
    public boolean trustsChecks(Path folder, Collection<String> commands) {
        return store.isTrusted(Subject.of(Kind.PLAN_CHECKS, folder), fingerprint(commands));
    }

    public void grantChecks(Path folder, Collection<String> commands) throws IOException {
        store.grant(Subject.of(Kind.PLAN_CHECKS, folder), fingerprint(commands), System.currentTimeMillis());
    }

    private static String fingerprint(Collection<String> commands) {
        return Content.of(String.join("\n", commands)).sha256();
    }

    /** Changes with every byte of the files that count; an absent file counts as empty. */
    private static String fingerprint(Path folder) {
        var hashes = new StringBuilder();
        for (String name : FILES) {
            hashes.append(name).append(' ').append(hash(folder.resolve(name))).append('\n');
        }
        return Content.of(hashes.toString()).sha256();
    }

    /** Words of their own stand for a file that is not there or cannot be read. */
    private static String hash(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Content.of(Files.readAllBytes(file)).sha256()
                    : Content.of("absent").sha256();
        } catch (IOException unreadable) {
            return Content.of("unreadable").sha256();
        }
    }
}
