package baton.cli;

import java.util.List;

/** Flags that are promised and not there yet. */
final class LaterFlags {
    static final List<String> ALL = List.of("--inline");

    private LaterFlags() {}
}
