package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import baton.engine.fact.Trouble;
import baton.runtime.AgentModel.ChatMessage;
import baton.settings.ProviderEndpoint.Dialect;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Many agents, one key. */
class SharedProviderTest {
    private static final Tongue OPENAI = new Tongue(Dialect.OPENAI);

    @Test
    void afterARefusalThirtyAgentsAskNothingBeforeTheGivenTimeAndNothingTwice() throws Exception {
        var refusedAt = new AtomicLong(Long.MAX_VALUE);
        var early = new AtomicInteger();
        try (var asking = new Asking(OPENAI, Asking.QUICK, (number, request, line) -> {
            if (number == 1) {
                refusedAt.set(System.nanoTime());
                line.whole(429, "application/json", "{}", "Retry-After: 0.3");
                return;
            }
            if (System.nanoTime() - refusedAt.get() < 300_000_000L) {
                early.incrementAndGet();
            }
            Asking.saying(OPENAI, OPENAI.answer("ok")).answer(number, request, line);
        })) {
            var hearings = new ArrayList<Hearing>();
            var first = new Hearing() {
                private final CountDownLatch paused = new CountDownLatch(1);

                @Override
                public void paused(String provider, Trouble trouble, long untilMs, String message) {
                    super.paused(provider, trouble, untilMs, message);
                    paused.countDown();
                }
            };
            asking.ask(Asking.call(new ChatMessage.User("agent 0 asks")), first);
            assertTrue(first.paused.await(5, TimeUnit.SECONDS));
            for (int i = 1; i < 30; i++) {
                hearings.add(asking.ask("agent " + i + " asks"));
            }
            hearings.add(first);
            var all = hearings.stream().flatMap(hearing -> hearing.said().stream()).toList();
            assertEquals(30, all.stream().filter("ended STOP"::equals).count());
            assertEquals(1, all.stream().filter("paused RATE_LIMITED"::equals).count());
            assertEquals(1, all.stream().filter("back"::equals).count());
            assertEquals(0, early.get());
            assertEquals(31, asking.peer().requests().size());
        }
    }

    @Test
    void oneListenerThatHangsDoesNotHoldTheOthersBack() throws Exception {
        try (var asking = new Asking(OPENAI, GuardSettings.DEFAULTS, Asking.saying(OPENAI, OPENAI.answer("a", "b")))) {
            var release = new CountDownLatch(1);
            var hangs = new CountDownLatch(1);
            var hanging = new Hearing() {
                @Override
                public void chunk(String text) {
                    hangs.countDown();
                    try {
                        assertTrue(release.await(10, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    super.chunk(text);
                }
            };
            asking.ask(Asking.call(new ChatMessage.User("hang")), hanging);
            assertTrue(hangs.await(5, TimeUnit.SECONDS));
            for (int i = 0; i < 100; i++) {
                assertEquals("ab", asking.ask("quick").reply().text());
            }
            assertEquals(0, hanging.endings());
            release.countDown();
            assertEquals("ab", hanging.reply().text());
        }
    }

    @Test
    void callsBeyondTheBoundWaitTheirTurn() throws Exception {
        var settings = new GuardSettings(CallClocks.DEFAULTS, StreamCaps.DEFAULTS, RetryRules.DEFAULTS,
                new LimiterRules(3, 100, 8, 1_000, 1_000, 3));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var asking = new Asking(OPENAI, settings, (number, request, line) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(5);
            inside.decrementAndGet();
            Asking.saying(OPENAI, OPENAI.answer("ok")).answer(number, request, line);
        })) {
            var hearings = new ArrayList<Hearing>();
            for (int i = 0; i < 20; i++) {
                hearings.add(asking.ask("call " + i));
            }
            hearings.forEach(hearing -> assertEquals("ok", hearing.reply().text()));
            assertEquals(3, most.get());
        }
    }

    @Test
    void aModelOfNobodyAndAToolWithoutSchemaAreRefusedAtOnce() throws Exception {
        try (var asking = new Asking(OPENAI, Asking.QUICK, Asking.saying(OPENAI, OPENAI.answer("ok")))) {
            var call = Asking.call(new ChatMessage.User("Go."));
            var unknown = new baton.runtime.AgentModel.Call(call.turn(), new baton.settings.ModelName("acme", "big"),
                    call.parts(), call.messages(), call.tools(), 10, call.brief());
            assertEquals(List.of("broke UNAUTHORISED: no provider is configured for acme/big"),
                    asking.ask(unknown).said());
            var broken = new baton.runtime.AgentModel.Call(call.turn(), call.model(), call.parts(), call.messages(),
                    List.of(new baton.engine.fact.ToolSpec("t", "d", "[]")), 10, call.brief());
            assertEquals(List.of("broke REJECTED: the parameters of a tool must be a JSON object"),
                    asking.ask(broken).said());
            assertEquals(0, asking.peer().requests().size());
        }
    }
}
