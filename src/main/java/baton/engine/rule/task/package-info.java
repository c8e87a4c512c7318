/**
 * Readiness, slots, attempts and time boxes.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide what is said to a model or what a gate asks. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.task;

import org.jspecify.annotations.NullMarked;
