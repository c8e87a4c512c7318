package baton.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.live.ScreenPlaces;
import baton.cli.live.ScreenStage;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.RunOptions;
import baton.tui.frame.Capabilities.Follow;
import baton.tui.frame.Capabilities.Room;
import baton.tui.frame.Size;
import baton.tui.state.UiEvent;
import baton.tui.terminal.LanternaTerminal;
import baton.tui.terminal.TerminalPort;
import picocli.CommandLine;

/**
 * Does what people do most, once and before nobody, for the start script: Java remembers what was loaded for it, so that
 * every later start is shorter. First the command that is given, then the screen with all its views.
 */
final class Training {
    private static final List<String> KEYS = List.of("1", "", "", "Ctrl+X", "a", "Ctrl+X", "p", "Ctrl+X", "i", "Ctrl+X",
            "h", "Ctrl+X", "r", "Ctrl+X", "s", "Ctrl+X", "c", "g", "o", "Ctrl+X", "q");
    private static final long BETWEEN_MS = 120;
    private static final String FOLDER = "--sessions";

    private Training() {}

    /** The command with its {@code --sessions}; where that does not end well, so does this. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(train(args, Surroundings.ofProcess()));
    }

    /** The same without the process. */
    static int train(String[] args, Surroundings around) throws IOException, InterruptedException {
        int code = Baton.run(args, around);
        int folder = List.of(args).indexOf(FOLDER);
        if (code == 0 && folder >= 0) {
            loadTerminal();
            screen(args[folder + 1], around);
        }
        return code;
    }

    /** There is no terminal here; what looks for one is loaded all the same. */
    private static void loadTerminal() {
        try (var terminal = LanternaTerminal.open(Room.SCREEN, Follow.NOTHING)) {
            terminal.leave();
        } catch (IOException | IllegalStateException none) {
            // As expected.
        }
    }

    private static void screen(String sessions, Surroundings around) throws IOException, InterruptedException {
        var options = CommandLine.populateCommand(new RunOptions(), "--pace", "0.05", "--model", "rehearsal");
        new ScreenPlaces(around, SessionsFolder.find(sessions, around), new OutputOptions(), options,
                (there, capabilities, scratch) -> ScreenStage.on(new Unseen(), there, capabilities, scratch)).welcome();
    }

    /** A terminal that nobody looks at, at which keys are pressed until its screen is left. */
    private static final class Unseen implements TerminalPort {
        @Override
        public Size size() {
            return new Size(120, 36);
        }

        @Override
        public void enter() {
            // Nothing to prepare.
        }

        @Override
        public void leave() {
            // Nothing was changed.
        }

        @Override
        public void listen(Consumer<UiEvent> heard) {
            Thread.ofPlatform().daemon().name("training").start(() -> {
                try {
                    for (String key : KEYS) {
                        Thread.sleep(BETWEEN_MS);
                        if (!key.isEmpty()) {
                            heard.accept(new UiEvent.Typed(key, key.length() == 1 ? key : "",
                                    System.nanoTime() / 1_000_000));
                        }
                    }
                    Thread.sleep(BETWEEN_MS * 10);
                    heard.accept(new UiEvent.Gone());
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void write(byte[] bytes) {
            // Nobody reads it.
        }

        @Override
        public void lend(Runnable program) {
            program.run();
        }

        @Override
        public void mouse(boolean on) {
            // There is none.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
