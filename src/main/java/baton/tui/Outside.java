package baton.tui;

import java.util.List;

import baton.engine.Command;
import baton.tui.state.Scene.SessionRow;

/** What the screen can reach beyond itself. Called by the screen's own thread. */
public interface Outside {
    /** Tells the session something; an empty text, or why it cannot be told. */
    String tell(Command command);

    /** The sessions of the folder, or those that hold these words. */
    List<SessionRow> sessions(String words);

    /** Asks the session to stop, because the person leaves. */
    void leaving();
}
