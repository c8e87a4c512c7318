package baton.tui;

import java.util.List;

import baton.engine.Command;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.view.text.StyledLine;

/** What the screen can reach beyond itself. Called by the screen's own thread. */
public interface Outside {
    /** Tells the session something; an empty text, or why it cannot be told. */
    String tell(Command command);

    /** Tells the session something and waits, a bounded time, for what came of it; an empty text, or why it was not done. */
    String ask(Command command);

    /** A page made from the record of a session; may take a while, and is called on a thread of its own. */
    Looked look(UiAction.Look look);

    /** A page that was asked for. */
    record Looked(String title, List<StyledLine> lines) {
        public Looked {
            lines = List.copyOf(lines);
        }
    }

    /** The sessions of the folder, or those that hold these words. */
    List<SessionRow> sessions(String words);

    /** Asks the session to stop, because the person leaves. */
    void leaving();
}
