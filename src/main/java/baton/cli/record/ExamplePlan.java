package baton.cli.record;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan that everybody can try: in a clone the one that lies there, elsewhere the one in the jar, unpacked into a folder
 * of its own beside the sessions.
 */
public final class ExamplePlan {
    private static final String PLAN = "prompts/plans/harbour-review.md";
    private static final List<String> PARTS = List.of("prompts", "agent-profiles");

    private ExamplePlan() {}

    /** The folder to work over, and the plan's documents as they are named there. */
    public record Found(Path folder, List<String> plans) {}

    public static Optional<Found> find(Path sessions) throws IOException {
        var root = ExampleSessions.cloneFolder().filter(ExamplePlan::isIn).orElse(sessions.resolve("example"));
        if (!isIn(root)) {
            unpack(root);
        }
        return isIn(root) ? Optional.of(new Found(root, List.of(PLAN, decision(sessions)))) : Optional.empty();
    }

    private static boolean isIn(Path root) {
        return Files.isRegularFile(root.resolve(PLAN));
    }

    /** One decision for whoever watches, as a document of its own beside the plan. */
    private static String decision(Path sessions) throws IOException {
        Path folder = Files.createDirectories(sessions.resolve("screen"));
        Path file = folder.resolve("first-decision.yaml");
        try (var in = ExamplePlan.class.getResourceAsStream("/baton/screen/first-decision.yaml")) {
            if (in == null) {
                throw new IOException("the example's decision is not packaged");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toString();
    }

    private static void unpack(Path target) throws IOException {
        var resource = ExamplePlan.class.getResource("/examples/prompts");
        if (resource == null) {
            return;
        }
        try {
            var place = resource.toURI();
            if (place.getScheme().equals("jar")) {
                try (var jar = FileSystems.newFileSystem(URI.create(place.toString().split("!", 2)[0]), Map.of())) {
                    copy(jar.getPath("/examples"), target);
                }
            } else {
                copy(Path.of(place).resolve(".."), target);
            }
        } catch (URISyntaxException notAPlace) {
            throw new IOException("the packaged example cannot be found", notAPlace);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : PARTS) {
            if (!Files.isDirectory(from.resolve(part))) {
                continue;
            }
            try (var tree = Files.walk(from.resolve(part))) {
                for (Path file : tree.toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
