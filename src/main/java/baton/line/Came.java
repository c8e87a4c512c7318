package baton.line;

import java.util.List;

import baton.engine.fact.RecordedEvent;
import baton.view.text.StyledLine;

/** What came of a line that somebody typed. */
public sealed interface Came {
    /** The session took it; these facts are durable. */
    record Recorded(List<RecordedEvent> events) implements Came {
        public Recorded {
            events = List.copyOf(events);
        }
    }

    /** It only asked for something to look at. */
    record Shown(List<StyledLine> lines) implements Came {
        public Shown {
            lines = List.copyOf(lines);
        }
    }

    /** It was not carried out, and nothing has changed. */
    record Refused(String reason, String hint) implements Came {}

    /** It means nothing in this session as it stands. */
    record NotUnderstood(String reason, String hint) implements Came {}

    /** A message was taken back before anybody read it; this is the line that said it. */
    record TakenBack(String line) implements Came {}

    /** Plain words go to this agent from now on; empty for the orchestrator. */
    record Focused(String agent) implements Came {}

    /** Whoever typed it wants to leave. */
    record Left() implements Came {}
}
