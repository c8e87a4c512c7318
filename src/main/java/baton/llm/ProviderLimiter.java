package baton.llm;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import baton.engine.fact.Trouble;
import baton.runtime.Running;
import baton.runtime.TimeSource;

/**
 * What all calls to one provider with one key share: a pause after a refusal, a bound on calls in flight, and a circuit that
 * stops asking a broken provider and then sends one call ahead.
 *
 * <p>May be used by any thread. Who waits is served in the order of asking.
 */
final class ProviderLimiter {
    /** A pause that moves by less than this is not told again. */
    private static final long NEWS_MS = 1_000;
    private static final long FIRST_PAUSE_MS = 1_000;

    private final LimiterRules rules;
    private final TimeSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Ticket> waiting = new ArrayDeque<>();

    private int inFlight;
    private int callsMax;
    private int successes;
    private long pausedUntilMs = Long.MIN_VALUE;
    private long toldUntilMs = Long.MIN_VALUE;
    private int pausesInARow;
    private int failuresInARow;
    private int opens;
    private boolean probing;
    private Fault lastFailure = Fault.of(Trouble.OVERLOADED, "the provider fails");
    private Running timer = Running.NOTHING;

    ProviderLimiter(LimiterRules rules, TimeSource time) {
        this.rules = rules;
        this.time = time;
        this.callsMax = rules.callsMax();
    }

    /** Whether a call may go. */
    sealed interface Admission {
        /** It may; {@code back} where it is the first after a pause that was told. */
        record Granted(boolean back) implements Admission {}

        record Refused(Fault fault) implements Admission {}

        record Withdrawn() implements Admission {}
    }

    /** What a finished try means for the others. */
    sealed interface Notice {
        record Nothing() implements Notice {}

        /** Nobody may ask before {@code untilMs} of wall time. */
        record Paused(Fault fault, long untilMs) implements Notice {}

        record Back() implements Notice {}
    }

    /** A place in the queue. */
    static final class Ticket {
        private final CompletableFuture<Admission> admission = new CompletableFuture<>();
        private final int opensAtStart;
        private boolean probe;

        private Ticket(int opensAtStart) {
            this.opensAtStart = opensAtStart;
        }

        /** Waits for the answer; the bounds of the limiter make sure that there is one. */
        Admission await() {
            return admission.join();
        }
    }

    /** Takes a place; every granted ticket must be reported on once. */
    Ticket queue() {
        lock.lock();
        try {
            var ticket = new Ticket(opens);
            if (waiting.size() >= rules.waitingMax()) {
                ticket.admission.complete(new Admission.Refused(
                        Fault.lasting(Trouble.INTERNAL, rules.waitingMax() + " calls already wait for this provider")));
            } else {
                waiting.add(ticket);
                serve();
            }
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place up; too late once it has been granted. */
    void withdraw(Ticket ticket) {
        lock.lock();
        try {
            if (waiting.remove(ticket)) {
                ticket.admission.complete(new Admission.Withdrawn());
            }
        } finally {
            lock.unlock();
        }
    }

    /** How long nobody may ask from now on; 0 for not at all. */
    long pauseMs() {
        lock.lock();
        try {
            return pausedUntilMs == Long.MIN_VALUE ? 0 : Math.max(0, pausedUntilMs - time.monotonicMs());
        } finally {
            lock.unlock();
        }
    }

    /** A granted try ended well. */
    Notice succeeded(Ticket ticket) {
        lock.lock();
        try {
            boolean wasBroken = opens > 0;
            leave(ticket);
            failuresInARow = 0;
            pausesInARow = 0;
            opens = 0;
            grow();
            boolean back = wasBroken && toldUntilMs != Long.MIN_VALUE;
            toldUntilMs = back ? Long.MIN_VALUE : toldUntilMs;
            serve();
            return back ? new Notice.Back() : new Notice.Nothing();
        } finally {
            lock.unlock();
        }
    }

    /** A granted try ended with a fault; {@code cancelled} says nothing about the provider. */
    Notice failed(Ticket ticket, Fault fault, boolean cancelled) {
        lock.lock();
        try {
            boolean probe = ticket.probe;
            leave(ticket);
            Notice notice = cancelled ? new Notice.Nothing() : learn(fault, probe);
            serve();
            return notice;
        } finally {
            lock.unlock();
        }
    }

    private Notice learn(Fault fault, boolean probe) {
        return switch (fault.trouble()) {
            case RATE_LIMITED -> pause(fault);
            case OVERLOADED, UNREACHABLE -> broken(fault, probe);
            case QUOTA, TOO_LONG, REJECTED, UNAUTHORISED, TIMED_OUT, INCOMPLETE, INTERNAL -> {
                // The provider answers, whatever it says.
                failuresInARow = 0;
                opens = 0;
                yield new Notice.Nothing();
            }
        };
    }

    private Notice pause(Fault fault) {
        long now = time.monotonicMs();
        failuresInARow = 0;
        opens = 0;
        if (now >= pausedUntilMs) {
            pausesInARow++;
            callsMax = Math.max(1, callsMax / 2);
            successes = 0;
        }
        long waitMs = fault.waitMs()
                .orElse(Math.min(rules.openMaxMs(), FIRST_PAUSE_MS << Math.min(pausesInARow - 1, 16)));
        return stopUntil(now + waitMs, fault);
    }

    private Notice broken(Fault fault, boolean probe) {
        failuresInARow++;
        lastFailure = fault;
        if (!probe && (failuresInARow < rules.failuresToOpen() || opens > 0)) {
            return fault.waitMs().isPresent()
                    ? stopUntil(time.monotonicMs() + fault.waitMs().getAsLong(), fault)
                    : new Notice.Nothing();
        }
        long openMs = Math.min(rules.openMaxMs(), rules.openMs() << Math.min(opens, 16));
        opens++;
        refuseTheTired();
        return stopUntil(time.monotonicMs() + Math.max(openMs, fault.waitMs().orElse(0)), fault);
    }

    private void refuseTheTired() {
        waiting.removeIf(ticket -> {
            boolean tired = opens - ticket.opensAtStart >= rules.opensMax();
            if (tired) {
                ticket.admission.complete(new Admission.Refused(lastFailure));
            }
            return tired;
        });
    }

    private Notice stopUntil(long untilMs, Fault fault) {
        pausedUntilMs = Math.max(pausedUntilMs, untilMs);
        if (toldUntilMs != Long.MIN_VALUE && pausedUntilMs <= toldUntilMs + NEWS_MS) {
            return new Notice.Nothing();
        }
        toldUntilMs = pausedUntilMs;
        return new Notice.Paused(fault, time.wallMs() + pausedUntilMs - time.monotonicMs());
    }

    private void leave(Ticket ticket) {
        inFlight--;
        if (ticket.probe) {
            probing = false;
        }
    }

    /** One more call at once for each round of successes. */
    private void grow() {
        successes++;
        if (callsMax < rules.callsMax() && successes >= callsMax) {
            callsMax++;
            successes = 0;
        }
    }

    private void serve() {
        long now = time.monotonicMs();
        timer.cancel();
        timer = Running.NOTHING;
        if (now < pausedUntilMs) {
            timer = waiting.isEmpty() ? Running.NOTHING : time.at(pausedUntilMs, this::serveLater);
            return;
        }
        while (!waiting.isEmpty() && inFlight < callsMax && !(opens > 0 && probing)) {
            Ticket next = waiting.remove();
            inFlight++;
            next.probe = opens > 0;
            probing = next.probe;
            boolean back = toldUntilMs != Long.MIN_VALUE && opens == 0;
            toldUntilMs = back ? Long.MIN_VALUE : toldUntilMs;
            next.admission.complete(new Admission.Granted(back));
        }
    }

    private void serveLater() {
        lock.lock();
        try {
            serve();
        } finally {
            lock.unlock();
        }
    }
}
