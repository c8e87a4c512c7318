package baton.cli.live;

import baton.tui.frame.Capabilities.Room;
import picocli.CommandLine.Option;

/** How much of the terminal a command that shows the screen takes. */
public final class RoomOption {
    @Option(names = "--inline", description = "leave the scrollback alone: no alternate screen")
    private boolean inline;

    public Room room() {
        return inline ? Room.INLINE : Room.SCREEN;
    }
}
