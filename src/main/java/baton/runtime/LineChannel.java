package baton.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Lines of UTF-8 over one socket. One thread reads, one thread writes; either may be ended by closing. */
final class LineChannel implements AutoCloseable {
    /** Longer lines are no message of ours. */
    static final int LINE_BYTES_MAX = 1 << 20;
    private static final int BUFFER_BYTES = 8_192;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    LineChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * The next line; empty at the end, also in the middle of a line.
     *
     * @throws IOException where the line is too long or the socket breaks
     */
    Optional<String> read() throws IOException {
        byte[] line = new byte[256];
        int length = 0;
        while (true) {
            if (!buffer.hasRemaining() && !refill()) {
                return Optional.empty();
            }
            byte next = buffer.get();
            if (next == '\n') {
                return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8));
            }
            if (length == LINE_BYTES_MAX) {
                throw new IOException("a line of more than " + LINE_BYTES_MAX + " bytes");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(LINE_BYTES_MAX, 2 * length));
            }
            line[length++] = next;
        }
    }

    private boolean refill() throws IOException {
        buffer.clear();
        int got = channel.read(buffer);
        buffer.flip();
        return got > 0;
    }

    /** Waits until the system has taken the whole line. */
    void write(String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is kept in it; the other side sees its end either way.
        }
    }
}
