package baton.engine.fact;

import java.util.Objects;

/**
 * How one check of a gate ended.
 *
 * @param name the check's words
 * @param output what a person or the agent should see of it, shortened; a file's sha256 where a file was checked
 */
public record CheckResult(String name, Verdict verdict, String output) {
    /** Only {@code PASSED} passes. */
    public enum Verdict {
        PASSED, FAILED, NOT_ALLOWED, TIMED_OUT, UNKNOWN
    }

    public CheckResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(output, "output");
    }
}
