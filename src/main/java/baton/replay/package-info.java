/**
 * Recorded sessions as a source of views: played at a pace, from and to a point, or decided again and compared.
 *
 * <p>Owns the pace and the comparison. Does not decide anything about the work and reaches no model, no tool and no clock
 * but the one that paces. Called by the faces and {@code cli}.
 */
@NullMarked
package baton.replay;

import org.jspecify.annotations.NullMarked;
