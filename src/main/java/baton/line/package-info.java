/**
 * The chat line by line: for a terminal that is written to from top to bottom, for screen readers, for pipes and for scripts.
 *
 * <p>Owns how a line is read and shown, and what a line of the chat leads to. Does not decide what a line means (that is
 * {@code chat}), what a fact means (that is {@code view}), nor how a session is wired and how the process ends (that is
 * {@code cli}). Called by {@code cli}.
 */
@NullMarked
package baton.line;

import org.jspecify.annotations.NullMarked;
