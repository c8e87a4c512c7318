package baton.wire;

/**
 * An event as it is stored: its columns, and its canonical body as UTF-8.
 *
 * @param prevHash hash of the event before; empty for the first
 * @param hash covers the event and everything before it; empty where it has not been computed yet
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEvent(long seq, long n, long atMs, String type, int version, String agent, String task, int attempt,
        long cause, byte[] body, String prevHash, String hash) {

    /** The same event with its place in the chain. */
    public StoredEvent chained(String previous, String own) {
        return new StoredEvent(seq, n, atMs, type, version, agent, task, attempt, cause, body, previous, own);
    }
}
