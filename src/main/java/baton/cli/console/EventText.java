package baton.cli.console;

import java.util.function.Function;

import baton.engine.fact.RecordedEvent;
import baton.wire.LineWriter;

/** Events as lines for programs. */
public final class EventText {
    private EventText() {}

    /** Writes the lines of one session. */
    public static Function<RecordedEvent, String> lines(String session) {
        return new LineWriter(session)::line;
    }
}
