package baton.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * What a command wrote to both of its outputs: the head, the tail and how much there was. Memory is bounded whatever it writes;
 * the rest is read and dropped, so that the command does not hang on a full pipe.
 */
public final class CommandOutput {
    static final int HEAD_BYTES = 64 * 1024;
    static final int TAIL_BYTES = 64 * 1024;

    /** At the inner edges a secret may be cut in two and so not be known; this much there is never shown. */
    private static final int EDGE_CHARS = 4 * 1024;

    private static final long READER_WAIT_MS = 2_000;

    private final byte[] head = new byte[HEAD_BYTES];
    private final byte[] tail = new byte[TAIL_BYTES];
    private long size;
    private boolean binary;

    CommandOutput() {}

    void readFrom(Process process) {
        var buffer = new byte[16 * 1024];
        try (InputStream in = process.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                add(buffer, count);
            }
        } catch (IOException e) {
            // The pipe was closed under us because the command is over; what came so far is the output.
            return;
        }
    }

    synchronized void add(byte[] bytes, int count) {
        for (int at = 0; at < count; at++) {
            if (size < HEAD_BYTES) {
                head[(int) size] = bytes[at];
            } else {
                tail[(int) ((size - HEAD_BYTES) % TAIL_BYTES)] = bytes[at];
            }
            binary |= bytes[at] == 0;
            size++;
        }
    }

    /** Waits for the rest; a pipe that something still holds open after everything was ended is closed from our side. */
    void finish(Thread reader, Process process) {
        boolean interrupted = Thread.interrupted();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(READER_WAIT_MS);
        while (reader.isAlive() && System.nanoTime() < until) {
            try {
                TimeUnit.NANOSECONDS.timedJoin(reader, Math.max(1, until - System.nanoTime()));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (reader.isAlive()) {
            closeQuietly(process);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(Process process) {
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            System.getLogger(CommandOutput.class.getName()).log(System.Logger.Level.DEBUG, "pipe not closed", e);
        }
    }

    /** How many bytes it wrote. */
    public synchronized long size() {
        return size;
    }

    /** The text for a model: redacted first, then shortened to {@code charsMax}. */
    public synchronized String text(UnaryOperator<String> redact, int charsMax) {
        if (binary) {
            return "[binary output of " + size + " bytes is not shown]";
        }
        if (size <= HEAD_BYTES) {
            return ToolText.cut(redact.apply(utf8(head, 0, (int) size)), charsMax);
        }
        String first = redact.apply(utf8(head, 0, HEAD_BYTES));
        String last = redact.apply(tailText());
        if (size <= HEAD_BYTES + TAIL_BYTES) {
            return ToolText.cut(redact.apply(utf8(head, 0, HEAD_BYTES) + tailText()), charsMax);
        }
        int half = charsMax / 2;
        String shownFirst = first.substring(0, Math.min(half, Math.max(0, first.length() - EDGE_CHARS)));
        String shownLast = last.substring(Math.max(Math.min(EDGE_CHARS, last.length()), last.length() - half));
        return shownFirst + "\n[... " + size + " bytes in all; only the beginning and the end are shown ...]\n"
                + shownLast;
    }

    private String tailText() {
        long inTail = size - HEAD_BYTES;
        if (inTail <= TAIL_BYTES) {
            return utf8(tail, 0, (int) inTail);
        }
        int start = (int) (inTail % TAIL_BYTES);
        var ordered = new byte[TAIL_BYTES];
        System.arraycopy(tail, start, ordered, 0, TAIL_BYTES - start);
        System.arraycopy(tail, 0, ordered, TAIL_BYTES - start, start);
        return utf8(ordered, 0, TAIL_BYTES);
    }

    private static String utf8(byte[] bytes, int from, int count) {
        return new String(bytes, from, count, StandardCharsets.UTF_8);
    }
}
