package baton.line;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import baton.line.Console.Typed;

/** Reads a console on a thread of its own, one entry at a time, so that a session can end while nothing is typed. */
final class Typist {
    private final Console console;
    private final SynchronousQueue<String> prompts = new SynchronousQueue<>();
    private final SynchronousQueue<Typed> typed = new SynchronousQueue<>();
    private boolean asked;

    Typist(Console console) {
        this.console = console;
        Thread.ofPlatform().daemon().name("line-in").start(this::readAll);
    }

    private void readAll() {
        try {
            while (true) {
                typed.put(console.read(prompts.take()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the entry that is being typed, and asks for one first where none is; empty when the wait is over first. */
    Optional<Typed> next(String prompt, Duration wait) throws InterruptedException {
        if (!asked) {
            prompts.put(prompt);
            asked = true;
        }
        var next = Optional.ofNullable(typed.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
        asked = next.isEmpty();
        return next;
    }
}
