package baton.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes under their sha256, kept once however often they occur.
 *
 * <p>The array is not copied: whoever hands it over must not change it afterwards.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Content(String sha256, byte[] bytes) {

    public static Content of(byte[] bytes) {
        return new Content(sha256(bytes), bytes);
    }

    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Lower-case hex sha256. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
