package baton.llm;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import baton.engine.fact.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells from status, headers and body what kind of trouble a provider reports. */
final class FaultReader {
    private static final int MESSAGE_CHARS_MAX = 400;

    private static final List<String> QUOTA_WORDS = List.of("insufficient_quota", "billing_hard_limit",
            "billing_not_active",
            "credit balance is too low", "insufficient balance", "insufficient credits", "insufficient funds",
            "requires more credits", "specified api usage limits", "perday", "per day", "tokens per day",
            "used all available credits", "spending limit", "payment required", "out of credits",
            "exceeded your monthly",
            "quota exceeded for the month", "free-models-per-day", "purchase more credits");

    private static final List<String> LENGTH_WORDS = List.of("context_length_exceeded", "maximum context length",
            "prompt is too long", "context window", "exceeds the maximum number of tokens", "input token count",
            "request_too_large", "too many tokens", "exceed context limit", "exceeds the available context size",
            "reduce the length of the messages", "string_above_max_length");

    private static final List<String> KEY_WORDS = List.of("api_key_invalid", "api key not valid", "invalid_api_key",
            "authentication_error", "permission_error", "invalid x-api-key", "unauthenticated");

    private static final List<String> RATE_WORDS = List.of("rate_limit", "rate limit", "resource_exhausted",
            "too many requests");

    private static final List<String> LOAD_WORDS = List.of("overloaded", "unavailable", "server_error", "internal",
            "api_error", "timeout", "capacity", "upstream", "bad gateway");

    private FaultReader() {}

    /** An answer whose status is not 2xx. */
    static Fault ofAnswer(int status, HttpHeaders headers, String body) {
        String all = body.toLowerCase(Locale.ROOT);
        String message = status + ": " + messageOf(body);
        OptionalLong wait = RetryAfter.of(headers, body);
        Trouble trouble = kindOf(status, all);
        boolean refusesRepeat = headers.firstValue("x-should-retry").filter("false"::equals).isPresent()
                && trouble != Trouble.RATE_LIMITED;
        Fault fault = refusesRepeat ? Fault.lasting(trouble, message) : Fault.of(trouble, message);
        return fault.withWait(wait);
    }

    private static Trouble kindOf(int status, String all) {
        return switch (status) {
            case 401, 403 -> has(all, QUOTA_WORDS) ? Trouble.QUOTA : Trouble.UNAUTHORISED;
            case 402 -> Trouble.QUOTA;
            case 408, 504 -> Trouble.TIMED_OUT;
            case 413 -> Trouble.TOO_LONG;
            case 429 ->
                isUsedUp(all) ? Trouble.QUOTA : has(all, LENGTH_WORDS) ? Trouble.TOO_LONG : Trouble.RATE_LIMITED;
            case 500, 502, 503, 520, 521, 522, 523, 524, 529 -> Trouble.OVERLOADED;
            default -> status >= 506 ? Trouble.OVERLOADED : ofRefusal(all);
        };
    }

    /** A quota of minutes recovers by itself; Gemini uses one text for both and tells them apart by the quota's name. */
    private static boolean isUsedUp(String all) {
        boolean perMinute = all.contains("perminute") || all.contains("per minute");
        return has(all, QUOTA_WORDS) && !(perMinute && !all.contains("perday") && !all.contains("per day"));
    }

    private static Trouble ofRefusal(String all) {
        if (has(all, QUOTA_WORDS)) {
            return Trouble.QUOTA;
        }
        if (has(all, KEY_WORDS)) {
            return Trouble.UNAUTHORISED;
        }
        return has(all, LENGTH_WORDS) ? Trouble.TOO_LONG : Trouble.REJECTED;
    }

    /** An error object where an event was expected; {@code event} is the whole event. */
    static Fault ofErrorObject(ObjectNode event) {
        String text = Json.write(event);
        String all = text.toLowerCase(Locale.ROOT);
        int status = event.path("error").path("code").asInt(event.path("code").asInt(0));
        String message = "the provider reports: " + messageOf(text);
        Trouble trouble = status >= 400 ? kindOf(status, all) : ofWords(all);
        return Fault.of(trouble, message).withWait(RetryAfter.ofBody(text));
    }

    /** An error event that is no JSON. */
    static Fault ofErrorText(String text) {
        return Fault.of(ofWords(text.toLowerCase(Locale.ROOT)), "the provider reports: " + shortened(text));
    }

    private static Trouble ofWords(String all) {
        Trouble refusal = ofRefusal(all);
        if (refusal != Trouble.REJECTED) {
            return refusal;
        }
        if (has(all, RATE_WORDS)) {
            return Trouble.RATE_LIMITED;
        }
        boolean ours = all.contains("invalid_request") || all.contains("invalid_argument") || all.contains("not found")
                || all.contains("does not support");
        return ours && !has(all, LOAD_WORDS) ? Trouble.REJECTED : Trouble.OVERLOADED;
    }

    /** Status 200 with something that is no stream: a page of a proxy, or an error in disguise. */
    static Fault ofUnexpected(String type, String body) {
        var error = Json.firstObject(body).filter(one -> one.hasNonNull("error"));
        return error.map(FaultReader::ofErrorObject).orElseGet(() -> Fault.of(Trouble.INCOMPLETE,
                "the answer is " + type + " and no stream: " + shortened(body)));
    }

    private static boolean has(String all, List<String> words) {
        return words.stream().anyMatch(all::contains);
    }

    /** The provider's own sentence, wherever its dialect puts it. */
    private static String messageOf(String body) {
        return Json.firstObject(body).map(one -> {
            JsonNode error = one.path("error");
            String inner = error.isTextual() ? error.asText() : error.path("message").asText("");
            String outer = inner.isEmpty() ? one.path("message").asText("") : inner;
            return outer.isEmpty() ? shortened(body) : shortened(outer);
        }).orElseGet(() -> body.isBlank() ? "no further word" : shortened(body));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= MESSAGE_CHARS_MAX ? line : line.substring(0, MESSAGE_CHARS_MAX) + "…";
    }
}
