package baton.reading.source;

/**
 * One input as it came: the name under which problems speak of it, and its bytes.
 *
 * @param name
 *            a path as the person gave it; {@code -} for standard input
 */
@SuppressWarnings("ArrayRecordComponent")
public record SourceDocument(String name, byte[] bytes) {}
