/**
 * The full screen: a session in the terminal, live or recorded.
 *
 * <p>Owns the loop of the screen, its painter and what takes text out of it. Does not decide what a session does: it tells
 * commands and shows what comes of them. Called by the command line.
 */
@NullMarked
package baton.tui;

import org.jspecify.annotations.NullMarked;
