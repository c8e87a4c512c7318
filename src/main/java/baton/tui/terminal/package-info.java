/**
 * The terminal itself: raw mode, size and signals through JLine, decoding of keys through Lanterna, one write per frame.
 *
 * <p>Owns modes and their restoring on every way out. Does not decide what is painted. The only package that talks to a
 * terminal.
 */
@NullMarked
package baton.tui.terminal;

import org.jspecify.annotations.NullMarked;
