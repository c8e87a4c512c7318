package baton.wire;

import java.nio.charset.StandardCharsets;

import baton.engine.Sha256;

/** A long text taken out of a body, as UTF-8 under its sha256. */
@SuppressWarnings("ArrayRecordComponent")
public record Blob(String sha256, byte[] bytes) {

    /** Finds the bytes of a text that was taken out. */
    @FunctionalInterface
    public interface Source {
        /** For bodies that hold all of their texts. */
        Source NONE = sha256 -> {
            throw new WireException(WireException.Kind.CONTENT_MISSING, "a text kept apart is missing: " + sha256);
        };

        /**
         * The bytes under this hash.
         *
         * @throws WireException with {@link WireException.Kind#CONTENT_MISSING} where there are none
         */
        byte[] bytes(String sha256);
    }

    static Blob of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Blob of(byte[] bytes) {
        return new Blob(Sha256.of(bytes), bytes);
    }
}
