package baton.cli.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import baton.cli.console.PlainStreams;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.setup.SideFolders;
import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionCatalog;
import baton.runtime.SessionCatalog.Found;
import baton.runtime.SessionRecord;
import baton.settings.CommandLine;
import baton.store.SqliteCatalog;
import baton.view.text.ScreenText;
import baton.view.text.Typing;

/** The folder that holds the sessions, and how the name of one is looked up in it. */
public final class SessionsFolder {
    private final Path folder;
    /** The folder as a command must name it, or empty where it is found without. */
    private final String flag;
    private final Surroundings around;
    private final SqliteCatalog catalog;

    /** The files of sessions that a person named by their file, and how they wrote it; by the session's name. */
    private final Map<String, ByFile> byFile = new ConcurrentHashMap<>();

    private record ByFile(Path file, String typed) {}

    private SessionsFolder(Path folder, String flag, List<Path> examples, Surroundings around) {
        this.folder = folder;
        this.flag = flag;
        this.around = around;
        this.catalog = new SqliteCatalog(folder, examples);
    }

    /** The folder named by flag or variable, else {@code ./sessions} where it is, else one of the user's own. */
    public static SessionsFolder find(String named, Surroundings around) {
        Path folder = folder(named, around);
        // In a clone the shipped examples lie in the folder that is also written; each of them says so itself.
        var examples = ExampleSessions.folders(around).stream().filter(place -> !place.equals(folder)).toList();
        boolean found = named.isEmpty() || named.equals(around.variable(Setting.SESSIONS.variable()));
        return new SessionsFolder(folder, found ? "" : " --sessions " + CommandLine.quoted(List.of(named)), examples,
                around);
    }

    private static Path folder(String named, Surroundings around) {
        if (!named.isEmpty()) {
            return around.resolve(named);
        }
        Path here = around.folder().resolve("sessions");
        if (Files.isDirectory(here)) {
            return here;
        }
        return ofUser(around).resolve("sessions");
    }

    /** The folder for what belongs to the user and to no project. */
    static Path ofUser(Surroundings around) {
        String shared = around.variable("XDG_DATA_HOME");
        Path base = shared.isEmpty() ? around.home().resolve(".local/share") : Path.of(shared);
        return base.resolve("baton");
    }

    public Path folder() {
        return folder;
    }

    public SqliteCatalog catalog() {
        return catalog;
    }

    /** The file of the session a person named. One named by its file is found by its name as well from then on. */
    public Path file(String session) {
        var known = byFile.get(session);
        if (known != null) {
            return known.file();
        }
        Path file = found(session);
        if (session.indexOf('/') >= 0 || session.endsWith(SideFolders.SUFFIX)) {
            byFile.put(SideFolders.nameOf(file), new ByFile(file, session));
        }
        return file;
    }

    /** A note where others may read the session too; only of one that could be opened. */
    public void noteOpenToOthers(Path file) {
        catalog.openToOthers(file).ifPresent(permissions -> new PlainStreams(around).err(new ScreenText(
                "note: others on this machine may read this session (" + permissions + "); chmod 600 " + file).value()
                + "\n"));
    }

    /** How commands for the session with this name are typed from where the person is. */
    public Typing typing(String session) {
        var known = byFile.get(session);
        if (known == null) {
            return around.typing().of(session, session + flag);
        }
        String typed = CommandLine.quoted(List.of(known.typed()));
        return around.typing().of(session, Files.isRegularFile(around.resolve(known.typed())) ? typed : typed + flag);
    }

    /** What they may have meant is said where there is none. */
    private Path found(String session) {
        return switch (catalog.find(session)) {
            case Found.One(Path file) -> file;
            case Found.Several(List<String> names) -> throw UserError.refused(
                    "\"" + session + "\" is the start of several sessions: " + String.join(", ", names),
                    "Write more of the name.");
            case Found.Nothing(List<String> nearest) -> throw UserError.refused(
                    session.equals("last")
                            ? "there is no session in " + folder + " yet"
                            : "there is no session \"" + session + "\" in " + folder,
                    nearest.isEmpty()
                            ? "See  baton sessions list" + flag + "."
                            : "Did you mean " + nearest.getFirst() + "?");
        };
    }

    /** Opens a session to read; must be closed. */
    public SessionRecord read(String session) {
        Path file = file(session);
        var record = catalog.openToRead(file);
        noteOpenToOthers(file);
        return record;
    }

    /** The listing of a session's file, where it can be listed. */
    Optional<SessionCatalog.Listing> listing(Path file) {
        try {
            return catalog.list().stream().filter(listing -> listing.file().equals(file)).findFirst();
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }
}
