package baton.cli.console;

import baton.engine.Command.Stop;
import baton.engine.Command.StopReason;
import baton.runtime.Running;
import baton.runtime.SessionControl;
import baton.runtime.TimeSource;

/** Stops a session when its process has run for so long; in a rehearsal that is the rehearsal's own time. */
public final class Deadline implements AutoCloseable {
    private final Running alarm;

    /** {@code afterMs} 0 means never. */
    public Deadline(TimeSource time, long afterMs, SessionControl session) {
        alarm = afterMs == 0
                ? Running.NOTHING
                : time.at(time.monotonicMs() + afterMs, () -> session.tell(new Stop(StopReason.TIMED_OUT)));
    }

    @Override
    public void close() {
        alarm.cancel();
    }
}
