package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import baton.engine.fact.Trouble;
import baton.llm.ProviderLimiter.Admission;
import baton.llm.ProviderLimiter.Notice;
import baton.llm.ProviderLimiter.Ticket;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProviderLimiterTest {
    private static final Fault BUSY = Fault.of(Trouble.OVERLOADED, "busy");

    private final ManualTime time = new ManualTime();
    private final ProviderLimiter limiter = new ProviderLimiter(new LimiterRules(4, 50, 3, 1_000, 4_000, 2), time);

    private static Fault limited(long waitMs) {
        return Fault.of(Trouble.RATE_LIMITED, "slow down").withWait(OptionalLong.of(waitMs));
    }

    private static Admission granted(boolean back) {
        return new Admission.Granted(back);
    }

    @Test
    void noMoreThanTheBoundGoAtOnceAndTheRestInOrder() {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 6; i++) {
            tickets.add(limiter.queue());
        }
        assertEquals(List.of(true, true, true, true, false, false), tickets.stream().map(Ticket::isDecided).toList());
        limiter.succeeded(tickets.getFirst());
        assertTrue(tickets.get(4).isDecided());
        assertFalse(tickets.get(5).isDecided());
        limiter.withdraw(tickets.get(5));
        assertEquals(new Admission.Withdrawn(), tickets.get(5).await());
    }

    @Test
    void afterARefusalNobodyAsksBeforeTheGivenTimeAndItIsToldOnce() {
        var inFlight = List.of(limiter.queue(), limiter.queue(), limiter.queue());
        var waiting = new ArrayList<Ticket>();
        assertEquals(new Notice.Paused(limited(7_000), time.wallMs() + 7_000),
                limiter.failed(inFlight.get(0), limited(7_000), false));
        time.pass(200);
        assertEquals(new Notice.Nothing(), limiter.failed(inFlight.get(1), limited(7_000), false));
        assertEquals(new Notice.Nothing(), limiter.succeeded(inFlight.get(2)));
        for (int i = 0; i < 30; i++) {
            waiting.add(limiter.queue());
        }
        time.pass(6_999);
        assertEquals(0, waiting.stream().filter(Ticket::isDecided).count());
        time.pass(1);
        // Four at once became two; the first of them brings the news.
        assertEquals(2, waiting.stream().filter(Ticket::isDecided).count());
        assertEquals(granted(true), waiting.get(0).await());
        assertEquals(granted(false), waiting.get(1).await());
    }

    @Test
    void aMuchLaterEndOfThePauseIsToldAgain() {
        var first = limiter.queue();
        var second = limiter.queue();
        limiter.failed(first, limited(1_000), false);
        assertEquals(new Notice.Paused(limited(60_000), time.wallMs() + 60_000),
                limiter.failed(second, limited(60_000), false));
    }

    @Test
    void withoutAGivenTimeThePausesDouble() {
        long[] waits = new long[4];
        for (int i = 0; i < waits.length; i++) {
            var ticket = limiter.queue();
            limiter.failed(ticket, Fault.of(Trouble.RATE_LIMITED, "no"), false);
            waits[i] = limiter.pauseMs();
            time.pass(waits[i]);
        }
        assertEquals(List.of(1_000L, 2_000L, 4_000L, 4_000L), java.util.Arrays.stream(waits).boxed().toList());
    }

    @Test
    void successesBringTheBoundBack() {
        limiter.failed(limiter.queue(), limited(10), false);
        time.pass(10);
        for (int i = 0; i < 20; i++) {
            limiter.succeeded(limiter.queue());
        }
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 5; i++) {
            tickets.add(limiter.queue());
        }
        assertEquals(4, tickets.stream().filter(Ticket::isDecided).count());
    }

    @Test
    void failuresInARowOpenTheCircuitAndOneCallGoesAhead() {
        for (int i = 0; i < 2; i++) {
            assertEquals(new Notice.Nothing(), limiter.failed(limiter.queue(), BUSY, false));
        }
        assertEquals(new Notice.Paused(BUSY, time.wallMs() + 1_000), limiter.failed(limiter.queue(), BUSY, false));
        var probe = limiter.queue();
        var next = limiter.queue();
        time.pass(1_000);
        assertEquals(granted(false), probe.await());
        assertFalse(next.isDecided());
        assertEquals(new Notice.Back(), limiter.succeeded(probe));
        assertEquals(granted(false), next.await());
    }

    @Test
    void aProbeThatFailsOpensForTwiceAsLongAndTheTiredGiveUp() {
        for (int i = 0; i < 3; i++) {
            limiter.failed(limiter.queue(), BUSY, false);
        }
        var probe = limiter.queue();
        var patient = limiter.queue();
        time.pass(1_000);
        assertEquals(new Notice.Paused(BUSY, time.wallMs() + 2_000), limiter.failed(probe, BUSY, false));
        var late = limiter.queue();
        time.pass(2_000);
        assertEquals(granted(false), patient.await());
        limiter.failed(patient, BUSY, false);
        assertFalse(late.isDecided());
        time.pass(4_000);
        limiter.failed(late, BUSY, false);
        var tired = limiter.queue();
        var other = limiter.queue();
        time.pass(4_000);
        limiter.failed(tired, BUSY, false);
        time.pass(4_000);
        assertEquals(granted(false), other.await());
    }

    @Test
    void whoHasWaitedThroughEnoughStopsIsRefused() {
        for (int i = 0; i < 3; i++) {
            limiter.failed(limiter.queue(), BUSY, false);
        }
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 4; i++) {
            tickets.add(limiter.queue());
        }
        for (int i = 0; i < 2; i++) {
            time.pass(4_000);
            limiter.failed(tickets.get(i), BUSY, false);
        }
        assertEquals(new Admission.Refused(BUSY), tickets.get(2).await());
        assertEquals(new Admission.Refused(BUSY), tickets.get(3).await());
    }

    @Test
    void aCancelledProbeMakesRoomForTheNext() {
        for (int i = 0; i < 3; i++) {
            limiter.failed(limiter.queue(), BUSY, false);
        }
        var probe = limiter.queue();
        var next = limiter.queue();
        time.pass(1_000);
        assertTrue(probe.isDecided());
        limiter.failed(probe, Fault.of(Trouble.INCOMPLETE, "cancelled"), true);
        assertEquals(granted(false), next.await());
    }

    @Test
    void aRefusedRequestShowsThatTheProviderLives() {
        limiter.failed(limiter.queue(), BUSY, false);
        limiter.failed(limiter.queue(), BUSY, false);
        limiter.failed(limiter.queue(), Fault.of(Trouble.REJECTED, "no"), false);
        assertEquals(new Notice.Nothing(), limiter.failed(limiter.queue(), BUSY, false));
    }

    @Test
    void theQueueHasABound() {
        var last = limiter.queue();
        for (int i = 0; i < 54; i++) {
            last = limiter.queue();
        }
        assertInstanceOf(Admission.Refused.class, last.await());
    }
}
