package baton.cli.console;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import baton.settings.CommandLine;
import baton.view.page.SentenceLayout;
import baton.view.text.Typing;

/**
 * What a process finds around it: streams, variables, folders. Tests give their own.
 *
 * @param folder the working folder
 * @param home the user's home folder
 */
public record Surroundings(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment,
        Path folder,
        Path home, Terminals terminals) {
    /** Set by the start script: the program as the person called it. */
    private static final String CALLED_AS = "baton.called.as";
    /** Where it is kept from then on, beside what the shell says. */
    static final String PROGRAM = "BATON_CALLED_AS";
    private static final int COLUMNS_OF_TERMINAL = 80;
    private static final int COLUMNS_WITHOUT_TERMINAL = 120;

    /** Which streams are a terminal. */
    public record Terminals(boolean in, boolean out, boolean err) {
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    public static Surroundings ofProcess() {
        // The shell's word comes first, as for every other program: Java takes its own from the list of users.
        var home = System.getenv().getOrDefault("HOME", "");
        if (!home.startsWith("/")) {
            home = System.getProperty("user.home", "");
        }
        return new Surroundings(isOpen() ? System.in : InputStream.nullInputStream(), System.out, System.err,
                System.getenv(), Path.of("").toAbsolutePath(),
                Path.of(home), new Terminals(isTerminal(0), isTerminal(1), isTerminal(2)))
                .with(PROGRAM, System.getProperty(CALLED_AS, ""));
    }

    /** Where standard input was closed, Java's own first file gets its number, and would be read as what a person typed. */
    private static boolean isOpen() {
        try {
            return !Files.readSymbolicLink(Path.of("/proc/self/fd/0")).startsWith(System.getProperty("java.home"));
        } catch (IOException | UnsupportedOperationException cannotTell) {
            return true;
        }
    }

    /** Asks the system by descriptor; where it cannot tell one from the other, all three must be a terminal. */
    private static boolean isTerminal(int descriptor) {
        var link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")
                        || target.startsWith("/dev/console");
            } catch (IOException closed) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /** The terminal that a person sits at, such as {@code pts/3}; empty where there is none or the system does not say. */
    public String terminalName() {
        int descriptor = terminals.in() ? 0 : terminals.out() ? 1 : terminals.err() ? 2 : -1;
        try {
            return descriptor < 0
                    ? ""
                    : Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString().replaceFirst("^/dev/",
                            "");
        } catch (IOException | UnsupportedOperationException notSaid) {
            return "";
        }
    }

    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /** How a command is typed from here, no session being meant. */
    public Typing typing() {
        String program = variable(PROGRAM);
        return program.isBlank() ? Typing.PLAIN : new Typing(CommandLine.quoted(List.of(program)), "", "");
    }

    /** Columns of the page for people; what the shell says, within reason. */
    public int columns() {
        String columns = variable("COLUMNS");
        boolean usable = columns.matches("[1-9][0-9]{1,3}") && Integer.parseInt(columns) >= 40;
        if (usable) {
            return Integer.parseInt(columns);
        }
        return terminals.out() || terminals.err()
                ? TerminalSize.columns().orElse(COLUMNS_OF_TERMINAL)
                : COLUMNS_WITHOUT_TERMINAL;
    }

    /** Columns to fold what is told to a person on standard error; as good as none where a file or pipe takes it. */
    public int columnsOfProgress() {
        return terminals.err() || !variable("COLUMNS").isEmpty() ? columns() : SentenceLayout.UNFOLDED;
    }

    /** Columns to fold lists that scripts read too; as good as none where a file or pipe takes them. */
    public int columnsOfLines() {
        return terminals.out() || !variable("COLUMNS").isEmpty() ? columns() : SentenceLayout.UNFOLDED;
    }

    /** True where only ASCII signs are to be shown, whichever command it is. */
    boolean isAscii() {
        return !variable(Setting.ASCII.variable()).isEmpty() || (terminals.out() && "linux".equals(variable("TERM")));
    }

    /** The same with one variable set. */
    public Surroundings with(String variable, String value) {
        var changed = new TreeMap<>(environment);
        changed.put(variable, value);
        return new Surroundings(in, out, err, changed, folder, home, terminals);
    }

    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }
}
