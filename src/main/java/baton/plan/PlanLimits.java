package baton.plan;

import java.util.OptionalInt;

/**
 * The limits of the run that the document itself states ("always 5 agents", "15 minutes max").
 *
 * @param agentsMin the floor of agents at work, if stated
 * @param agentsMax the ceiling, if stated
 * @param timeBoxMinutes the box of every task without its own, if stated
 */
public record PlanLimits(OptionalInt agentsMin, OptionalInt agentsMax, OptionalInt timeBoxMinutes) {
    public static final PlanLimits NONE = new PlanLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
