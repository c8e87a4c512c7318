/**
 * Tool calls: order, permissions, and coordination calls.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide whether a task is done. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.call;

import org.jspecify.annotations.NullMarked;
