package baton.runtime;

import java.nio.charset.StandardCharsets;

import baton.engine.Sha256;

/**
 * Bytes under their sha256, kept once however often they occur.
 *
 * <p>The array is not copied: whoever hands it over must not change it afterwards.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Content(String sha256, byte[] bytes) {

    public static Content of(byte[] bytes) {
        return new Content(Sha256.of(bytes), bytes);
    }

    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
