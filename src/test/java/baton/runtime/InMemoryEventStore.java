package baton.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;

/** A record that lives as long as the test: no file, no JSON, no hash chain, the same refusals as the real one. */
public final class InMemoryEventStore implements EventStore {
    private final String name;
    private final List<Stamped> inputs = new ArrayList<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private Optional<StoreException> failure = Optional.empty();
    private boolean closed;

    public InMemoryEventStore(String name) {
        this.name = name;
    }

    /** The next appends fail like this, until {@link #heal()}. */
    public synchronized void failWith(StoreException.Kind kind) {
        failure = Optional.of(new StoreException(kind, "made to fail"));
    }

    public synchronized void heal() {
        failure = Optional.empty();
    }

    @Override
    public synchronized void append(Group group) {
        if (closed) {
            throw new StoreException(StoreException.Kind.BROKEN, "session " + name + " is closed");
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        checkOrder(group);
        inputs.addAll(group.inputs());
        events.addAll(group.events());
        chunks.addAll(group.chunks());
        group.contents().forEach(content -> contents.putIfAbsent(content.sha256(), content));
    }

    private void checkOrder(Group group) {
        long n = inputs.size();
        for (Stamped input : group.inputs()) {
            n++;
            if (input.n() != n) {
                throw new IllegalArgumentException("input " + input.n() + " where " + n + " was expected");
            }
        }
        long seq = events.size();
        long before = events.isEmpty() ? 0 : events.getLast().n();
        for (RecordedEvent event : group.events()) {
            seq++;
            if (event.seq() != seq || event.n() < before || event.n() > n) {
                throw new IllegalArgumentException("event " + event.seq() + " of input " + event.n() + " where event "
                        + seq + " of input " + before + " to " + n + " was expected");
            }
            before = event.n();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized Stream<RecordedEvent> events(long from, long to) {
        return List.copyOf(events).stream().filter(event -> event.seq() >= from && event.seq() <= to);
    }

    @Override
    public synchronized Stream<Stamped> inputs(long from) {
        return List.copyOf(inputs).stream().filter(input -> input.n() >= from);
    }

    @Override
    public synchronized List<Chunk> chunks(String turn) {
        return chunks.stream().filter(chunk -> chunk.turn().equals(turn)).toList();
    }

    @Override
    public synchronized Optional<Content> content(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    @Override
    public String hashAt(long seq) {
        return "";
    }

    @Override
    public Optional<Damage> findDamage() {
        return Optional.empty();
    }

    /** Always empty: there is no chain. */
    @Override
    public String headHash() {
        return "";
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
