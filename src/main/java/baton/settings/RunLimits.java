package baton.settings;

/**
 * Bounds on agents, attempts and time; each names its unit.
 *
 * @param agentsMax most agents at work at once
 * @param agentsMin the floor below which every second needs a reason; 0 for none
 * @param timeBoxMs box of every attempt whose task and plan set none; 0 for no box
 * @param graceMs from the soft limit to the hard one
 * @param attemptsMax attempts per task, successors after a time box included
 * @param turnsPerAttemptMax model calls of one attempt
 * @param claimsMax how often one attempt may claim to be done before it fails
 * @param sameCallsMax how often one attempt may repeat a call with the same arguments and result
 * @param timeoutMs run time after which the session stops; 0 for none
 */
public record RunLimits(int agentsMax, int agentsMin, long timeBoxMs, long graceMs, int attemptsMax,
        int turnsPerAttemptMax, int claimsMax, int sameCallsMax, long timeoutMs) {
    public static final RunLimits DEFAULTS = new RunLimits(5, 0, 0, 60_000, 3, 60, 4, 5, 0);

    public RunLimits {
        if (agentsMax < 1) {
            throw new IllegalArgumentException("agentsMax must be at least 1: " + agentsMax);
        }
        if (agentsMin < 0 || agentsMin > agentsMax) {
            throw new IllegalArgumentException("agentsMin must be between 0 and agentsMax: " + agentsMin);
        }
    }

    public RunLimits withAgents(int min, int max) {
        return new RunLimits(max, min, timeBoxMs, graceMs, attemptsMax, turnsPerAttemptMax, claimsMax, sameCallsMax,
                timeoutMs);
    }

    public RunLimits withTimeBox(long changedMs) {
        return new RunLimits(agentsMax, agentsMin, changedMs, graceMs, attemptsMax, turnsPerAttemptMax, claimsMax,
                sameCallsMax, timeoutMs);
    }

    public RunLimits withTimeout(long changedMs) {
        return new RunLimits(agentsMax, agentsMin, timeBoxMs, graceMs, attemptsMax, turnsPerAttemptMax, claimsMax,
                sameCallsMax, changedMs);
    }
}
