package baton.tui.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether somebody could wake this process again if it stopped.
 *
 * <p>A shell that starts a job gives it a process group of its own and stays behind in the same session. Where the group has
 * no such shell behind it, as in a window that holds this program alone, a process that stops stays so for ever.
 */
final class JobControl {
    private static final int GENERATIONS_MAX = 64;

    private JobControl() {}

    /** A process as {@code /proc} tells of it. */
    private record Kin(long parent, long group, long session) {
        /** The fields behind the name, which may hold anything: state, parent, group, session. */
        static Kin of(String stat) {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 5);
            return new Kin(Long.parseLong(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]));
        }

        static Kin of(long process) throws IOException {
            return of(Files.readString(Path.of("/proc/" + process + "/stat")));
        }
    }

    /** False where nobody could; true as well where the system does not tell. */
    static boolean canBeWoken() {
        try {
            var known = Kin.of(ProcessHandle.current().pid());
            for (int i = 0; i < GENERATIONS_MAX && known.parent() > 0; i++) {
                var parent = Kin.of(known.parent());
                if (parent.session() != known.session()) {
                    return false;
                }
                if (parent.group() != known.group()) {
                    return true;
                }
                known = parent;
            }
            return false;
        } catch (IOException notTold) {
            return true;
        }
    }
}
