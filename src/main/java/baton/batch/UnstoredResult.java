package baton.batch;

import java.util.List;

import baton.engine.Command;
import baton.engine.Engine;
import baton.engine.Input.Stamped;
import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.Usage;
import baton.view.SessionView;

/**
 * The result of a session whose store takes no more, for whoever reads the lines.
 *
 * <p>It is what the engine would have recorded after the last fact that is on disk, with the true reason. It is in no record
 * and its number is free: a session that is gone on with later gives it to another fact.
 */
final class UnstoredResult {
    private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private UnstoredResult() {}

    static RecordedEvent after(SessionView view, SessionState state, int exitCode, String reason) {
        var head = view.head();
        var stop = new Stamped(Long.MAX_VALUE, head.lastAtMs(), head.runMs(),
                new Command.Stop(Command.StopReason.BROKEN));
        var result = Engine.handle(state, stop).events().stream().map(RecordedEvent::event)
                .filter(SessionResult.class::isInstance).map(SessionResult.class::cast).findFirst()
                .orElse(new SessionResult(Status.ERROR, exitCode, NOTHING, Usage.NONE, 0, false, head.runMs(),
                        List.of(), List.of(), "", List.of()));
        return new RecordedEvent(head.lastSeq() + 1, 0, head.lastAtMs(), Subject.SESSION, 0,
                new SessionResult(Status.ERROR, exitCode, result.counts(), result.usage(), result.costMicros(),
                        result.costKnown(), result.durationMs(), result.metrics(), result.humanTasks(), reason,
                        result.toolsMissing()));
    }
}
