/**
 * Asking models, judging their replies and keeping the budget.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide what tool calls do. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.turn;

import org.jspecify.annotations.NullMarked;
