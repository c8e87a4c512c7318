package baton.cli.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.cli.console.Surroundings;
import baton.cli.record.RecordHand;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Notifier;
import baton.cli.setup.SideFolders;
import baton.cli.setup.Wiring;
import baton.runtime.ControlSocket;
import baton.runtime.SessionControl;
import baton.runtime.SessionListener;
import org.jspecify.annotations.Nullable;

/** The ways into and out of a session at work beside its face: other terminals, and a knock where the person is needed. */
final class Doors implements AutoCloseable {
    private final SessionFace face;
    private final ControlDesk desk;
    private final SideFolders side;
    private final Optional<Notifier> notifier;
    private @Nullable ControlSocket socket;

    Doors(String session, SessionFace face, SideFolders side, Wiring wiring, SessionsFolder sessions,
            Surroundings around) {
        this.face = face;
        this.side = side;
        this.desk = new ControlDesk(session, face, new RecordHand(around, sessions, session, text -> false));
        this.notifier = wiring.notifyCommand().isEmpty()
                ? Optional.empty()
                : Optional.of(Notifier.of(wiring.notifyCommand(), session, around, face::remark));
    }

    /** The face's listeners first, so that its view is never behind what is told through a door. */
    List<SessionListener> listeners() {
        notifier.ifPresent(notify -> notify.knows(face.view()));
        var listeners = new ArrayList<>(face.listeners());
        listeners.add(desk);
        notifier.ifPresent(listeners::add);
        return listeners;
    }

    /** Opens the doors to this session; one that cannot be opened is no reason not to work. */
    void open(SessionControl control) {
        desk.serve(control);
        try {
            socket = ControlSocket.open(side.control(), desk);
        } catch (IOException notPossible) {
            face.remark("other terminals cannot reach this session: " + notPossible.getMessage());
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        notifier.ifPresent(Notifier::close);
    }
}
