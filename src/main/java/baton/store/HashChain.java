package baton.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import baton.engine.Sha256;
import baton.wire.StoredEvent;
import baton.wire.StoredInput;

/**
 * Computes the hash of each event from the one before it.
 *
 * <p>It is the sha256 over: the previous hash; the number of inputs since the previous event and all columns of each; all
 * columns of the event. Numbers are eight bytes, big end first; texts and bodies are their length and then their UTF-8.
 * The session's name is not in it, so that a copy under another name has the same head. Not for use by several threads.
 */
final class HashChain {
    private final MessageDigest digest = Sha256.newDigest();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** {@code inputs} are those since the previous event. */
    String hash(String previous, List<StoredInput> inputs, StoredEvent event) {
        add(previous);
        add(inputs.size());
        inputs.forEach(this::add);
        add(event.seq());
        add(event.n());
        add(event.atMs());
        add(event.type());
        add(event.version());
        add(event.agent());
        add(event.task());
        add(event.attempt());
        add(event.cause());
        add(event.body());
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(StoredInput input) {
        add(input.n());
        add(input.atMs());
        add(input.elapsedMs());
        add(input.type());
        add(input.version());
        add(input.body());
    }

    private void add(long value) {
        number.clear();
        number.putLong(value);
        digest.update(number.array());
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        add(bytes.length);
        digest.update(bytes);
    }
}
