/**
 * Claims, evidence and checks.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide how checks are run. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.gate;

import org.jspecify.annotations.NullMarked;
