package baton.settings;

import java.util.List;
import java.util.Objects;

/**
 * Everything that rules a session besides its plan; recorded with the session, so that a replay needs nothing else.
 *
 * @param seed of the rehearsal model; live models ignore it
 * @param paceMilli thousandths of real time the rehearsal model takes for its work; 0 means no waits
 */
public record RunSettings(Mode mode, Face face, RunLimits limits, Budget budget, OnQuestion onQuestion,
        List<PreparedAnswer> answers, ApprovalPolicy approvals, ModelChoice models, long seed, long paceMilli) {

    /** Whether models really answer. */
    public enum Mode {
        LIVE, REHEARSAL
    }

    /** Which face drives the session; only batch ends by itself. */
    public enum Face {
        TUI, LINE, BATCH
    }

    /** What happens with a question that nobody has answered yet. */
    public enum OnQuestion {
        WAIT, RECOMMEND, FAIL
    }

    public RunSettings {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(face, "face");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(onQuestion, "onQuestion");
        answers = List.copyOf(answers);
        Objects.requireNonNull(approvals, "approvals");
        Objects.requireNonNull(models, "models");
    }

    /** Batch rehearsal with the default limits; the usual start for tests. */
    public static RunSettings rehearsal(long seed) {
        return new RunSettings(Mode.REHEARSAL, Face.BATCH, RunLimits.DEFAULTS, Budget.NONE, OnQuestion.WAIT, List.of(),
                ApprovalPolicy.DENY_ALL, ModelChoice.REHEARSAL, seed, 0);
    }

    public RunSettings withFace(Face changed) {
        return new RunSettings(mode, changed, limits, budget, onQuestion, answers, approvals, models, seed, paceMilli);
    }

    public RunSettings withLimits(RunLimits changed) {
        return new RunSettings(mode, face, changed, budget, onQuestion, answers, approvals, models, seed, paceMilli);
    }

    public RunSettings withBudget(Budget changed) {
        return new RunSettings(mode, face, limits, changed, onQuestion, answers, approvals, models, seed, paceMilli);
    }

    public RunSettings withOnQuestion(OnQuestion changed, List<PreparedAnswer> changedAnswers) {
        return new RunSettings(mode, face, limits, budget, changed, changedAnswers, approvals, models, seed, paceMilli);
    }

    public RunSettings withApprovals(ApprovalPolicy changed) {
        return new RunSettings(mode, face, limits, budget, onQuestion, answers, changed, models, seed, paceMilli);
    }

    public RunSettings withModels(ModelChoice changed) {
        return new RunSettings(mode, face, limits, budget, onQuestion, answers, approvals, changed, seed, paceMilli);
    }
}
