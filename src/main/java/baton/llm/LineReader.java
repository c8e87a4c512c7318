package baton.llm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads lines of a stream and stops before one of them, or all of them together, grow too large.
 *
 * <p>A line ends at LF, CR LF or the end of the stream. Bytes that are not UTF-8 become U+FFFD.
 */
final class LineReader {
    private final InputStream in;
    private final StreamCaps caps;
    private final byte[] block = new byte[8192];
    private int blockAt;
    private int blockEnd;
    private byte[] line = new byte[512];
    private int lineLength;
    private long bytes;

    /** A cap was passed; the message names it. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }

    LineReader(InputStream in, StreamCaps caps) {
        this.in = in;
        this.caps = caps;
    }

    /** The next line without its end; empty at the end of the stream. */
    Optional<String> next() throws IOException {
        lineLength = 0;
        while (blockAt < blockEnd || fill()) {
            int from = blockAt;
            while (blockAt < blockEnd && block[blockAt] != '\n') {
                blockAt++;
            }
            append(from, blockAt);
            if (blockAt < blockEnd) {
                blockAt++;
                return Optional.of(text());
            }
        }
        return lineLength == 0 ? Optional.empty() : Optional.of(text());
    }

    private boolean fill() throws IOException {
        int read = in.read(block);
        blockAt = 0;
        blockEnd = Math.max(read, 0);
        bytes += blockEnd;
        if (bytes > caps.bytesMax()) {
            throw new TooLarge("the answer has more than " + caps.bytesMax() + " bytes");
        }
        return read > 0;
    }

    private void append(int from, int to) throws TooLarge {
        int more = to - from;
        if (lineLength + more > caps.lineBytesMax()) {
            throw new TooLarge("a line of the answer has more than " + caps.lineBytesMax() + " bytes");
        }
        if (lineLength + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, lineLength + more));
        }
        System.arraycopy(block, from, line, lineLength, more);
        lineLength += more;
    }

    private String text() {
        int end = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
