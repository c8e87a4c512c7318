package baton.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the shipped example sessions stand: beside the program in a clone. */
final class ExampleSessions {
    private ExampleSessions() {}

    /** Folders that may hold examples; none of them is ever written. */
    static List<Path> folders() {
        try {
            var source = Baton.class.getProtectionDomain().getCodeSource();
            if (source == null) {
                return List.of();
            }
            // In a clone the jar is target/app/baton.jar or target/baton-VERSION.jar, classes are in target/classes.
            Path place = Path.of(source.getLocation().toURI());
            for (Path above = place; above != null; above = above.getParent()) {
                if (Files.isRegularFile(above.resolve("pom.xml"))
                        && Files.isDirectory(above.resolve("sessions/examples"))) {
                    return List.of(above.resolve("sessions/examples"));
                }
            }
            return List.of();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return List.of();
        }
    }
}
