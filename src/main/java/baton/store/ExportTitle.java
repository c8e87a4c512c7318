package baton.store;

import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.wire.ExportCodec;
import baton.wire.ExportLine;
import baton.wire.WireException;

/** What the first line of an export says of the session, for the name of the one to be made of it. */
final class ExportTitle {
    private ExportTitle() {}

    /** The session's name without its time and ending, which the new name gets anyway. */
    static String of(String firstLine) {
        try {
            return ExportCodec.sessionOf(firstLine).replaceFirst("-\\d{8}-\\d{4}-[a-z0-9]{4}$", "");
        } catch (WireException e) {
            throw refused(e);
        }
    }

    static long startedAtMs(String firstLine) {
        try {
            return ExportCodec.read(firstLine) instanceof ExportLine.OfEvent(var event, var _, var _)
                    ? event.atMs()
                    : 0;
        } catch (WireException e) {
            throw refused(e);
        }
    }

    private static StoreException refused(WireException e) {
        return new StoreException(Kind.NOT_OURS, "line 1: " + e.getMessage(), e);
    }
}
