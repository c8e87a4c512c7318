package baton.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a command sees of our environment: the few variables that programs need to work, and none that could hold a key.
 *
 * <p>{@code HOME} is an empty folder of ours, so that a tool's saved logins are not at hand. Build tools find their caches through
 * the variables named in {@link #PASSED} where the person has set them.
 */
final class CommandEnvironment {
    static final String MARKER = "BATON_COMMAND";

    private static final List<String> PASSED = List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "JAVA_HOME",
            "M2_HOME",
            "MAVEN_HOME", "GRADLE_HOME", "GRADLE_USER_HOME", "CARGO_HOME", "RUSTUP_HOME", "GOROOT", "GOPATH", "GOCACHE",
            "NVM_DIR", "PYENV_ROOT", "VIRTUAL_ENV", "ANDROID_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR", "SYSTEMROOT");

    private final Map<String, String> ours;

    CommandEnvironment(Map<String, String> ours) {
        this.ours = new TreeMap<>(ours);
    }

    static CommandEnvironment ofThisProcess() {
        return new CommandEnvironment(System.getenv());
    }

    Map<String, String> variables(Path home, Path temporary, String marker) {
        var variables = new TreeMap<String, String>();
        for (String name : PASSED) {
            String value = ours.get(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        variables.put("HOME", home.toString());
        variables.put("TMPDIR", temporary.toString());
        variables.put("TERM", "dumb");
        variables.put("NO_COLOR", "1");
        variables.put("PAGER", "cat");
        variables.put("GIT_PAGER", "cat");
        variables.put("GIT_TERMINAL_PROMPT", "0");
        variables.put("GIT_EDITOR", "true");
        variables.put(MARKER, marker);
        return variables;
    }

    /** A program on the path; empty where there is none. */
    Optional<Path> find(String program) {
        return Stream.of(ours.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> path(folder, program).stream())
                .filter(path -> path.isAbsolute() && Files.isRegularFile(path) && Files.isExecutable(path))
                .findFirst();
    }

    private static Optional<Path> path(String folder, String program) {
        try {
            return Optional.of(Path.of(folder, program));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Asked before the start, because behind {@code setsid} a missing program would look like one that failed. */
    boolean canStart(String program, Path folder) {
        try {
            return program.indexOf('/') >= 0 ? Files.isExecutable(folder.resolve(program)) : find(program).isPresent();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
