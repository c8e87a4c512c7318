package baton.tui;

import java.util.List;

import baton.engine.Command;
import baton.tui.state.Completion;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;

/** What the screen can reach beyond itself. Called by the screen's own thread. */
public interface Outside {
    /** Tells the session something; an empty text, or why it cannot be told. */
    String tell(Command command);

    /** Understands a typed line and tells the session; an empty text, or what is to be said about it. */
    String submit(String line, Scene scene);

    /** What may follow in a typed line. */
    Completion complete(String text, int caret, Scene scene);

    /** The sessions of the folder, or those that hold these words. */
    List<SessionRow> sessions(String words);

    /** Asks the session to stop, because the person leaves. */
    void leaving();
}
