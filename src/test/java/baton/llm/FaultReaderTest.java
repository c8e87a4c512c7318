package baton.llm;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

import baton.engine.fact.Trouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FaultReaderTest {
    private record Said(Trouble trouble, int status, String body) {}

    /** In the shapes the providers document. */
    private static final List<Said> SAID = List.of(
            new Said(Trouble.QUOTA, 429,
                    "{'error':{'message':'You exceeded your current quota, please check your plan.',"
                            + "'type':'insufficient_quota','code':'insufficient_quota'}}"),
            new Said(Trouble.RATE_LIMITED, 429, "{'error':{'message':'Rate limit reached for requests per minute',"
                    + "'type':'requests','code':'rate_limit_exceeded'}}"),
            new Said(Trouble.QUOTA, 400, "{'type':'error','error':{'type':'invalid_request_error',"
                    + "'message':'Your credit balance is too low to access the API.'}}"),
            new Said(Trouble.RATE_LIMITED, 429,
                    "{'type':'error','error':{'type':'rate_limit_error','message':'Number of"
                            + " input tokens has exceeded your per-minute limit'}}"),
            new Said(Trouble.OVERLOADED, 529, "{'type':'error','error':{'type':'overloaded_error'}}"),
            new Said(Trouble.QUOTA, 429, "{'error':{'code':429,'message':'You exceeded your current quota','status':"
                    + "'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'RequestsPerDayPerProject'}]}]}}"),
            new Said(Trouble.RATE_LIMITED, 429,
                    "{'error':{'code':429,'message':'You exceeded your current quota','status':"
                            + "'RESOURCE_EXHAUSTED','details':[{'violations':[{'quotaId':'RequestsPerMinutePerProject'}]}]}}"),
            new Said(Trouble.QUOTA, 402, "{'error':{'message':'This request requires more credits','code':402}}"),
            new Said(Trouble.QUOTA, 402, "{'error':{'message':'Insufficient Balance'}}"),
            new Said(Trouble.QUOTA, 429,
                    "{'error':{'message':'Rate limit reached on tokens per day (TPD): Limit 100000',"
                            + "'type':'tokens','code':'rate_limit_exceeded'}}"),
            new Said(Trouble.QUOTA, 400, "{'error':{'message':'You have reached your specified API usage limits.'}}"),
            new Said(Trouble.QUOTA, 403, "{'error':'Your team has used all available credits'}"),
            new Said(Trouble.TOO_LONG, 400, "{'error':{'message':'This model has a maximum context length of 8192',"
                    + "'code':'context_length_exceeded'}}"),
            new Said(Trouble.TOO_LONG, 400,
                    "{'error':{'code':400,'message':'The input token count (2000000) exceeds the"
                            + " maximum number of tokens allowed'}}"),
            new Said(Trouble.TOO_LONG, 413, "{'type':'error','error':{'type':'request_too_large'}}"),
            new Said(Trouble.UNAUTHORISED, 400, "{'error':{'code':400,'message':'API key not valid.','status':"
                    + "'INVALID_ARGUMENT'}}"),
            new Said(Trouble.UNAUTHORISED, 401, "{'error':{'message':'Incorrect API key'}}"),
            new Said(Trouble.REJECTED, 404, "{'error':'model \\'llama9\\' not found'}"),
            new Said(Trouble.REJECTED, 400, "{'error':{'message':'temperature must be a number'}}"),
            new Said(Trouble.TIMED_OUT, 408, ""), new Said(Trouble.TIMED_OUT, 504, "<html>gateway</html>"),
            new Said(Trouble.OVERLOADED, 500, ""), new Said(Trouble.OVERLOADED, 503, "not json"),
            new Said(Trouble.REJECTED, 302, ""));

    private static HttpHeaders headers(String... pairs) {
        var map = new TreeMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], List.of(pairs[i + 1]));
        }
        return HttpHeaders.of(map, (_, _) -> true);
    }

    @TestFactory
    Stream<DynamicTest> whatProvidersSayIsToldApart() {
        return SAID.stream().map(said -> DynamicTest.dynamicTest(said.status() + " " + said.body(), () -> assertEquals(
                said.trouble(),
                FaultReader.ofAnswer(said.status(), headers(), said.body().replace('\'', '"')).trouble())));
    }

    @TestFactory
    Stream<DynamicTest> theTimeToWaitIsReadWhereverItStands() {
        return Map.of("7", 7_000L, "0.5", 500L, "Fri, 20 Nov 2026 10:00:30 GMT", 30_000L,
                "Fri, 20 Nov 2026 09:00:00 GMT", 0L)
                .entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> assertEquals(OptionalLong.of(one.getValue()),
                        FaultReader.ofAnswer(429,
                                headers("Retry-After", one.getKey(), "Date", "Fri, 20 Nov 2026 10:00:00 GMT"), "")
                                .waitMs())));
    }

    @Test
    void millisecondsWinAndOtherPlacesFollow() {
        assertEquals(OptionalLong.of(120),
                FaultReader.ofAnswer(429, headers("retry-after-ms", "120", "retry-after", "1"), "").waitMs());
        assertEquals(OptionalLong.of(34_000), FaultReader
                .ofAnswer(429, headers(), "[{\"error\":{\"details\":[{\"x\":1},{\"retryDelay\":\"34s\"}]}}]").waitMs());
        assertEquals(OptionalLong.of(366_500), FaultReader.ofAnswer(429, headers("x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "6m6.5s", "x-ratelimit-remaining-tokens", "5",
                "x-ratelimit-reset-tokens", "10h"), "").waitMs());
        for (String nonsense : List.of("soon", "NaN", "-1e999", "")) {
            assertEquals(OptionalLong.empty(),
                    FaultReader.ofAnswer(429, headers("retry-after", nonsense), "").waitMs());
        }
    }

    @Test
    void aProviderThatForbidsRepeatingIsObeyed() {
        assertEquals(Fault.lasting(Trouble.OVERLOADED, "500: no further word"),
                FaultReader.ofAnswer(500, headers("x-should-retry", "false"), " "));
    }

    @Test
    void theMessageIsTheProvidersSentenceOnOneLineAndShort() {
        assertEquals("400: bad news here",
                FaultReader.ofAnswer(400, headers(), "{\"error\":{\"message\":\"bad\\n news   here\"}}").message());
        assertEquals(406, FaultReader.ofAnswer(400, headers(), "x".repeat(9_000)).message().length());
    }
}
