package baton.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;

/** Finds names for new sessions of one directory, which is made where it is not there. */
final class NewSessionFiles {
    private static final int NAMES_MAX = 20;

    private final Path directory;
    private final RandomGenerator random = new SecureRandom();

    NewSessionFiles(Path directory) {
        this.directory = directory;
    }

    /** Makes an empty file for a session of this title. */
    Path make(String title, long atMs) {
        SessionFiles.makeDirectory(directory);
        for (int tries = 0; tries < NAMES_MAX; tries++) {
            Path file = name(title, atMs);
            try {
                SessionFiles.makeFile(file);
                return file;
            } catch (FileAlreadyExistsException taken) {
                // Another name is tried.
            } catch (IOException e) {
                throw new StoreException(Kind.NO_PLACE,
                        "no session can be made in " + directory + ": " + SessionFiles.why(e), e);
            }
        }
        throw new StoreException(Kind.BROKEN, "no free name for a session in " + directory);
    }

    /** A file that nobody has, neither whole nor in the making; drafts that were given up are cleared away. */
    Path free(String title, long atMs) {
        SessionFiles.makeDirectory(directory);
        SessionFiles.clearParts(directory);
        for (int tries = 0; tries < NAMES_MAX; tries++) {
            Path file = name(title, atMs);
            if (!Files.exists(file) && !Files.exists(SessionFiles.partOf(file))) {
                return file;
            }
        }
        throw new StoreException(Kind.BROKEN, "no free name for a session in " + directory);
    }

    private Path name(String title, long atMs) {
        return directory.resolve(SessionName.make(title, atMs, random) + SessionName.SUFFIX);
    }

    /** What is left where this fails is an empty file, which the list shows as such; reported is why nothing was made. */
    static void removeQuietly(Path file, StoreException failure) {
        try {
            SessionFiles.remove(file);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }
}
