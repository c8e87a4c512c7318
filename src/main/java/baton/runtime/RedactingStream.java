package baton.runtime;

import java.util.List;

import baton.runtime.Redactor.ExactSecret;
import baton.runtime.SecretShapes.Verdict;

/**
 * Redacts text that arrives in pieces: what may still turn out to be part of a secret is held back until it is decided.
 *
 * <p>However the text is cut, the pieces that come out add up to the same text. Not for use by two threads at once.
 */
public final class RedactingStream {
    /** No known secret needs more; a longer run that began like one is taken for one. */
    private static final int HELD_CHARS_MAX = 16_384;

    private final List<ExactSecret> exact;
    private final boolean[] exactStarts = new boolean[128];
    private final boolean otherStarts;
    private final StringBuilder held = new StringBuilder();
    private char before = ' ';
    private char beforeThat = ' ';
    private int secrets;
    private boolean swallowing;

    RedactingStream(List<ExactSecret> exact) {
        this.exact = exact;
        boolean others = false;
        for (ExactSecret one : exact) {
            char first = one.value().charAt(0);
            if (first < exactStarts.length) {
                exactStarts[first] = true;
            } else {
                others = true;
            }
        }
        this.otherStarts = others;
    }

    /** Takes the next piece and gives out what is decided by now, possibly nothing. */
    public String add(String piece) {
        held.append(piece);
        return decide(false);
    }

    /** Gives out the rest; nothing may be added afterwards. */
    public String end() {
        return decide(true);
    }

    /** How many secrets have been replaced so far. */
    public int secrets() {
        return secrets;
    }

    private String decide(boolean last) {
        var out = new StringBuilder(held.length());
        int at = swallow(0);
        while (at < held.length()) {
            Verdict verdict = judge(at, last || held.length() - at > HELD_CHARS_MAX);
            if (verdict instanceof Verdict.Secret secret) {
                at = replace(out, secret);
            } else if (verdict instanceof Verdict.Plain) {
                at = keep(out, at);
            } else {
                break;
            }
        }
        held.delete(0, at);
        return out.toString();
    }

    private int keep(StringBuilder out, int at) {
        beforeThat = before;
        before = held.charAt(at);
        out.append(before);
        return at + 1;
    }

    private int replace(StringBuilder out, Verdict.Secret secret) {
        out.append("[secret: ").append(secret.kind()).append(']');
        secrets++;
        beforeThat = ' ';
        before = held.charAt(secret.end() - 1);
        swallowing = secret.goesOn();
        return swallow(secret.end());
    }

    /** The rest of an over-long secret arrives after its replacement has been given out. */
    private int swallow(int from) {
        int at = from;
        while (swallowing && at < held.length()) {
            swallowing = SecretShapes.isWord(held.charAt(at));
            at += swallowing ? 1 : 0;
        }
        return at;
    }

    private Verdict judge(int at, boolean last) {
        char here = held.charAt(at);
        boolean mayStartExact = here < exactStarts.length ? exactStarts[here] : otherStarts;
        Verdict found = mayStartExact ? judgeExact(at, last) : new Verdict.Plain();
        if (!(found instanceof Verdict.Plain)) {
            return found;
        }
        boolean wordBegins = !SecretShapes.isLetterOrDigit(before) || beforeThat == '\\';
        return SecretShapes.judge(held, at, wordBegins, last);
    }

    private Verdict judgeExact(int at, boolean last) {
        boolean open = false;
        for (ExactSecret one : exact) {
            String value = one.value();
            int available = Math.min(value.length(), held.length() - at);
            if (startsWith(value, at, available)) {
                if (available == value.length()) {
                    // A longer secret that begins with this one may still arrive; the list is sorted longest first.
                    return open ? new Verdict.Open() : new Verdict.Secret(one.kind(), at + available, false);
                }
                open = open || !last;
            }
        }
        return open ? new Verdict.Open() : new Verdict.Plain();
    }

    private boolean startsWith(String value, int at, int chars) {
        for (int i = 0; i < chars; i++) {
            if (held.charAt(at + i) != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
