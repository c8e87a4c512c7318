package baton.cli;

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
final class ExamplePlan {
    private static final List<String> PARTS = List.of("prompts", "agent-profiles");

    private ExamplePlan() {}

    /** The folder to work over, and the plan's name in it. */
    record Found(Path folder, String plan) {}

    static Optional<Found> find(Path sessions) throws IOException {
        for (Path examples : ExampleSessions.inClone().stream().toList()) {
            var root = examples.getParent().getParent();
            var plan = planIn(root);
            if (plan.isPresent()) {
                return Optional.of(new Found(root, plan.get()));
            }
        }
        var unpacked = sessions.resolve("example");
        unpack(unpacked);
        return planIn(unpacked).map(plan -> new Found(unpacked, plan));
    }

    private static Optional<String> planIn(Path root) throws IOException {
        var plans = root.resolve("prompts/plans");
        if (!Files.isDirectory(plans)) {
            return Optional.empty();
        }
        try (var files = Files.list(plans)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().findFirst()
                    .map(file -> root.relativize(file).toString());
        }
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
                copy(Path.of(place).getParent(), target);
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
