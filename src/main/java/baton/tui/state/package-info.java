/**
 * What the screen knows beside the session, and how keys change it.
 *
 * <p>Owns the state of the screen, the one table of bindings and the update. Does not decide what anything looks like (the
 * screens do) nor does it act: what is to be done in the world comes out as {@link baton.tui.state.UiAction}. Pure.
 */
@NullMarked
package baton.tui.state;

import org.jspecify.annotations.NullMarked;
