package baton.batch;

import java.util.List;
import java.util.function.Function;

import baton.engine.SessionState;
import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionListener;

/** Writes every fact as one line for programs, in the order of the record and without a gap. */
public final class EventLines implements SessionListener, AutoCloseable {
    private final LineOutput out;
    private final Function<RecordedEvent, String> asLine;
    private final LineQueue queue = new LineQueue("event-lines");

    public EventLines(LineOutput out, Function<RecordedEvent, String> asLine) {
        this.out = out;
        this.asLine = asLine;
    }

    @Override
    public void committed(List<RecordedEvent> events, SessionState state) {
        events.forEach(event -> queue.add(() -> out.write(asLine.apply(event))));
    }

    /** A last line for what no store has taken. */
    public void unstored(String line) {
        queue.add(() -> out.write(line));
    }

    /** Waits a bounded time until everything is written. */
    @Override
    public void close() {
        queue.close();
    }
}
