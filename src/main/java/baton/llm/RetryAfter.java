package baton.llm;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** How long a provider asks to be left alone, in milliseconds: from its headers, else from its body. */
final class RetryAfter {
    private static final List<String> RESETS = List.of("requests", "tokens", "input-tokens", "output-tokens");

    private RetryAfter() {}

    static OptionalLong of(HttpHeaders headers, String body) {
        var exact = headers.firstValue("retry-after-ms").flatMap(RetryAfter::number);
        if (exact.isPresent()) {
            return OptionalLong.of(Math.max(0, exact.get().longValue()));
        }
        var header = headers.firstValue("retry-after").flatMap(text -> ofHeader(text, sentAt(headers)));
        if (header.isPresent()) {
            return OptionalLong.of(header.get());
        }
        OptionalLong inBody = ofBody(body);
        return inBody.isPresent() ? inBody : ofResets(headers);
    }

    /** Seconds, with or without a fraction, or an HTTP date; the date is measured from the server's own clock. */
    private static Optional<Long> ofHeader(String text, Instant sentAt) {
        var seconds = number(text);
        if (seconds.isPresent()) {
            return Optional.of(Math.max(0, Math.round(seconds.get() * 1000)));
        }
        return date(text).map(when -> Math.max(0, Duration.between(sentAt, when).toMillis()));
    }

    private static Instant sentAt(HttpHeaders headers) {
        return headers.firstValue("date").flatMap(RetryAfter::date).orElseGet(Instant::now);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Gemini says {@code "retryDelay": "34s"} among the details of its error. */
    static OptionalLong ofBody(String body) {
        var details = Json.firstObject(body).map(one -> one.path("error").path("details"));
        return details.stream().flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(detail -> detail.path("retryDelay")).filter(JsonNode::isTextual)
                .map(delay -> duration(delay.asText())).flatMapToLong(OptionalLong::stream).findFirst();
    }

    /** The reset times of the buckets that are empty; the latest counts. */
    private static OptionalLong ofResets(HttpHeaders headers) {
        return RESETS.stream().filter(bucket -> isEmpty(headers, "x-ratelimit-remaining-" + bucket))
                .map(bucket -> headers.firstValue("x-ratelimit-reset-" + bucket))
                .flatMap(Optional::stream).map(RetryAfter::duration).flatMapToLong(OptionalLong::stream).max();
    }

    private static boolean isEmpty(HttpHeaders headers, String name) {
        return headers.firstValue(name).filter(text -> text.strip().equals("0")).isPresent();
    }

    /** Such as {@code 34s}, {@code 1.5s}, {@code 6m0s}, {@code 120ms}. */
    private static OptionalLong duration(String text) {
        double ms = 0;
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            int unitAt = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            var value = number(text.substring(from, unitAt));
            double unitMs = unitMs(text.substring(unitAt, at));
            if (value.isEmpty() || unitMs < 0) {
                return OptionalLong.empty();
            }
            ms += value.get() * unitMs;
            from = at;
        }
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.round(ms));
    }

    private static double unitMs(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s", "" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> -1;
        };
    }
}
