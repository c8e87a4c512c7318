/**
 * The grid that a screen is painted on, and the bytes that bring a terminal from one grid to the next.
 *
 * <p>Owns cells, inks, the diff and the encoding. Does not decide what stands where (the screens do) nor when a frame is
 * written (the terminal's side does). Everything here is pure.
 */
@NullMarked
package baton.tui.frame;

import org.jspecify.annotations.NullMarked;
