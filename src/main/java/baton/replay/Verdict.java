package baton.replay;

/** What comes of deciding a recorded session again. */
public sealed interface Verdict {
    /** Every fact came out as it was recorded. */
    record Exact(long events, long inputs) implements Verdict {}

    /** Decided by rules that this build no longer has: every fact could be read, none was decided again. */
    record Folded(int rules, long events) implements Verdict {}

    /** The record holds no session yet. */
    record Empty() implements Verdict {}

    /** The first fact that comes out otherwise; {@code input} is the number of the input that leads to it. */
    record Diverged(long seq, long input, String recorded, String decided) implements Verdict {}

    /** The record is not as it was written. */
    record Damaged(long seq, String type, String message) implements Verdict {}
}
