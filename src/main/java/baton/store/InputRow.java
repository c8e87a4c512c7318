package baton.store;

/** One line of the table of inputs. */
@SuppressWarnings("ArrayRecordComponent")
record InputRow(long n, long atMs, long elapsedMs, String type, int version, byte[] body) {}
