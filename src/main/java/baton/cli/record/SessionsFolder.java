package baton.cli.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import baton.cli.console.PlainStreams;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.runtime.EventStore.StoreException;
import baton.runtime.SessionCatalog;
import baton.runtime.SessionCatalog.Found;
import baton.runtime.SessionRecord;
import baton.store.SqliteCatalog;
import baton.view.text.ScreenText;

/** The folder that holds the sessions, and how the name of one is looked up in it. */
public final class SessionsFolder {
    private final Path folder;
    private final Surroundings around;
    private final SqliteCatalog catalog;

    private SessionsFolder(Path folder, List<Path> examples, Surroundings around) {
        this.folder = folder;
        this.around = around;
        this.catalog = new SqliteCatalog(folder, examples);
    }

    /** The folder named by flag or variable, else {@code ./sessions} where it is, else one of the user's own. */
    public static SessionsFolder find(String named, Surroundings around) {
        Path folder = folder(named, around);
        // In a clone the shipped examples lie in the folder that is also written; each of them says so itself.
        var examples = ExampleSessions.folders(around).stream().filter(place -> !place.equals(folder)).toList();
        return new SessionsFolder(folder, examples, around);
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

    /** The file of the session a person named, with a note where others may read it too. */
    public Path file(String session) {
        Path file = found(session);
        catalog.openToOthers(file).ifPresent(permissions -> new PlainStreams(around).err(new ScreenText(
                "note: others on this machine may read this session (" + permissions + "); chmod 600 " + file).value()
                + "\n"));
        return file;
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
                    nearest.isEmpty() ? "See  baton sessions list." : "Did you mean " + nearest.getFirst() + "?");
        };
    }

    /** Opens a session to read; must be closed. */
    public SessionRecord read(String session) {
        return catalog.openToRead(file(session));
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
