package baton.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.engine.fact.Trouble;
import baton.view.text.Amounts;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Words that several sentences and pages share. */
public final class Wording {
    private static final int LONG_COLUMNS = 160;

    private Wording() {}

    /** How far an approval reaches. */
    static String reach(ApprovalScope scope, String pattern) {
        return switch (scope) {
            case ONCE -> "once";
            case AGENT -> "for this agent";
            case PATTERN -> "for every call like " + pattern;
        };
    }

    /** The checks that did not pass, each with its verdict and the first line of its output. */
    public static String broken(List<CheckResult> results) {
        return results.stream().filter(result -> result.verdict() != Verdict.PASSED)
                .map(result -> result.name() + " (" + verdict(result.verdict()) + firstOf(result.output()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String firstOf(String output) {
        return output.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
                .map(line -> ": " + shortened(line)).orElse("");
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case NOT_ALLOWED -> "not allowed to run";
            case TIMED_OUT -> "ran out of time";
            case UNKNOWN -> "unknown";
        };
    }

    /** What went wrong with a model call, as the end of "the model call failed: …". */
    static String trouble(Trouble trouble) {
        return switch (trouble) {
            case RATE_LIMITED -> "asked too often";
            case QUOTA -> "the account's quota is used up";
            case OVERLOADED -> "the provider is overloaded or failed";
            case TIMED_OUT -> "no answer in time";
            case INCOMPLETE -> "the answer was cut off";
            case TOO_LONG -> "the request is too long for the model";
            case REJECTED -> "the provider refused the request";
            case UNAUTHORISED -> "the key is missing or refused";
            case UNREACHABLE -> "no connection";
            case INTERNAL -> "an error in baton";
        };
    }

    /** {@code : message}, or nothing where the message is blank. */
    static String after(String message) {
        return message.isBlank() ? "" : ": " + shortened(message.strip());
    }

    /** The first line of a text, shortened to what fits a line of a terminal twice. */
    static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return TextWidth.cut(line, LONG_COLUMNS);
    }

    /** A status as the end of "the session is …". */
    public static String status(Status status) {
        return switch (status) {
            case COMPLETE -> "complete";
            case DEGRADED -> "complete with fall-backs";
            case FAILED -> "finished with failures";
            case WAITING -> "waiting for a person";
            case BUDGET -> "stopped at the budget";
            case PROVIDER -> "stopped, the provider cannot be used";
            case TIMEOUT -> "stopped at the time limit";
            case INTERRUPTED -> "interrupted";
            case ERROR -> "stopped by an error";
        };
    }

    /** How good a result is. */
    public static Tone tone(SessionResult result) {
        return switch (result.status()) {
            case COMPLETE, DEGRADED -> Tone.GOOD;
            case WAITING, INTERRUPTED, BUDGET, TIMEOUT -> Tone.ATTENTION;
            case FAILED, PROVIDER, ERROR -> Tone.BAD;
        };
    }

    /** What a session cost, {@code n/a} where a price is missing; a rehearsal asks nobody who charges. */
    public static String cost(SessionView view) {
        if (view.head().isRehearsal()) {
            return "nothing (rehearsal)";
        }
        return view.spend().pricing() == Spend.Pricing.KNOWN ? Amounts.money(view.spend().costMicros()) : "n/a";
    }

    /** An enum constant as people read it: {@code TIME_BOX} is "time box". */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
