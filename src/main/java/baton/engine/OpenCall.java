package baton.engine;

import baton.engine.fact.ModelReply.CallRequest;

/**
 * A tool call that has not ended.
 *
 * @param id {@code T-3/1#2.1}
 * @param number place in its turn, counted from 1
 * @param waitsFor id of the blocker, question, decision or approval it waits for, or empty
 */
public record OpenCall(String id, int number, CallRequest request, State state, String waitsFor,
        boolean repeatable) implements Comparable<OpenCall> {
    /** The life of a call. */
    public enum State {
        /** Not looked at yet, or waiting for its turn after earlier writes. */
        QUEUED,
        /** A person allowed it; it waits for its turn like a queued one. */
        APPROVED,
        /** Decided by the engine itself; looked at again where its gate was lost. */
        DECIDED_HERE,
        /** With a tool. */
        RUNNING,
        /** Waiting for a person. */
        WAITING
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public OpenCall running(boolean asRepeatable) {
        return new OpenCall(id, number, request, State.RUNNING, "", asRepeatable);
    }

    public OpenCall decidedHere() {
        return new OpenCall(id, number, request, State.DECIDED_HERE, "", true);
    }

    public OpenCall waitingFor(String subject) {
        return new OpenCall(id, number, request, State.WAITING, subject, repeatable);
    }

    public OpenCall approved() {
        return new OpenCall(id, number, request, State.APPROVED, "", repeatable);
    }

    /** Neither with a tool, nor waiting for somebody. */
    public boolean isToBegin() {
        return state == State.QUEUED || state == State.APPROVED || state == State.DECIDED_HERE;
    }

    @Override
    public int compareTo(OpenCall other) {
        return Integer.compare(number, other.number);
    }
}
