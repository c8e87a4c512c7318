package baton.tui;

import java.util.List;
import java.util.function.LongSupplier;

import baton.chat.ChatNames;
import baton.chat.SessionNames;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionListener;
import baton.tui.state.Scene;
import baton.view.text.Typing;

/** The scenes of a session at work, as its loop publishes it. */
public final class LiveScene implements SceneSource, SessionListener {
    private volatile Scene scene = Scene.EMPTY;
    private volatile SessionState session = SessionState.EMPTY;
    private volatile Runnable changed = () -> {};
    private volatile LongSupplier wallMs = () -> 0;

    /** {@code typing} has the session's name, and how commands find it from here. */
    public LiveScene(Typing typing) {
        this.scene = Scene.EMPTY.named(typing);
    }

    /** Of a session that is found by its name. */
    public LiveScene(String session) {
        this(Typing.PLAIN.of(session, session));
    }

    /** The clock of the session, which a rehearsal sets as it likes. */
    public void clock(LongSupplier sessionWallMs) {
        wallMs = sessionWallMs;
    }

    /** A fact that another process recorded. */
    public synchronized void catchUp(RecordedEvent event) {
        scene = scene.after(event);
    }

    @Override
    public synchronized void committed(List<RecordedEvent> events, SessionState state) {
        session = state;
        for (var event : events) {
            scene = scene.after(event);
        }
        changed.run();
    }

    @Override
    public synchronized void chunk(String turn, String text) {
        scene = now().piece(turn, text);
        changed.run();
    }

    @Override
    public Scene now() {
        var known = scene;
        var head = known.session().head();
        if (!known.isRunning()) {
            return known.at(head.runMs());
        }
        return known.at(head.runMs() + Math.max(0, wallMs.getAsLong() - head.lastAtMs()));
    }

    @Override
    public ChatNames names(String lane) {
        return SessionNames.of(session, lane);
    }

    @Override
    public void watch(Runnable listener) {
        changed = listener;
    }
}
