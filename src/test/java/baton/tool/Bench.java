package baton.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import baton.engine.Effect.CallTool;
import baton.engine.Effect.PathRule;
import baton.engine.Sha256;
import baton.engine.fact.Action;
import baton.runtime.ToolBox.Result;

/** A workspace, something outside that nobody may touch, and a tool box; made anew for every test. */
final class Bench implements AutoCloseable {
    static final String SECRET = "the secret outside";
    static final UnaryOperator<String> REDACT = text -> text.replaceAll("key-[0-9]{6}", "[secret: key]");

    final Path workspace;
    final Path outside;
    final Path scratch;
    final WorkspaceToolBox tools;
    private final AtomicInteger calls = new AtomicInteger();

    Bench(Path folder) throws IOException {
        this(folder, FolderWorkspace.Mode.READ_WRITE);
    }

    Bench(Path folder, FolderWorkspace.Mode mode) throws IOException {
        workspace = Files.createDirectories(folder.resolve("ws"));
        outside = Files.createDirectories(folder.resolve("outside"));
        scratch = folder.resolve("scratch");
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        tools = new WorkspaceToolBox(FolderWorkspace.open(workspace, mode), scratch, REDACT);
    }

    void file(String path, String content) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    String content(String path) throws IOException {
        return Files.readString(workspace.resolve(path));
    }

    Result call(String tool, String json, List<String> writes) throws InterruptedException {
        return tools.call(request(tool, json, writes, "key " + calls.incrementAndGet()));
    }

    /** A call with the right to write everything, confined by a profile. */
    Result call(String tool, String json, PathRule... confines) throws InterruptedException {
        return tools.call(request(tool, json, List.of("**"), List.of(confines), "key " + calls.incrementAndGet()));
    }

    static CallTool request(String tool, String json, List<String> writes, String repeatKey) {
        return request(tool, json, writes, List.of(), repeatKey);
    }

    private static CallTool request(String tool, String json, List<String> writes, List<PathRule> confines,
            String repeatKey) {
        return new CallTool("T-1/1#1.1", "builder", "T-1", 1, tool, json.replace('\'', '"'),
                new Action.Workspace(Action.Access.WRITE, ""), writes, confines, repeatKey);
    }

    Result run(String... argv) throws InterruptedException {
        return tools.call(command(List.of(argv), ""));
    }

    static CallTool command(List<String> argv, String more) {
        var quoted = argv.stream()
                .map(one -> '"' + one.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"').toList();
        return new CallTool("T-1/1#1.1", "builder", "T-1", 1, "run_command", "{\"argv\":" + quoted + more + "}",
                new Action.RunCommand(argv), List.of("src/**"), List.of(), "key");
    }

    /** Every file below a folder with its hash; links and special files by their kind. */
    static Map<String, String> hashes(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            paths.forEach(path -> found.put(folder.relativize(path).toString(), describe(path)));
        }
        return found;
    }

    private static String describe(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link to " + Files.readSymbolicLink(path);
            }
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    ? Sha256.of(Files.readAllBytes(path))
                    : Files.isDirectory(path) ? "folder" : "special";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        tools.close();
    }
}
