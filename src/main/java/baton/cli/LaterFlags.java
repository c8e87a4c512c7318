package baton.cli;

import java.util.List;

/** Flags and second words of commands that are promised and not there yet. */
final class LaterFlags {
    static final List<String> ALL = List.of();
    static final List<String> COMMANDS = List.of("baton plan rehearse");

    private LaterFlags() {}
}
