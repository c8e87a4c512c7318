/**
 * Making a session of the beginning of another: the point, what is answered there, the settings and the files.
 *
 * <p>
 * Owns what may be asked of a fork and what is refused. What a fork means is the engine's to decide, and going on with it is
 * {@code cli.live}'s; the other session is only read.
 */
@NullMarked
package baton.cli.fork;

import org.jspecify.annotations.NullMarked;
