package baton.llm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import baton.llm.Tongue.End;
import baton.runtime.AgentModel.ChatMessage;
import baton.settings.ProviderEndpoint.Dialect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A peer that does everything wrong, in each of the four dialects: no answer of it may ever count as whole. */
class FaultTest {
    private static final boolean DEEP = Boolean.getBoolean("baton.deep");

    private static Stream<DynamicTest> each(ThrowingConsumer<Tongue> test) {
        return Tongue.ALL.stream()
                .map(tongue -> DynamicTest.dynamicTest(tongue.dialect().name(), () -> test.accept(tongue)));
    }

    private static void assertOnce(String expected, Tongue tongue, FakePeer.Script script) throws IOException {
        assertOnce(expected, tongue, Asking.ONCE, script);
    }

    /** One try, one ending, and this one. */
    private static void assertOnce(String expected, Tongue tongue, GuardSettings settings, FakePeer.Script script)
            throws IOException {
        try (var asking = new Asking(tongue, settings, script)) {
            var hearing = asking.ask("Go.");
            assertEquals(List.of(expected), hearing.kinds(), () -> hearing.said().toString());
            assertEquals(1, hearing.endings());
        }
    }

    private static FakePeer.Script cut(Tongue tongue, List<String> pieces) {
        return (_, _, line) -> {
            line.openUntilClose(tongue.type());
            for (String piece : pieces) {
                line.raw(piece);
            }
        };
    }

    private static List<String> beginning(Tongue tongue) {
        return List.of(tongue.start(), tongue.text("Once "), tongue.text("upon "));
    }

    @TestFactory
    Stream<DynamicTest> aRefusalWithRetryAfterPausesEverybodyAndIsTriedAgain() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (number, request, line) -> {
                if (number == 1) {
                    line.whole(429, "application/json", "{\"error\":{\"message\":\"slow down\"}}", "Retry-After: 0.12");
                } else {
                    Asking.saying(tongue, tongue.answer("fine")).answer(number, request, line);
                }
            })) {
                long began = System.nanoTime();
                var hearing = asking.ask("Go.");
                assertEquals(List.of("paused RATE_LIMITED", "retry 2 RATE_LIMITED", "back", "ended STOP"),
                        hearing.said());
                assertEquals("fine", hearing.streamed());
                assertTrue(System.nanoTime() - began >= 120_000_000, "asked before the given time");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTheProviderCountedForABrokenAnswerIsNotLost() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (number, request, line) -> {
                var pieces = new ArrayList<>(beginning(tongue));
                pieces.addAll(tongue.close(End.UNHEARD_OF));
                (number == 1 ? cut(tongue, pieces) : Asking.saying(tongue, tongue.answer("fine")))
                        .answer(number, request, line);
            })) {
                var hearing = asking.ask("Go.");
                var once = hearing.reply().usage();
                assertEquals(List.of("retry 2 INCOMPLETE", "ended STOP"), hearing.said());
                assertEquals(once, hearing.lost(), "the first try had the same figures as the second");
                assertTrue(once.totalTokens() > 20 && !once.estimated(), once.toString());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> anExhaustedQuotaIsNotTriedAgain() {
        return each(tongue -> assertOnce("broke QUOTA", tongue, Asking.QUICK, (_, _, line) -> line.whole(429,
                "application/json", "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay first\"}}")));
    }

    @TestFactory
    Stream<DynamicTest> moreThanAnHourOfPatienceCountsAsUsedUp() {
        return each(tongue -> assertOnce("broke QUOTA", tongue, Asking.QUICK,
                (_, _, line) -> line.whole(429, "application/json", "{}", "Retry-After: 7200")));
    }

    @TestFactory
    Stream<DynamicTest> overloadIsTriedAgainUpToItsBound() {
        return Stream.of(500, 502, 503, 529).flatMap(status -> each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK,
                    (_, _, line) -> line.whole(status, "application/json", "{\"error\":{\"message\":\"busy\"}}"))) {
                var hearing = asking.ask("Go.");
                assertEquals(List.of("retry 2 OVERLOADED", "retry 3 OVERLOADED",
                        "broke OVERLOADED: " + status + ": busy (3 tries)"), hearing.said());
                assertEquals(3, asking.peer().requests().size());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> refusalsOfTheRequestAreFinal() {
        return each(tongue -> {
            assertOnce("broke UNAUTHORISED", tongue, Asking.QUICK, (_, _, line) -> line.whole(401, "application/json",
                    "{\"error\":{\"message\":\"wrong key " + Asking.KEY + "\"}}"));
            assertOnce("broke REJECTED", tongue, Asking.QUICK,
                    (_, _, line) -> line.whole(404, "application/json", "{\"error\":{\"message\":\"no model\"}}"));
            assertOnce("broke TOO_LONG", tongue, Asking.QUICK, (_, _, line) -> line.whole(400, "application/json",
                    "{\"error\":{\"message\":\"prompt is too long: 300000 tokens\"}}"));
            assertOnce("broke REJECTED", tongue, Asking.QUICK,
                    (_, _, line) -> line.whole(307, "text/plain", "", "Location: http://127.0.0.1:1/elsewhere"));
        });
    }

    @TestFactory
    Stream<DynamicTest> aKeyInAnErrorIsNotRepeated() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (_, _, line) -> line.whole(401, "application/json",
                    "{\"error\":{\"message\":\"wrong key " + Asking.KEY + "\"}}"))) {
                assertEquals(List.of("broke UNAUTHORISED: 401: wrong key [secret: PEER_API_KEY]"),
                        asking.ask("Go.").said());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> silenceEndsInTime() {
        return each(tongue -> {
            var over = new CountDownLatch(1);
            assertOnce("broke TIMED_OUT", tongue, Asking.HASTY, (_, _, line) -> line.stallUntil(over));
            assertOnce("broke TIMED_OUT", tongue, Asking.HASTY,
                    (_, _, line) -> line.open(tongue.type()).stallUntil(over));
            assertOnce("broke TIMED_OUT", tongue, Asking.HASTY, (_, _, line) -> {
                line.open(tongue.type());
                for (String piece : beginning(tongue)) {
                    line.chunk(piece.isEmpty() ? "\n" : piece);
                }
                line.stallUntil(over);
            });
            over.countDown();
        });
    }

    @TestFactory
    Stream<DynamicTest> afterTheFirstEventTheIdleClockCounts() {
        var settings = new GuardSettings(new CallClocks(10_000, 20_000, 150, 30_000), Asking.ONCE.caps(),
                Asking.ONCE.retries(), LimiterRules.DEFAULTS);
        return each(tongue -> {
            var over = new CountDownLatch(1);
            try (var asking = new Asking(tongue, settings, (_, _, line) -> line.open(tongue.type())
                    .chunk(tongue.start() + "\n").chunk(tongue.text("Once ")).stallUntil(over))) {
                long began = System.nanoTime();
                assertEquals(List.of("broke TIMED_OUT: no data for 150 ms"), asking.ask("Go.").said());
                assertTrue(System.nanoTime() - began < 8_000_000_000L, "the clock of the first event counted");
            }
            over.countDown();
        });
    }

    @TestFactory
    Stream<DynamicTest> anErrorWhoseBodyStallsStillCounts() {
        return each(tongue -> {
            var over = new CountDownLatch(1);
            var settings = new GuardSettings(new CallClocks(10_000, 20_000, 150, 30_000), Asking.ONCE.caps(),
                    Asking.ONCE.retries(), LimiterRules.DEFAULTS);
            assertOnce("broke UNAUTHORISED", tongue, settings, (_, _, line) -> line
                    .raw("HTTP/1.1 401 No\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"err")
                    .stallUntil(over));
            over.countDown();
        });
    }

    @TestFactory
    Stream<DynamicTest> commentsForEverAreNoProgress() {
        return each(tongue -> assertOnce("broke TIMED_OUT", tongue, Asking.HASTY, (_, _, line) -> {
            line.open(tongue.type());
            for (int i = 0; i < 200; i++) {
                line.chunk(tongue.comment());
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> wordsForEverEndWithTheTotalClock() {
        var settings = new GuardSettings(new CallClocks(10_000, 20_000, 5_000, 400), StreamCaps.DEFAULTS,
                Asking.ONCE.retries(), LimiterRules.DEFAULTS);
        return each(tongue -> assertOnce("broke TIMED_OUT", tongue, settings, (_, _, line) -> {
            line.open(tongue.type()).chunk(tongue.start() + "\n");
            for (int i = 0; i < 200; i++) {
                line.chunk(tongue.text("la "));
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aCleanCutIsNoEnd() {
        return each(tongue -> {
            assertOnce("broke INCOMPLETE", tongue, cut(tongue, beginning(tongue)));
            assertOnce("broke INCOMPLETE", tongue, Asking.saying(tongue, beginning(tongue)));
            assertOnce("broke INCOMPLETE", tongue, cut(tongue, List.of()));
            assertOnce("broke INCOMPLETE", tongue, Asking.saying(tongue, List.of()));
        });
    }

    @TestFactory
    Stream<DynamicTest> aCutIsTriedAgainAndWhatWasStreamedIsVoid() {
        return each(tongue -> {
            try (var asking = new Asking(tongue, Asking.QUICK, (number, request, line) -> {
                if (number == 1) {
                    cut(tongue, beginning(tongue)).answer(number, request, line);
                } else {
                    Asking.saying(tongue, tongue.answer("whole")).answer(number, request, line);
                }
            })) {
                var hearing = asking.ask("Go.");
                assertEquals(List.of("retry 2 INCOMPLETE", "ended STOP"), hearing.said());
                assertEquals("whole", hearing.streamed());
            }
        });
    }

    /** Cuts at every offset of an answer with a tool call; in the plain build at forty of them. */
    @TestFactory
    Stream<DynamicTest> noCutAnywhereLetsAReplyOrAToolCallThrough() {
        return each(tongue -> {
            var pieces = new ArrayList<>(List.of(tongue.start(), tongue.text("I write. ")));
            pieces.addAll(tongue.call(0, "a1", "read_file", "{\"path\":\"rm -rf /tmp/x\"}", ""));
            pieces.addAll(tongue.close(End.CALLS));
            String whole = String.join("", pieces);
            // From here on the provider has said everything but line ends.
            int end = whole.stripTrailing().length();
            var random = new Random(3);
            try (var asking = new Asking(tongue, Asking.ONCE, (_, request, line) -> {
                int at = Integer.parseInt(request.body().substring(request.body().indexOf("cut@") + 4,
                        request.body().indexOf("@here")));
                line.openUntilClose(tongue.type()).raw(whole.substring(0, at));
            })) {
                for (int i = 0; i < (DEEP ? end : 40); i++) {
                    int at = DEEP ? i : random.nextInt(end);
                    assertEquals(List.of("broke INCOMPLETE"), asking.ask("cut@" + at + "@here").kinds(),
                            "cut at " + at);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aResetInTheMiddleOfAChunkIsOneEnding() {
        var settings = new GuardSettings(CallClocks.DEFAULTS, StreamCaps.DEFAULTS, Asking.ONCE.retries(),
                LimiterRules.DEFAULTS);
        return each(tongue -> {
            var heard = new CountDownLatch(1);
            try (var asking = new Asking(tongue, settings, (_, _, line) -> {
                line.open(tongue.type()).chunk(tongue.start() + "\n").chunk(tongue.text("Once "));
                line.raw("ffff\r\n" + tongue.text("upon ").substring(0, 20));
                line.stallUntil(heard);
                line.reset();
            })) {
                var hearing = asking.ask("Go.").awaitChunk();
                heard.countDown();
                assertEquals(List.of("broke INCOMPLETE"), hearing.kinds());
                assertEquals(1, hearing.endings());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> lengthInsideAToolCallRunsNothing() {
        return each(tongue -> {
            var pieces = new ArrayList<>(List.of(tongue.start()));
            var call = tongue.call(0, "a1", "read_file", "{\"path\":\"a\"}", "");
            pieces.addAll(call.size() > 1 ? call.subList(0, call.size() - 1) : call);
            pieces.addAll(tongue.close(End.LENGTH));
            assertOnce("broke INCOMPLETE", tongue, Asking.QUICK, Asking.saying(tongue, pieces));
        });
    }

    @TestFactory
    Stream<DynamicTest> argumentsThatAreNoObjectRunNothing() {
        return each(tongue -> {
            var pieces = new ArrayList<>(List.of(tongue.start()));
            pieces.addAll(tongue.call(0, "a1", "read_file", "[1,2,3,4]", ""));
            pieces.addAll(tongue.close(End.CALLS));
            assertOnce("broke INCOMPLETE", tongue, Asking.saying(tongue, pieces));
        });
    }

    @TestFactory
    Stream<DynamicTest> anUnknownFinishReasonIsIncomplete() {
        return each(tongue -> {
            var pieces = new ArrayList<>(beginning(tongue));
            pieces.addAll(tongue.close(End.UNHEARD_OF));
            assertOnce("broke INCOMPLETE", tongue, Asking.saying(tongue, pieces));
        });
    }

    @TestFactory
    Stream<DynamicTest> anErrorInsideTheStreamIsTold() {
        return each(tongue -> {
            var pieces = new ArrayList<>(beginning(tongue));
            pieces.add(tongue.error("overloaded_error", "Overloaded, come back"));
            pieces.addAll(tongue.close(End.STOP));
            try (var asking = new Asking(tongue, Asking.ONCE, Asking.saying(tongue, pieces))) {
                assertEquals(List.of("broke OVERLOADED: the provider reports: Overloaded, come back"),
                        asking.ask("Go.").said());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aPageInsteadOfAStreamIsNoAnswer() {
        return each(tongue -> {
            assertOnce("broke INCOMPLETE", tongue,
                    (_, _, line) -> line.whole(200, "text/html; charset=utf-8", "<html>Please log in</html>"));
            assertOnce("broke INCOMPLETE", tongue,
                    (_, _, line) -> line.whole(200, tongue.type(), "<html>\n<p>Please log in</p>\n</html>"));
        });
    }

    @TestFactory
    Stream<DynamicTest> brokenEventsAreIncomplete() {
        return each(tongue -> {
            var pieces = new ArrayList<>(beginning(tongue));
            pieces.add(pieces.get(1).replace("}", ""));
            pieces.addAll(tongue.close(End.STOP));
            assertOnce("broke INCOMPLETE", tongue, Asking.saying(tongue, pieces));
        });
    }

    @TestFactory
    Stream<DynamicTest> answersWithoutMeasureAreStopped() {
        var patient = new GuardSettings(new CallClocks(10_000, 20_000, 20_000, 30_000), Asking.ONCE.caps(),
                Asking.QUICK.retries(), LimiterRules.DEFAULTS);
        return each(tongue -> {
            assertOnce("broke INCOMPLETE", tongue, patient, (_, _, line) -> {
                line.open(tongue.type()).chunk("data: {\"x\":\"");
                for (int i = 0; i < 100_000; i++) {
                    line.chunk("0123456789".repeat(100));
                }
            });
            assertOnce("broke INCOMPLETE", tongue, patient, (_, _, line) -> {
                line.open(tongue.type()).chunk(tongue.start() + "\n");
                for (int i = 0; i < 100_000; i++) {
                    line.chunk(tongue.text("a"));
                }
            });
            assertOnce("broke INCOMPLETE", tongue, patient, (_, _, line) -> {
                line.open(tongue.type());
                for (int i = 0; i < 100_000; i++) {
                    line.chunk("\n".repeat(1_000));
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> nobodyAtTheAddressIsToldAsSuch() {
        return each(tongue -> {
            var asking = new Asking(tongue, Asking.ONCE, (_, _, _) -> {});
            try (asking) {
                asking.peer().close();
                assertEquals(List.of("broke UNREACHABLE"), asking.ask("Go.").kinds());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> cancellingBeforeTheFirstByteClosesTheConnection() {
        return each(tongue -> {
            var arrived = new CountDownLatch(1);
            var closed = new CompletableFuture<Boolean>();
            try (var asking = new Asking(tongue, GuardSettings.DEFAULTS, (_, _, line) -> {
                arrived.countDown();
                closed.complete(line.awaitClose());
            })) {
                var hearing = new Hearing();
                var running = asking.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
                assertTrue(arrived.await(5, TimeUnit.SECONDS));
                running.cancel();
                running.cancel();
                assertEquals(List.of("broke INCOMPLETE: cancelled"), hearing.said());
                assertTrue(closed.get(1, TimeUnit.SECONDS));
                assertEquals(1, hearing.endings());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> cancellingInTheMiddleClosesTheConnectionAndNothingIsHeardAfterwards() {
        return each(tongue -> {
            var closed = new CompletableFuture<Boolean>();
            try (var asking = new Asking(tongue, GuardSettings.DEFAULTS, (_, _, line) -> {
                line.open(tongue.type()).chunk(tongue.start() + "\n").chunk(tongue.text("Once "));
                closed.complete(line.awaitClose());
            })) {
                var hearing = new Hearing();
                var running = asking.ask(Asking.call(new ChatMessage.User("Go.")), hearing);
                hearing.awaitChunk();
                running.cancel();
                assertEquals(List.of("broke INCOMPLETE: cancelled"), hearing.said());
                assertTrue(closed.get(1, TimeUnit.SECONDS));
                assertEquals("Once ", hearing.streamed());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> closingEndsEveryCall() {
        return each(tongue -> {
            var over = new CountDownLatch(1);
            var hearings = new ArrayList<Hearing>();
            try (var asking = new Asking(tongue, GuardSettings.DEFAULTS, (_, _, line) -> line.stallUntil(over))) {
                for (int i = 0; i < 10; i++) {
                    hearings.add(asking.ask("Go."));
                }
            }
            over.countDown();
            for (Hearing hearing : hearings) {
                assertEquals(List.of("broke INCOMPLETE: cancelled"), hearing.said());
            }
        });
    }

    /** Random orders of good and bad pieces: whatever arrives, one ending. */
    @TestFactory
    Stream<DynamicTest> whateverArrivesThereIsOneEnding() {
        return each(tongue -> {
            var pieces = new ArrayList<>(tongue.answer("one ", "two "));
            pieces.addAll(tongue.call(0, "a1", "read_file", "{\"path\":\"a\"}", ""));
            pieces.addAll(tongue.close(End.CALLS));
            pieces.addAll(List.of(tongue.error("server_error", "oops"), tongue.comment(), "garbage\n\n",
                    "data: {}\n\n", "data: [DONE]\n\n", "event: message_stop\ndata: {}\n\n"));
            pieces.removeIf(String::isEmpty);
            try (var asking = new Asking(tongue, Asking.ONCE, (_, request, line) -> {
                int seed = Integer.parseInt(request.body().substring(request.body().indexOf("seed@") + 5,
                        request.body().indexOf("@here")));
                var random = new Random(seed);
                line.openUntilClose(tongue.type());
                for (int i = random.nextInt(12); i >= 0; i--) {
                    line.raw(pieces.get(random.nextInt(pieces.size())));
                }
            })) {
                for (int seed = 0; seed < (DEEP ? 2_500 : 50); seed++) {
                    var hearing = asking.ask("seed@" + seed + "@here");
                    assertEquals(1, hearing.said().size(), () -> hearing.said().toString());
                    assertEquals(1, hearing.endings());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aWholeAnswerInPlaceOfAStreamIsNotTakenForOne() {
        return each(tongue -> {
            if (tongue.dialect() != Dialect.OLLAMA) {
                assertOnce("broke OVERLOADED", tongue, (_, _, line) -> line.whole(200, "application/json",
                        "{\"error\":{\"code\":503,\"message\":\"busy\"}}"));
                assertOnce("broke INCOMPLETE", tongue,
                        (_, _, line) -> line.whole(200, "application/json", "{\"choices\":[]}"));
            }
        });
    }
}
