package baton.store;

import baton.engine.Input.Stamped;
import baton.engine.WellFormed;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.wire.Blob;
import baton.wire.Encoded;
import baton.wire.EventCodec;
import baton.wire.InputCodec;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;
import baton.wire.WireException;

/** Inputs and events to table rows and back. Any thread may use it. */
final class Rows {
    private final EventCodec events = new EventCodec();
    private final InputCodec inputs = new InputCodec();

    Encoded encode(Stamped stamped) {
        return inputs.encode(stamped.input());
    }

    Encoded encode(RecordedEvent recorded) {
        return events.encode(recorded.event());
    }

    static StoredInput row(Stamped stamped, Encoded encoded) {
        return new StoredInput(stamped.n(), stamped.atMs(), stamped.elapsedMs(), encoded.type(), encoded.version(),
                encoded.body());
    }

    /** Not yet part of the chain. */
    static StoredEvent row(RecordedEvent recorded, Encoded encoded) {
        return new StoredEvent(recorded.seq(), recorded.n(), recorded.atMs(), encoded.type(), encoded.version(),
                WellFormed.text(recorded.subject().agent()), WellFormed.text(recorded.subject().task()),
                recorded.subject().attempt(), recorded.cause(), encoded.body(), "", "");
    }

    Stamped stamped(StoredInput row, Blob.Source blobs) {
        try {
            return new Stamped(row.n(), row.atMs(), row.elapsedMs(),
                    inputs.decode(row.type(), row.version(), row.body(), blobs));
        } catch (WireException e) {
            throw unreadable("input " + row.n(), e);
        }
    }

    RecordedEvent recorded(StoredEvent row, Blob.Source blobs) {
        try {
            return new RecordedEvent(row.seq(), row.n(), row.atMs(), subject(row), row.cause(),
                    events.decode(row.type(), row.version(), row.body(), blobs));
        } catch (WireException e) {
            throw unreadable("event " + row.seq(), e);
        }
    }

    private static Subject subject(StoredEvent row) {
        return row.agent().isEmpty() && row.task().isEmpty() && row.attempt() == 0
                ? Subject.SESSION
                : new Subject(row.agent(), row.task(), row.attempt());
    }

    private static StoreException unreadable(String what, WireException e) {
        return switch (e.kind()) {
            case UNKNOWN -> new StoreException(Kind.FROM_THE_FUTURE, what + ": " + e.getMessage(), e);
            case MALFORMED, CONTENT_MISSING -> new StoreException(Kind.DAMAGED, what + ": " + e.getMessage(), e);
        };
    }
}
