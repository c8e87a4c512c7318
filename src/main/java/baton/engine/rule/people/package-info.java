/**
 * Questions, decisions, blockers, approvals and what people say.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide anything only a person can decide. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.people;

import org.jspecify.annotations.NullMarked;
