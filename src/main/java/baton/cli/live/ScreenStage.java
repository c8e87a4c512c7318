package baton.cli.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.tui.Keeper;
import baton.tui.Outside;
import baton.tui.SceneSource;
import baton.tui.ScreenLoop;
import baton.tui.frame.Capabilities;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.terminal.LanternaTerminal;
import baton.tui.terminal.TerminalPort;
import baton.view.text.StyledLine;

/** The terminal for as long as the program has the screen, whatever is shown on it one after the other. */
public final class ScreenStage implements AutoCloseable {
    private final TerminalPort terminal;
    private volatile Capabilities capabilities;
    private final Keeper keeper;
    private final List<StyledLine> parting = new ArrayList<>();
    private Consumer<UiEvent> listener = event -> {};
    private Optional<UiEvent.Background> background = Optional.empty();
    /** The terminal says once that it is gone, maybe between two places; the next one must still hear of it. */
    private boolean gone;

    private ScreenStage(TerminalPort terminal, Capabilities capabilities, Keeper keeper) {
        this.terminal = terminal;
        this.capabilities = capabilities;
        this.keeper = keeper;
    }

    /** Refuses where there is no terminal that a screen could be painted on. */
    static ScreenStage open(Surroundings around, Capabilities capabilities, Path scratch) {
        refuse(around);
        try {
            return on(LanternaTerminal.open(capabilities.room(), capabilities.follow()), around, capabilities, scratch);
        } catch (IOException | IllegalStateException none) {
            throw noScreen("this terminal cannot be used for a screen: " + none.getMessage());
        }
    }

    /** The stage on this terminal, which is entered now and closed with the stage. */
    public static ScreenStage on(TerminalPort terminal, Surroundings around, Capabilities capabilities, Path scratch) {
        try {
            var stage = new ScreenStage(terminal, capabilities,
                    new Keeper(around.environment(), around.folder(), scratch));
            terminal.enter();
            terminal.listen(stage::hear);
            return stage;
        } catch (IOException | IllegalStateException none) {
            throw noScreen("this terminal cannot be used for a screen: " + none.getMessage());
        }
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** Refuses where no screen can be. */
    public static void refuse(Surroundings around) {
        obstacle(around).ifPresent(why -> {
            throw noScreen(why);
        });
    }

    public static boolean isPossible(Surroundings around) {
        return obstacle(around).isEmpty();
    }

    private static Optional<String> obstacle(Surroundings around) {
        var terminals = around.terminals();
        if (!terminals.in() || !terminals.out()) {
            return Optional.of("the screen needs a terminal, and this is none");
        }
        if ("dumb".equals(around.variable("TERM"))) {
            return Optional.of("the screen needs a terminal that can place text, and TERM is dumb");
        }
        return around.variable("CI").isEmpty()
                ? Optional.empty()
                : Optional.of("the screen needs a person before it, and CI is set");
    }

    private static UserError noScreen(String why) {
        return UserError.usage(why, "Unattended:  baton run PLAN.md   line by line:  baton chat PLAN.md");
    }

    UiState start() {
        return UiState.start(terminal.size(), System.nanoTime() / 1_000_000);
    }

    /** A loop that shows this; what the terminal says goes to it from now on. */
    ScreenLoop loop(SceneSource source, Outside outside, UiState start) {
        var loop = new ScreenLoop(terminal, capabilities, source, outside, keeper, start);
        Optional<UiEvent.Background> told;
        boolean over;
        synchronized (this) {
            listener = loop::hear;
            told = background;
            over = gone;
        }
        // Both may have been said before there was anybody to hear it.
        told.ifPresent(loop::hear);
        if (over) {
            loop.hear(new UiEvent.Gone());
        }
        return loop;
    }

    /** The background may be told before anything is shown, and counts for everything that is shown later. */
    private void hear(UiEvent event) {
        Consumer<UiEvent> hearing;
        synchronized (this) {
            gone = gone || event instanceof UiEvent.Gone;
            if (event instanceof UiEvent.Background told) {
                background = Optional.of(told);
                capabilities = capabilities.on(told.colour());
            }
            hearing = listener;
        }
        hearing.accept(event);
    }

    /** What is to stand in the terminal after the screen was left. */
    void part(List<StyledLine> lines) {
        parting.clear();
        parting.addAll(lines);
    }

    List<StyledLine> parting() {
        return List.copyOf(parting);
    }

    @Override
    public void close() {
        terminal.close();
    }
}
