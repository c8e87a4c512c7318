package baton.view;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Event;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;

/** A record put together by hand: facts one after the other, each at a stated second. */
public final class Facts {
    private static final long START_MS = 1_795_167_000_000L;

    private final List<RecordedEvent> events = new ArrayList<>();
    private long atMs = START_MS;

    /** The next facts happen this much after the start. */
    public Facts at(long seconds) {
        atMs = START_MS + seconds * 1_000;
        return this;
    }

    public Facts session(Event event) {
        return add(Subject.SESSION, event);
    }

    public Facts of(String task, String agent, int attempt, Event event) {
        return add(new Subject(agent, task, attempt), event);
    }

    private Facts add(Subject subject, Event event) {
        events.add(new RecordedEvent(events.size() + 1L, 1, atMs, subject, 0, event));
        return this;
    }

    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    public SessionView view() {
        var view = SessionView.EMPTY;
        for (var event : events) {
            view = Projector.apply(view, event);
        }
        return view;
    }
}
