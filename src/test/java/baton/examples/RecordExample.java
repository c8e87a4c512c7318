package baton.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import baton.runtime.SessionCatalog.Found;
import baton.store.SqliteCatalog;

/**
 * Puts a recorded session among the shipped examples; run by hand after a change of rules, never by a test.
 *
 * <p>Arguments: the folder of the sessions, the session's name, and the file to write, which must not be there yet.
 */
public final class RecordExample {
    private RecordExample() {}

    public static void main(String[] arguments) throws IOException {
        var catalog = new SqliteCatalog(Path.of(arguments[0]), List.of());
        var file = switch (catalog.find(arguments[1])) {
            case Found.One(var one) -> Optional.of(one);
            case Found.Nothing ignored -> Optional.<Path>empty();
            case Found.Several ignored -> Optional.<Path>empty();
        };
        var target = Path.of(arguments[2]);
        Files.createDirectories(target.toAbsolutePath().resolveSibling("."));
        catalog.copy(file.orElseThrow(() -> new IllegalArgumentException("no session " + arguments[1])), target, true);
    }
}
