package baton.view;

import java.util.List;

import baton.engine.fact.CheckResult;

/**
 * The gate of one task or of the run, over all claims.
 *
 * @param subject the task's id, or {@code run}
 * @param failed how often it said no
 * @param lastFailed the checks that did not pass when it last said no
 */
public record GateCard(String subject, int failed, List<CheckResult> lastFailed, Stage stage) {

    /** Where it stands after the last claim. */
    public enum Stage {
        CHECKING, PASSED, FAILED
    }

    public GateCard {
        lastFailed = List.copyOf(lastFailed);
    }

    static GateCard of(String subject) {
        return new GateCard(subject, 0, List.of(), Stage.CHECKING);
    }

    GateCard checking() {
        return new GateCard(subject, failed, lastFailed, Stage.CHECKING);
    }

    GateCard passed() {
        return new GateCard(subject, failed, lastFailed, Stage.PASSED);
    }

    GateCard failed(List<CheckResult> results) {
        var broken = results.stream().filter(result -> result.verdict() != CheckResult.Verdict.PASSED).toList();
        return new GateCard(subject, failed + 1, broken, Stage.FAILED);
    }
}
