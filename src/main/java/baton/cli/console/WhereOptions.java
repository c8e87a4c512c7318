package baton.cli.console;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which folders a command works with. */
public final class WhereOptions {
    @Option(names = "--sessions", paramLabel = "DIR", description = "where sessions are kept")
    private @Nullable String sessions;

    /** The folder named by the flag, else by the variable; empty where neither names one. */
    public String sessions(Surroundings around) {
        return sessions != null ? sessions : around.variable(Setting.SESSIONS.variable());
    }

    /** The folders in which a command looks for profiles. */
    public static final class Profiles {
        @Option(names = "--profiles", paramLabel = "DIR", description = "folder or file with agent profiles; may be repeated")
        private List<String> profiles = new ArrayList<>();

        public List<String> folders(Surroundings around) {
            if (!profiles.isEmpty()) {
                return profiles;
            }
            String variable = around.variable(Setting.PROFILES.variable());
            return variable.isEmpty() ? List.of() : List.of(variable.split(File.pathSeparator, -1));
        }
    }
}
