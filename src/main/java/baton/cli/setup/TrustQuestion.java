package baton.cli.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import baton.cli.console.Surroundings;
import baton.tool.FolderWorkspace.Mode;
import baton.tui.ScreenLoop.Exit;
import baton.tui.state.Overlay;
import baton.tui.state.Overlay.Yes;
import baton.tui.state.UiAction.Destination;

/** Asks on the screen what agents may do in a folder that nobody has said yes to; leaving the question is a no. */
public final class TrustQuestion {
    private final Surroundings around;

    public TrustQuestion(Surroundings around) {
        this.around = around;
    }

    /** Shows a box on an open stage until the person has chosen. */
    public interface Screen {
        Exit show(Overlay box) throws InterruptedException;
    }

    /** True where something was allowed that was not before, so that the session must be prepared anew. */
    public boolean ask(WorkspacePlace place, List<String> checks, Screen screen)
            throws IOException, InterruptedException {
        return place instanceof WorkspacePlace.Folder(Path folder, Mode mode) && mode == Mode.READ_ONLY
                && granted(folder, checks, screen.show(new Overlay.Trust(folder.toString(), checks, 0, -1)));
    }

    private boolean granted(Path folder, List<String> checks, Exit exit) throws IOException {
        if (!(exit instanceof Exit.Elsewhere(Destination.Trusted(Yes yes))) || yes == Yes.READ) {
            return false;
        }
        var trust = FolderTrust.of(around);
        trust.grant(folder);
        if (yes == Yes.WRITE_AND_CHECK) {
            trust.grantChecks(folder, checks);
        }
        return true;
    }
}
