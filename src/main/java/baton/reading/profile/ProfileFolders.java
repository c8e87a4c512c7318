package baton.reading.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.Problem;
import baton.profile.AgentProfile;
import baton.profile.ProfileCatalog;
import baton.reading.source.Read;
import baton.reading.source.SourceFiles;

/**
 * The folders in which agent files live, strongest first: those named on the command line, the project's, the user's.
 *
 * @param project
 *            the folder that relative names start from
 * @param home
 *            the user's home folder
 * @param explicit
 *            folders or single files named by the person; one that is absent is an error, others may be
 */
public record ProfileFolders(Path project, Path home, List<Path> explicit) {

    private static final int DEPTH_MAX = 4;
    private static final int FILES_MAX = 2_000;
    private static final List<String> OF_PROJECT = List.of("agent-profiles", ".baton/agents", ".claude/agents",
            ".github/agents", ".opencode/agent", ".opencode/agents", ".gemini/agents", ".codex/agents");
    private static final List<String> OF_USER = List.of(".config/baton/agents", ".claude/agents", ".copilot/agents",
            ".config/opencode/agent", ".config/opencode/agents", ".gemini/agents", ".codex/agents");
    private static final Set<String> NO_PROFILE = Set.of("readme.md", "agents.md", "claude.md", "gemini.md",
            "contributing.md", "changelog.md", "license.md", "index.md");

    public ProfileFolders {
        explicit = List.copyOf(explicit);
    }

    /** What was found: the profiles, and what can't be taken or was assumed, file by file. */
    public record Found(ProfileCatalog catalog, List<Problem> problems) {
        public Found {
            problems = List.copyOf(problems);
        }
    }

    /** Reads every agent file of every folder. A broken file costs its own profile and no other. */
    public Found load() {
        List<Problem> problems = new ArrayList<>();
        List<AgentProfile> profiles = new ArrayList<>();
        for (Path file : files(problems)) {
            Read<AgentProfile> read = ProfileReader.read(SourceFiles.read(file, shownAs(file)));
            problems.addAll(read.problems());
            if (read instanceof Read.Taken<AgentProfile>(var profile, _)) {
                profiles.add(profile);
            }
        }
        var catalog = ProfileCatalog.of(profiles);
        for (ProfileCatalog.Shadowed shadowed : catalog.shadowed()) {
            problems.add(Problem.note("profile-shadowed", new Place(shadowed.profile().path(), 0), "the profile \""
                    + shadowed.profile().id() + "\" is not used, because " + shadowed.byPath() + " comes first", ""));
        }
        return new Found(catalog, problems);
    }

    private List<Path> files(List<Problem> problems) {
        Set<Path> files = new LinkedHashSet<>();
        for (Path named : explicit) {
            Path path = project.resolve(named);
            if (Files.isRegularFile(path)) {
                files.add(path);
            } else if (Files.isDirectory(path)) {
                files.addAll(inFolder(path, path, problems));
            } else {
                problems.add(Problem.error("profile-folder-absent", new Place(named.toString(), 0),
                        "there is no such folder or file", "Check --profiles."));
            }
        }
        for (String folder : OF_PROJECT) {
            files.addAll(inFolder(project.resolve(folder), project, problems));
        }
        for (String folder : OF_USER) {
            files.addAll(inFolder(home.resolve(folder), home, problems));
        }
        return List.copyOf(files);
    }

    /** The agent files below a folder, sorted by path. A link that leads out of {@code bounds} is not followed. */
    private List<Path> inFolder(Path folder, Path bounds, List<Problem> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder, DEPTH_MAX)) {
            Path realBounds = bounds.toRealPath();
            List<Path> files = new ArrayList<>();
            for (Path file : below.filter(ProfileFolders::isAgentFile).sorted().limit(FILES_MAX).toList()) {
                if (file.toRealPath().startsWith(realBounds)) {
                    files.add(file);
                } else {
                    problems.add(Problem.warning("profile-link", new Place(shownAs(file), 0),
                            "this link leads out of the folder and was not followed", "Copy the file instead."));
                }
            }
            return files;
        } catch (IOException failure) {
            problems.add(Problem.warning("profile-folder", new Place(shownAs(folder), 0),
                    "the folder can't be read: " + SourceFiles.why(failure), "Check its permissions."));
            return List.of();
        }
    }

    private static boolean isAgentFile(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".md") || name.endsWith(".toml")) && !NO_PROFILE.contains(name)
                && Files.isRegularFile(file);
    }

    private String shownAs(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = project.toAbsolutePath().normalize();
        Path own = home.toAbsolutePath().normalize();
        return absolute.startsWith(base)
                ? base.relativize(absolute).toString()
                : absolute.startsWith(own) ? "~/" + own.relativize(absolute) : absolute.toString();
    }
}
