package baton.tui.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import baton.tui.frame.Backdrop;

/**
 * Takes the answer to the question for the background out of what a terminal sends, however late it comes and however it is
 * cut into pieces: none of it is ever taken for typing.
 *
 * <p>Before the question and after the answer everything goes through as it is. Belongs to one reading thread; others ask and
 * wait.
 */
final class AnswerFilter extends InputStream {
    /** Asks for the colour of the background; whoever does not know the question answers nothing. */
    static final String QUESTION = "\u001b]11;?\u0007";
    private static final byte[] BEGIN = "\u001b]11;".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern COLOUR = Pattern.compile(
            "rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?");
    private static final int ANSWER_MAX = 64;
    /** So long a lone Escape waits for whether it begins the answer; afterwards it is the key. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final byte ESC = 0x1B;
    private static final byte BELL = 7;

    private final InputStream source;
    private final Consumer<Backdrop> answered;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile long askedNanos;
    /** Bytes of the beginning that were seen, and how many of them went on because nothing followed in time. */
    private int matched;
    private int gone;
    private boolean late;
    private final StringBuilder answer = new StringBuilder();

    AnswerFilter(InputStream source, Consumer<Backdrop> answered) {
        this.source = source;
        this.answered = answered;
    }

    /** From now on an answer may come. */
    void asking() {
        askedNanos = System.nanoTime();
        asked = true;
    }

    /** Waits a moment for the answer where it was asked for just now: the next reader must not get it. */
    void settle(long ms) {
        if (!asked || System.nanoTime() - askedNanos > PATIENCE_NANOS) {
            return;
        }
        try {
            var _ = over.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count <= 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    /** As the source; 0 also where all that came was kept. {@code length} must have room for what may have been kept before. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (!asked) {
            return source.read(into, offset, length);
        }
        byte[] raw = new byte[Math.max(1, length - BEGIN.length)];
        int count = source.read(raw, 0, raw.length);
        if (count <= 0) {
            int released = letGo(into, offset);
            return released > 0 ? released : count;
        }
        int at = offset;
        for (int i = 0; i < count; i++) {
            at = take(raw[i], into, at);
        }
        if (matched == 1 && System.nanoTime() - askedNanos > PATIENCE_NANOS) {
            at += letGo(into, at);
        }
        return at - offset;
    }

    /** Nothing more came for a tenth of a second. What began with an Escape alone was typed; what had more of it may go on. */
    private int letGo(byte[] into, int at) {
        if (matched == 1 && gone == 0) {
            into[at] = ESC;
            gone = 1;
            return 1;
        }
        if (gone == 1 && matched < BEGIN.length) {
            int count = typed(into, at);
            matched = 0;
            gone = 0;
            return count;
        }
        late = matched > 0;
        return 0;
    }

    /** Gives away what was taken for a beginning and is none; a modified bracket, which is no key, stays. */
    private int typed(byte[] into, int at) {
        int first = late ? Math.max(gone, 2) : gone;
        int count = Math.max(0, matched - first);
        System.arraycopy(BEGIN, Math.min(first, matched), into, at, count);
        late = false;
        return count;
    }

    private int take(byte next, byte[] into, int at) {
        if (!asked) {
            into[at] = next;
            return at + 1;
        }
        if (matched == BEGIN.length) {
            end(next);
            return at;
        }
        if (next == BEGIN[matched]) {
            matched++;
            return at;
        }
        int to = at + typed(into, at);
        gone = 0;
        matched = next == ESC ? 1 : 0;
        if (matched == 0) {
            into[to] = next;
            to++;
        }
        return to;
    }

    private void end(byte next) {
        boolean ended = next == BELL
                || (next == '\\' && !answer.isEmpty() && answer.charAt(answer.length() - 1) == ESC);
        if (!ended && answer.length() < ANSWER_MAX) {
            answer.append((char) (next & 0xFF));
            return;
        }
        asked = false;
        over.countDown();
        colour(answer.toString().replace("\u001b", "")).ifPresent(answered);
    }

    /** The colour of an answer, each part of one to four digits; empty where it is none. */
    static Optional<Backdrop> colour(String text) {
        var matcher = COLOUR.matcher(text);
        return matcher.matches()
                ? Optional.of(new Backdrop(part(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3))))
                : Optional.empty();
    }

    private static int part(String digits) {
        int most = (1 << (4 * digits.length())) - 1;
        return Math.round(Integer.parseInt(digits, 16) * 255f / most);
    }
}
