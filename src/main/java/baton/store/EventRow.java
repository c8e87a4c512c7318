package baton.store;

/** One line of the table of events; {@code hash} covers everything before it, see {@link HashChain}. */
@SuppressWarnings("ArrayRecordComponent")
record EventRow(long seq, long n, long atMs, String type, int version, String agent, String task, int attempt,
        long cause, byte[] body, String prevHash, String hash) {

    EventRow chained(String previous, String own) {
        return new EventRow(seq, n, atMs, type, version, agent, task, attempt, cause, body, previous, own);
    }
}
