package baton.llm;

/**
 * How large an answer may be; checked before anything is parsed.
 *
 * @param lineBytesMax one line of the stream
 * @param bytesMax the whole stream
 * @param eventsMax events of one stream
 * @param errorBytesMax what is read of an error's body; the rest is ignored
 */
public record StreamCaps(int lineBytesMax, long bytesMax, int eventsMax, int errorBytesMax) {
    public static final StreamCaps DEFAULTS = new StreamCaps(4 << 20, 64L << 20, 1_000_000, 64 << 10);

    public StreamCaps {
        if (lineBytesMax < 1 || bytesMax < 1 || eventsMax < 1 || errorBytesMax < 1) {
            throw new IllegalArgumentException("every cap must be at least 1");
        }
    }
}
