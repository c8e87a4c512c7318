package baton.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything one command has started: its descendants, the members of its session, and whoever carries its marker in the
 * environment (a daemon that left both).
 */
final class ProcessTree {
    private static final int ROUNDS_MAX = 20;
    private static final long KILL_WAIT_MS = 500;
    private static final long LOOK_MS = 25;
    private static final Path PROC = Path.of("/proc");

    private final Process process;
    private final String mark;
    private final boolean ownSession;

    ProcessTree(Process process, String marker, boolean ownSession) {
        this.process = process;
        this.mark = CommandEnvironment.MARKER + "=" + marker;
        this.ownSession = ownSession;
    }

    /**
     * Ends all of it: asks, waits for {@code graceMs} at most, then kills until nothing is left.
     *
     * @return how many were still there
     */
    int end(long graceMs) {
        var alive = alive();
        int count = alive.size();
        if (count > 0) {
            alive.forEach(ProcessHandle::destroy);
            awaitAll(alive, graceMs);
        }
        for (int round = 0; round < ROUNDS_MAX; round++) {
            alive = alive();
            if (alive.isEmpty()) {
                break;
            }
            endAll(alive);
        }
        return count;
    }

    /** Kills at once. */
    static void endAll(List<ProcessHandle> handles) {
        handles.forEach(ProcessHandle::destroyForcibly);
        awaitAll(handles, KILL_WAIT_MS);
    }

    /**
     * An interrupt does not shorten the wait: it is bounded, and a process left behind would be worse. Now and then it looks for
     * itself, because the end of a process whose new parent takes no notice is never told.
     */
    private static void awaitAll(List<ProcessHandle> handles, long waitMs) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
        boolean interrupted = false;
        while (System.nanoTime() < until && handles.stream().anyMatch(ProcessTree::runs)) {
            try {
                ended(handles).completeOnTimeout(null, LOOK_MS, TimeUnit.MILLISECONDS).get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("the end of a process is never an error", e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> ended(List<ProcessHandle> handles) {
        return CompletableFuture
                .allOf(handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
    }

    private static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && !isZombie(handle.pid());
    }

    private List<ProcessHandle> alive() {
        Map<Long, ProcessHandle> found = new LinkedHashMap<>();
        if (process.isAlive()) {
            found.put(process.pid(), process.toHandle());
        }
        process.descendants().forEach(handle -> found.put(handle.pid(), handle));
        for (ProcessHandle handle : marked(environment -> environment.lines().anyMatch(mark::equals))) {
            found.put(handle.pid(), handle);
        }
        if (ownSession) {
            processes(entry -> sessionOf(entry) == process.pid()).forEach(handle -> found.put(handle.pid(), handle));
        }
        for (ProcessHandle handle : List.copyOf(found.values())) {
            handle.descendants().forEach(below -> found.put(below.pid(), below));
        }
        return found.values().stream().filter(handle -> handle.pid() != process.pid() || process.isAlive())
                .filter(ProcessTree::runs).toList();
    }

    /** Processes of which the environment, one variable a line, fits; none where the system does not show environments. */
    static List<ProcessHandle> marked(Predicate<String> fits) {
        return processes(entry -> fits.test(environment(entry))).toList();
    }

    private static Stream<ProcessHandle> processes(Predicate<Path> fits) {
        var found = new ArrayList<ProcessHandle>();
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return found.stream();
        }
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                pid(entry).filter(pid -> pid != ProcessHandle.current().pid() && fits.test(entry))
                        .flatMap(ProcessHandle::of).ifPresent(found::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return found.stream();
        }
        return found.stream();
    }

    private static Optional<Long> pid(Path entry) {
        try {
            return Optional.of(Long.valueOf(String.valueOf(entry.getFileName())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Empty for processes of other people, which do not show it. */
    private static String environment(Path entry) {
        try {
            return Files.readString(entry.resolve("environ"), StandardCharsets.ISO_8859_1).replace('\0', '\n');
        } catch (IOException e) {
            return "";
        }
    }

    /** The fields after the program's name, which stands in parentheses and may hold anything. */
    private static List<String> stat(Path entry) {
        try {
            String stat = Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1);
            return List.of(stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long sessionOf(Path entry) {
        var fields = stat(entry);
        return fields.size() > 3 ? Long.parseLong(fields.get(3)) : -1;
    }

    /** Ended, and waiting for a parent to notice; nothing can or need be done. */
    private static boolean isZombie(long pid) {
        var fields = stat(PROC.resolve(Long.toString(pid)));
        return !fields.isEmpty() && fields.getFirst().equals("Z");
    }
}
