package baton.runtime;

import java.util.ArrayList;
import java.util.List;

import baton.engine.Effect;
import baton.engine.Input.Stamped;
import baton.engine.fact.RecordedEvent;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.Group;

/** A group in the making, with what is asked of the world once it is durable. */
final class GroupDraft {
    final List<Stamped> inputs = new ArrayList<>();
    final List<RecordedEvent> events = new ArrayList<>();
    final List<Effect> wishes = new ArrayList<>();
    final List<Chunk> chunks = new ArrayList<>();
    final List<Content> contents = new ArrayList<>();

    /** Who is told what became of their input, once it is durable. */
    final List<Runnable> receipts = new ArrayList<>();

    Group done() {
        return new Group(inputs, events, chunks, contents);
    }
}
