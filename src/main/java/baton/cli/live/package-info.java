/**
 * Sessions that are going on, and the faces they have: batch, lines, scripts, the full screen, the control socket.
 *
 * <p>
 * Owns beginning, resuming and ending. What a face shows is the face's own matter.
 */
@NullMarked
package baton.cli.live;

import org.jspecify.annotations.NullMarked;
