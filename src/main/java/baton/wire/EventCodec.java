package baton.wire;

import java.util.List;

import baton.engine.fact.Event;

/** Events in their stored form and back. Any thread may use it; one for the whole program is enough. */
public final class EventCodec {
    private final TableCodec codec = new TableCodec(StoredNames.EVENTS, new Shapes());

    /** Canonical form; texts of 16 KB and more are taken out of the body. */
    public Encoded encode(Event event) {
        return codec.encode(event);
    }

    /**
     * Reads a stored event; unknown keys are ignored, absent ones get the empty value of their type.
     *
     * @throws WireException where the type, version or a word is not known, or the body does not fit
     */
    public Event decode(String type, int version, byte[] body, Blob.Source blobs) {
        return (Event) codec.decode(type, version, body, blobs);
    }

    /** The stored name of this kind of event. */
    public static String nameOf(Event event) {
        return StoredNames.EVENTS.of(event.getClass()).name();
    }

    /** The stored names of all kinds. */
    public static List<String> names() {
        return StoredNames.EVENTS.all().stream().map(NameTable.Named::name).toList();
    }

    byte[] encodeWhole(Event event) {
        return codec.encodeWhole(event);
    }

    List<String> golden() {
        return codec.golden();
    }
}
