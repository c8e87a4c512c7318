/**
 * Text that may be shown: made safe for a terminal, measured in columns, marked with its meaning.
 *
 * <p>Owns what a safe character is and how wide it stands. Does not decide colours (a face maps a {@link baton.view.text.Tone})
 * nor what is said. Called by everything that shows text.
 */
@NullMarked
package baton.view.text;

import org.jspecify.annotations.NullMarked;
