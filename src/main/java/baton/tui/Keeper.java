package baton.tui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Gives text to the person: clipboard, files, pager, editor, scrollback. Says which way it went and what is known of it.
 */
public final class Keeper {
    private static final int CLIPBOARD_BYTES_MAX = 100_000;
    private static final long COPY_WAIT_MS = 1_000;
    private static final String USUAL_NAME = "baton-conversation.md";

    private final Map<String, String> environment;
    private final Path folder;
    private final Path scratch;

    /**
     * A keeper for a terminal.
     *
     * @param folder where files are saved
     * @param scratch a folder of our own, for drafts and the last copy
     */
    public Keeper(Map<String, String> environment, Path folder, Path scratch) {
        this.environment = environment;
        this.folder = folder;
        this.scratch = scratch;
    }

    /** Copies by every way there is, the surest first; says which were taken. */
    public String copy(String what, String text, Predicate<String> toTerminal) {
        var ways = new ArrayList<String>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (environment.containsKey("TMUX") && pipe(List.of("tmux", "load-buffer", "-w", "-"), bytes)) {
            ways.add("tmux (done)");
        }
        if (bytes.length <= CLIPBOARD_BYTES_MAX
                && toTerminal.test("\u001b]52;c;" + Base64.getEncoder().encodeToString(bytes) + "\u0007")) {
            ways.add("terminal (not confirmed)");
        }
        program().filter(program -> pipe(program, bytes))
                .ifPresent(program -> ways.add(program.getFirst() + " (done)"));
        if (write(scratch.resolve("last-copy"), bytes)) {
            ways.add("file " + scratch.resolve("last-copy"));
        }
        if (ways.isEmpty()) {
            return "Cannot copy " + what + ": no clipboard takes it, and no file can be written in " + scratch;
        }
        return "Copied " + what + ", " + text.codePointCount(0, text.length()) + " characters: "
                + String.join(", ", ways);
    }

    private Optional<List<String>> program() {
        if (environment.containsKey("WAYLAND_DISPLAY")) {
            return Optional.of(List.of("wl-copy"));
        }
        if (environment.containsKey("DISPLAY")) {
            return Optional.of(List.of("xclip", "-selection", "clipboard"));
        }
        return Files.isExecutable(Path.of("/usr/bin/pbcopy")) ? Optional.of(List.of("pbcopy")) : Optional.empty();
    }

    private static boolean pipe(List<String> command, byte[] bytes) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            // A program that does not even read what it is given would hold up everything behind it.
            var _ = process.onExit().orTimeout(COPY_WAIT_MS, TimeUnit.MILLISECONDS)
                    .exceptionally(late -> process.destroyForcibly());
            try (var in = process.getOutputStream()) {
                in.write(bytes);
            }
            return process.waitFor(2 * COPY_WAIT_MS, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    /**
     * Saves under this name, or the next one that is free; nothing is ever overwritten. A folder that is named with its line end,
     * a slash, gets the usual name; folders that are not there are made, because the person named them.
     */
    public String save(String file, String text) {
        try {
            String home = environment.getOrDefault("HOME", "");
            return saveIn(file.startsWith("~/") && !home.isEmpty() ? home + file.substring(1) : file, text);
        } catch (InvalidPathException odd) {
            return "Cannot save: \"" + file + "\" is no name of a file. Write for example /save notes.md";
        }
    }

    private String saveIn(String file, String text) {
        Path wanted = folder.resolve(file);
        if (Files.isDirectory(wanted) || file.endsWith("/")) {
            return saveIn(wanted.resolve(USUAL_NAME).toString(), text);
        }
        Path parent = Objects.requireNonNull(wanted.toAbsolutePath().getParent(), "a file has a folder");
        Path there = nearest(parent);
        boolean fresh = !there.equals(parent);
        if (!Files.isDirectory(there)) {
            return "Cannot save " + wanted + ": " + there
                    + " is a file, no folder. Name another place, such as /save notes.md";
        }
        try {
            Files.createDirectories(parent);
        } catch (IOException refused) {
            return "Cannot save " + wanted + ": no folder can be made in " + there
                    + ". Make it, or name a place you may write to.";
        }
        return saved(file, text) + (fresh ? " (its folder is new)" : "");
    }

    /** The nearest of the folders of a path that is there. */
    private static Path nearest(Path path) {
        Path at = path;
        while (at.getParent() != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at;
    }

    private String saved(String file, String text) {
        for (int number = 1; number < 1_000; number++) {
            Path path = folder
                    .resolve(number == 1 ? file : file.replaceFirst("(\\.[A-Za-z0-9]+)?$", "-" + number + "$1"));
            try {
                Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
                return "Saved " + path;
            } catch (FileAlreadyExistsException taken) {
                // The next number may be free.
            } catch (IOException failure) {
                return "Cannot save " + path + ": " + why(path, failure);
            }
        }
        return "Cannot save " + file + ": too many files of this name";
    }

    private static String why(Path path, IOException failure) {
        return failure instanceof AccessDeniedException
                ? "you may not write in " + path.getParent() + ". Name another place, such as /save ~/notes.md"
                : String.valueOf(failure.getMessage());
    }

    /** Shows a text in the person's pager. */
    String page(String text) {
        return withFile("baton-", text, file -> run(command("PAGER", "less -R"), file)).orElse("");
    }

    /** Gives the draft as the person's editor left it to {@code edited}; says what went wrong, or nothing. */
    public String edit(String draft, Consumer<String> edited) {
        String editor = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "vi"));
        return withFile("baton-draft-", draft, file -> {
            var failure = run(List.of(editor.strip().split(" +")), file);
            try {
                edited.accept(Files.readString(file).stripTrailing());
            } catch (IOException unreadable) {
                return Optional.of("The draft cannot be read back: " + unreadable.getMessage());
            }
            return failure;
        }).orElse("");
    }

    private List<String> command(String variable, String standard) {
        return List.of(environment.getOrDefault(variable, standard).strip().split(" +"));
    }

    /** What a program says about itself; empty where all went well. */
    private interface Use {
        Optional<String> of(Path file);
    }

    private Optional<String> withFile(String prefix, String text, Use use) {
        try {
            Files.createDirectories(scratch);
            Path file = Files.createTempFile(scratch, prefix, ".md");
            try {
                Files.writeString(file, text);
                return use.of(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            return Optional.of("Cannot write a file for it: " + failure.getMessage());
        }
    }

    private static Optional<String> run(List<String> command, Path file) {
        var whole = new ArrayList<>(command);
        whole.add(file.toString());
        try {
            var program = new ProcessBuilder(whole).inheritIO().start();
            try {
                int code = program.waitFor();
                return code == 0 ? Optional.empty() : Optional.of(command.getFirst() + " ended with " + code);
            } catch (InterruptedException leaving) {
                program.destroy();
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        } catch (IOException notThere) {
            return Optional.of("Cannot run " + command.getFirst() + ".");
        }
    }

    /** Prints into the terminal's own scrollback and waits for Enter; the screen has been left. */
    void dump(String text) {
        var out = System.out;
        text.lines().map(line -> new baton.view.text.ScreenText(line).value()).forEach(out::println);
        out.println("-- Enter goes back to baton --");
        out.flush();
        try {
            InputStream in = System.in;
            int read = in.read();
            while (read >= 0 && read != '\n') {
                read = in.read();
            }
        } catch (IOException gone) {
            // The screen comes back and finds out itself.
        }
    }
}
