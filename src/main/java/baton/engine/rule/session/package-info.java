/**
 * Opening, resuming, stopping and ending a session.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide how one task or attempt fares. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.session;

import org.jspecify.annotations.NullMarked;
