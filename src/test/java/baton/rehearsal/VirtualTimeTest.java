package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import baton.runtime.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(10)
class VirtualTimeTest {

    private static final long HOUR_MS = 3_600_000;

    private VirtualTime time = VirtualTime.start(1_000_000, 0);
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeTheClock() {
        time.close();
    }

    @Test
    void thingsRunByTimeAndThenInTheOrderTheyWereAskedFor() {
        time.hold();
        note(500, "third");
        note(200, "first");
        note(200, "second");
        time.release();
        runUntil(1000);
        assertEquals(List.of("first@200", "second@200", "third@500"), ran);
    }

    @Test
    void hoursPassWithoutWaiting() {
        runUntil(1000 * HOUR_MS);
        assertEquals(1000 * HOUR_MS, time.monotonicMs());
        assertEquals(1_000_000 + 1000 * HOUR_MS, time.wallMs());
    }

    @Test
    void somethingThatIsPastRunsNow() {
        runUntil(700);
        note(100, "late");
        runUntil(800);
        assertEquals(List.of("late@700"), ran);
    }

    @Test
    void aThingMayAskForTheNext() {
        time.hold();
        time.at(100, () -> {
            note(100, "at once");
            note(350, "later");
        });
        note(200, "between");
        time.release();
        runUntil(400);
        assertEquals(List.of("at once@100", "between@200", "later@350"), ran);
    }

    @Test
    void aCancelledThingNeverRuns() {
        time.hold();
        Running cancelled = note(100, "cancelled");
        note(200, "kept");
        cancelled.cancel();
        cancelled.cancel();
        time.release();
        runUntil(300);
        cancelled.cancel();
        assertEquals(List.of("kept@200"), ran);
    }

    @Test
    void timeStandsStillUntilEveryHolderOfAnyThreadHasLetGo() throws InterruptedException {
        var holders = new ArrayList<Thread>();
        var held = new CountDownLatch(8);
        var letGo = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            holders.add(Thread.ofVirtual().start(() -> holdUntil(held, letGo)));
        }
        held.await();
        note(100, "after the holders");
        assertEquals(0, time.monotonicMs());
        assertEquals(List.of(), ran);
        letGo.countDown();
        for (Thread holder : holders) {
            holder.join();
        }
        runUntil(200);
        assertEquals(List.of("after the holders@100"), ran);
    }

    private void holdUntil(CountDownLatch held, CountDownLatch letGo) {
        time.hold();
        held.countDown();
        try {
            letGo.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        time.release();
    }

    @Test
    void aThingThatHoldsTheClockStopsEverythingAfterIt() throws InterruptedException {
        var started = new CountDownLatch(1);
        time.hold();
        time.at(100, () -> {
            time.hold();
            started.countDown();
        });
        note(100, "same time");
        time.release();
        started.await();
        assertEquals(100, time.monotonicMs());
        assertEquals(List.of(), ran);
        time.release();
        runUntil(150);
        assertEquals(List.of("same time@100"), ran);
    }

    @Test
    void lettingGoWithoutHoldingIsABug() {
        assertThrows(IllegalStateException.class, time::release);
    }

    @Test
    void closingEndsAWaitAndNothingRunsAfterwards() {
        time.close();
        time = VirtualTime.start(0, 1000);
        note(HOUR_MS, "never");
        time.close();
        Running refused = note(0, "refused");
        refused.cancel();
        time.close();
        assertEquals(List.of(), ran);
        assertTrue(time.monotonicMs() < HOUR_MS);
    }

    @Test
    void aThingMayCloseTheClockItRunsOn() throws InterruptedException {
        var closed = new CountDownLatch(1);
        time.hold();
        time.at(50, () -> {
            time.close();
            closed.countDown();
        });
        note(60, "never");
        time.release();
        closed.await();
        time.close();
        assertEquals(List.of(), ran);
    }

    @Test
    void somethingEarlierInterruptsTheWaitForSomethingLater() throws InterruptedException {
        time.close();
        time = VirtualTime.start(0, 1000);
        var now = new CountDownLatch(1);
        note(HOUR_MS, "later");
        time.at(0, now::countDown);
        assertTrue(now.await(5, TimeUnit.SECONDS));
        assertFalse(time.monotonicMs() >= HOUR_MS);
    }

    @Test
    void aPaceTakesItsShareOfRealTime() throws InterruptedException {
        time.close();
        time = VirtualTime.start(0, 2);
        var done = new CountDownLatch(1);
        long begunNanos = System.nanoTime();
        time.at(10_000, done::countDown);
        done.await();
        assertTrue(System.nanoTime() - begunNanos >= 20_000_000, "10 s at a pace of 2/1000 take 20 ms");
        assertEquals(10_000, time.monotonicMs());
    }

    @Test
    void onItsWayTheClockCanBeHeldAndGoesOnFromThere() throws InterruptedException {
        time.close();
        time = VirtualTime.start(0, 1);
        var done = new CountDownLatch(1);
        time.at(20_000, done::countDown);
        time.hold();
        long standsMs = time.monotonicMs();
        assertTrue(standsMs <= 20_000);
        assertEquals(standsMs, time.monotonicMs());
        time.release();
        done.await();
        assertEquals(20_000, time.monotonicMs());
    }

    private Running note(long whenMs, String what) {
        return time.at(whenMs, () -> ran.add(what + "@" + time.monotonicMs()));
    }

    private void runUntil(long whenMs) {
        var reached = new CountDownLatch(1);
        time.at(whenMs, reached::countDown);
        try {
            reached.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
