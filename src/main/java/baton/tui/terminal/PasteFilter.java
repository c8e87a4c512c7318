package baton.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Takes pasted text out of what a terminal sends, and makes a lone Escape known by waiting for what may belong to it.
 *
 * <p>Between its two marks a paste is kept aside whole, at the speed of the stream; the reader behind sees the first mark
 * only and then asks for the text. Belongs to one reading thread.
 */
final class PasteFilter extends InputStream {
    /** Bytes of one paste that are kept; what is beyond is left out, and the text says so. */
    static final int PASTE_BYTES_MAX = 8_000_000;
    private static final byte[] BEGIN = "\u001b[200~".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);
    /** How long an Escape may be alone before it counts as the key. */
    private static final int ESCAPE_MS = 25;
    private static final int ROOM = 8_192;
    /** Reads that come back at once with nothing, one after another, mean that the source has ended. */
    private static final int ENDED = 50;
    private static final long QUICK_NANOS = 20_000_000;
    private static final long HOLD_NANOS = 400_000_000;

    private final InputStream source;
    private final ArrayDeque<String> pastes = new ArrayDeque<>();
    private final byte[] raw = new byte[ROOM];
    private int rawAt;
    private int rawEnd;
    private ByteArrayOutputStream paste = new ByteArrayOutputStream();
    private boolean pasting;
    private long omitted;
    private boolean held;
    private boolean resting;
    /** Bytes of the mark that may be coming, matched so far. */
    private int matched;
    private Sequence sequence = Sequence.NONE;

    /** Whether the bytes given so far end within a sequence, so that more may belong to it. */
    private enum Sequence {
        NONE, BEGUN, PARAMETERS, STRING;

        Sequence after(byte next) {
            if (next == 0x1B) {
                return BEGUN;
            }
            return switch (this) {
                case NONE -> NONE;
                case BEGUN -> next == '[' || next == 'O'
                        ? PARAMETERS
                        : next == ']' || next == 'P' || next == '_'
                                ? STRING
                                : NONE;
                case PARAMETERS -> next >= 0x40 ? NONE : PARAMETERS;
                case STRING -> next == 7 ? NONE : STRING;
            };
        }
    }

    PasteFilter(InputStream source) {
        this.source = source;
    }

    /** The oldest paste nobody has asked for; empty where there is none. */
    Optional<String> paste() {
        return Optional.ofNullable(pastes.poll());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int given = 0;
        while (given == 0) {
            if (rawAt == rawEnd && !fill()) {
                return -1;
            }
            given = pass(into, offset, length);
        }
        return given;
    }

    /**
     * Waits for more. The terminal is set so that a read that gets nothing comes back after a tenth of a second: only so can
     * somebody else be given the terminal in between.
     */
    private boolean fill() throws IOException {
        int quick = 0;
        while (quick < ENDED) {
            awaitTurn();
            long since = System.nanoTime();
            rawAt = 0;
            rawEnd = Math.max(0, source.read(raw, 0, raw.length));
            if (rawEnd > 0) {
                return true;
            }
            quick = System.nanoTime() - since < QUICK_NANOS ? quick + 1 : 0;
        }
        return false;
    }

    private synchronized void awaitTurn() throws InterruptedIOException {
        try {
            while (held) {
                resting = true;
                notifyAll();
                wait();
            }
            resting = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
    }

    /** Keeps away from the source until {@link #goOn}; returns when nobody reads any more, or after a moment. */
    synchronized void hold() throws InterruptedException {
        held = true;
        long untilNanos = System.nanoTime() + HOLD_NANOS;
        while (!resting && System.nanoTime() < untilNanos) {
            wait(50);
        }
    }

    synchronized void goOn() {
        held = false;
        notifyAll();
    }

    private int pass(byte[] into, int offset, int length) {
        int given = 0;
        while (given < length && rawAt < rawEnd) {
            byte next = raw[rawAt];
            rawAt++;
            if (pasting) {
                keep(next);
            } else {
                into[offset + given] = next;
                given++;
                sequence = sequence.after(next);
                watchForBegin(next);
                if (pasting) {
                    // The reader gets the whole mark first; the text must be complete when it asks.
                    return given;
                }
            }
        }
        return given;
    }

    private void watchForBegin(byte next) {
        matched = next == BEGIN[matched] ? matched + 1 : next == BEGIN[0] ? 1 : 0;
        if (matched == BEGIN.length) {
            matched = 0;
            pasting = true;
        }
    }

    private void keep(byte next) {
        if (paste.size() < PASTE_BYTES_MAX + END.length) {
            paste.write(next);
        } else {
            omitted++;
        }
        matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
        if (matched == END.length) {
            pastes.add(text());
            paste = new ByteArrayOutputStream();
            omitted = 0;
            matched = 0;
            pasting = false;
        }
    }

    private String text() {
        byte[] bytes = paste.toByteArray();
        int length = omitted == 0 ? bytes.length - END.length : bytes.length;
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
        return omitted == 0 ? text : text + "\n(" + omitted + " more bytes were pasted and left out)";
    }

    /** Reads on until the paste under way has ended; the reader has just seen its first mark. */
    String awaitPaste() throws IOException {
        while (pastes.isEmpty()) {
            if (rawAt == rawEnd && !fill()) {
                pasting = false;
                return new String(paste.toByteArray(), StandardCharsets.UTF_8);
            }
            while (pasting && rawAt < rawEnd) {
                keep(raw[rawAt]);
                rawAt++;
            }
        }
        return pastes.remove();
    }

    /** Within a sequence waits a moment for more of it: an Escape alone is a key. Nothing else is ever kept waiting. */
    @Override
    public int available() throws IOException {
        if (pasting) {
            // The mark must reach the reader before anything behind it is looked at.
            return 0;
        }
        if (sequence == Sequence.NONE) {
            return rawEnd - rawAt + source.available();
        }
        // By the clock, not by the number of naps: on a busy machine a nap may take as long as all of them should.
        long untilNanos = System.nanoTime() + ESCAPE_MS * 1_000_000L;
        while (System.nanoTime() < untilNanos) {
            int ready = rawEnd - rawAt + source.available();
            if (ready > 0) {
                return ready;
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }
        return 0;
    }
}
