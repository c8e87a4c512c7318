package baton.cli.record;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import baton.cli.console.Surroundings;

/**
 * Where the shipped example sessions stand: beside the program in a clone, else inside its jar.
 *
 * <p>SQLite cannot read inside a jar, so those are copied once into the user's data folder; like all examples they are never
 * written.
 */
public final class ExampleSessions {
    private static final String PACKED = "examples/sessions/";
    private static final String IN_CLONE = "sessions/examples";

    private ExampleSessions() {}

    /** Folders that may hold examples; none of them is ever written. */
    static List<Path> folders(Surroundings around) {
        return program().flatMap(place -> ofClone(place).or(() -> ofJar(place, around))).stream().toList();
    }

    /** The folder of the clone that the program was built in; empty where it was installed without one. */
    static Optional<Path> cloneFolder() {
        return program().flatMap(ExampleSessions::above);
    }

    /** In a clone the jar is target/app/baton.jar or target/baton-VERSION.jar, classes are in target/classes. */
    private static Optional<Path> program() {
        try {
            var source = ExampleSessions.class.getProtectionDomain().getCodeSource();
            return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    private static Optional<Path> ofClone(Path place) {
        return above(place).map(root -> root.resolve(IN_CLONE));
    }

    private static Optional<Path> above(Path place) {
        for (Path above = place; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve("pom.xml")) && Files.isDirectory(above.resolve(IN_CLONE))) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> ofJar(Path place, Surroundings around) {
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try {
            return unpacked(place, SessionsFolder.ofUser(around).resolve("examples"));
        } catch (IOException noRoom) {
            // A home that cannot be written shows no examples; everything else works as ever.
            return Optional.empty();
        }
    }

    /** The folder with the jar's examples in it; empty where it has none. A file that is there already is not copied again. */
    public static Optional<Path> unpacked(Path jar, Path folder) throws IOException {
        try (var packed = new JarFile(jar.toFile())) {
            var examples = packed.stream()
                    .filter(entry -> entry.getName().startsWith(PACKED) && entry.getName().endsWith(".db")
                            && entry.getName().indexOf('/', PACKED.length()) < 0)
                    .toList();
            for (var entry : examples) {
                unpack(packed, entry, folder.resolve(entry.getName().substring(PACKED.length())));
            }
            return examples.isEmpty() ? Optional.empty() : Optional.of(folder);
        }
    }

    /** Another version of the program brings its own example, of another size or checksum; it takes the older one's place. */
    private static void unpack(JarFile packed, JarEntry entry, Path file) throws IOException {
        Path note = file.resolveSibling(file.getFileName() + ".crc");
        String crc = Long.toHexString(entry.getCrc());
        if (Files.isRegularFile(file) && Files.size(file) == entry.getSize() && Files.isRegularFile(note)
                && Files.readString(note).equals(crc)) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path made = Files.createTempFile(file.getParent(), "example", ".part");
        try (var in = packed.getInputStream(entry)) {
            Files.copy(in, made, StandardCopyOption.REPLACE_EXISTING);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(note, crc);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
