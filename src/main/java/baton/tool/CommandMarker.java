package baton.tool;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The word by which everything a command starts is known, in its environment. It names the process of ours that started it, so that
 * the next start can tell what a killed one has left behind.
 */
final class CommandMarker {
    private CommandMarker() {}

    static String make() {
        var us = ProcessHandle.current();
        return us.pid() + "_" + startMs(us) + "_" + UUID.randomUUID();
    }

    private static long startMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    static int endStrays() {
        var strays = ProcessTree
                .marked(environment -> markerIn(environment).filter(marker -> !ownerLives(marker)).isPresent());
        ProcessTree.endAll(strays);
        return strays.size();
    }

    private static Optional<String> markerIn(String environment) {
        String name = CommandEnvironment.MARKER + "=";
        return environment.lines().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()))
                .findFirst();
    }

    /** What we cannot read is not ours to end. */
    private static boolean ownerLives(String marker) {
        var parts = marker.split("_", -1);
        if (parts.length != 3) {
            return true;
        }
        try {
            long startMs = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive)
                    .filter(process -> startMs(process) == startMs).isPresent();
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
