package baton.tool;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program from an argument list, with no shell between and no sandbox around it.
 *
 * <p>It gets a clean environment, a home and temporary folder of its own, no input and no terminal. When it ends, for whatever reason,
 * everything it started ends too. What escapes on purpose (a process that leaves the session and wipes its environment) is not
 * found; only a sandbox would hold it.
 */
public final class CommandRunner {
    /** How long a process that was asked to end may take, unless the whole call was cancelled. */
    static final long GRACE_MS = 2_000;

    static final long GRACE_CANCELLED_MS = 800;

    private final Path scratch;
    private final CommandEnvironment environment;
    private final List<String> sessionPrefix;

    /**
     * What is to be run.
     *
     * @param folder the working folder
     * @param timeoutMs run time after which it is ended
     */
    public record Request(List<String> argv, Path folder, long timeoutMs) {
        public Request {
            argv = List.copyOf(argv);
        }
    }

    /** How it ended. */
    public enum Ending {
        EXITED, TIMED_OUT, CANCELLED, NOT_STARTED
    }

    /**
     * The end of a run.
     *
     * @param exitStatus its own where it exited, else -1
     * @param leftBehind processes that were still there and have been ended
     */
    public record Run(Ending ending, int exitStatus, CommandOutput output, int leftBehind, String problem) {}

    /**
     * A runner with this process's path and language.
     *
     * @param scratch a private folder of ours for homes and temporary files; created when needed
     */
    public CommandRunner(Path scratch) {
        this(scratch, CommandEnvironment.ofThisProcess());
    }

    CommandRunner(Path scratch, CommandEnvironment environment) {
        this.scratch = scratch;
        this.environment = environment;
        this.sessionPrefix = environment.find("setsid").map(path -> List.of(path.toString())).orElse(List.of());
    }

    /** Runs it to its end. An interrupt cancels: the run then ends as {@link Ending#CANCELLED} and the thread's mark is cleared. */
    public Run run(Request request) {
        String marker = CommandMarker.make();
        Process process;
        try {
            process = start(request, marker);
        } catch (IOException e) {
            return new Run(Ending.NOT_STARTED, -1, new CommandOutput(), 0, Shown.plain(String.valueOf(e.getMessage())));
        }
        var output = new CommandOutput();
        var reader = Thread.ofPlatform().daemon().name("command-output").start(() -> output.readFrom(process));
        var tree = new ProcessTree(process, marker, !sessionPrefix.isEmpty());
        Ending ending = await(process, request.timeoutMs());
        int left = tree.end(ending == Ending.CANCELLED ? GRACE_CANCELLED_MS : GRACE_MS);
        output.finish(reader, process);
        int status = ending == Ending.EXITED ? process.exitValue() : -1;
        return new Run(ending, status, output, ending == Ending.EXITED ? left : 0, "");
    }

    /**
     * Ends what commands of killed processes have left running on this machine; what belongs to a process that still lives is left.
     *
     * @return how many there were
     */
    public static int endStrays() {
        return CommandMarker.endStrays();
    }

    private Process start(Request request, String marker) throws IOException {
        Path home = Files.createDirectories(scratch.resolve("home"));
        Path temporary = Files.createDirectories(scratch.resolve("tmp"));
        var line = new ArrayList<>(sessionPrefix);
        line.addAll(request.argv());
        if (!environment.canStart(request.argv().getFirst(), request.folder())) {
            throw new IOException("there is no program " + Shown.quoted(request.argv().getFirst()));
        }
        var builder = new ProcessBuilder(line).directory(request.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment.variables(home, temporary, marker));
        return builder.start();
    }

    private static Ending await(Process process, long timeoutMs) {
        try {
            return process.waitFor(timeoutMs, TimeUnit.MILLISECONDS) ? Ending.EXITED : Ending.TIMED_OUT;
        } catch (InterruptedException e) {
            return Ending.CANCELLED;
        }
    }
}
