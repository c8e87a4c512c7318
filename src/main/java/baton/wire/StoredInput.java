package baton.wire;

/** An input as it is stored: its columns, and its canonical body as UTF-8. */
@SuppressWarnings("ArrayRecordComponent")
public record StoredInput(long n, long atMs, long elapsedMs, String type, int version, byte[] body) {}
