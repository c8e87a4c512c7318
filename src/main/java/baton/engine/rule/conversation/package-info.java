/**
 * What a model is told: parts, caps and fixed words.
 *
 * <p>Rules work on {@link baton.engine.Working} and record facts. This package does not decide when it is told. Called by
 * {@link baton.engine.Engine} and by other rules.
 */
@NullMarked
package baton.engine.rule.conversation;

import org.jspecify.annotations.NullMarked;
