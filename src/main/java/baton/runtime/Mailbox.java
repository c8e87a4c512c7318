package baton.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import baton.engine.Input;
import baton.engine.fact.RecordedEvent;
import baton.runtime.EventStore.Chunk;

/**
 * The one way into a session: letters from people, effects and clocks, in the order they came.
 *
 * <p>Bounded: a full mailbox makes the sender wait, which slows models down and loses nothing, streamed text included.
 */
final class Mailbox {
    private static final int LETTERS_MAX = 10_000;

    private final BlockingQueue<Letter> letters = new ArrayBlockingQueue<>(LETTERS_MAX);

    /** Something that arrived. */
    sealed interface Letter {
        /** An input, with file contents to keep; {@code receipt} is told what came of it. */
        record Mail(Input input, List<Content> contents, CompletableFuture<List<RecordedEvent>> receipt)
                implements
                    Letter {
            Mail(Input input, List<Content> contents) {
                this(input, contents, new CompletableFuture<>());
            }
        }

        /** A piece of streamed text; its ordinal and time are given by the loop. */
        record Piece(String turn, String text) implements Letter {}

        /** Only wakes the loop, so that it sees that it shall end. */
        record Nudge() implements Letter {}
    }

    /** Waits up to {@code waitMs} while the mailbox is full; false where it stayed so. */
    boolean offer(Letter letter, long waitMs) throws InterruptedException {
        return letters.offer(letter, waitMs, TimeUnit.MILLISECONDS);
    }

    /** Takes back a letter that nobody will read any more; false where it has been taken out already. */
    boolean remove(Letter letter) {
        return letters.remove(letter);
    }

    /** Wakes the loop. A full mailbox needs no nudge: the loop does not sleep then. */
    void nudge() {
        letters.offer(new Letter.Nudge());
    }

    /** Takes out everything that waits. */
    List<Letter> empty() {
        var taken = new ArrayList<Letter>();
        letters.drainTo(taken);
        return taken;
    }

    /** Everything that waits, at most {@code max}; waits up to {@code waitMs} for the first. */
    List<Letter> take(int max, long waitMs) throws InterruptedException {
        var taken = new ArrayList<Letter>();
        var first = letters.poll(waitMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            letters.drainTo(taken, max - 1);
        }
        return taken;
    }

    /** Keeps an ordinary chunk apart from what the store writes. */
    static Chunk chunk(Letter.Piece piece, int ordinal, long atMs, long afterSeq) {
        return new Chunk(piece.turn(), ordinal, atMs, afterSeq, piece.text());
    }
}
