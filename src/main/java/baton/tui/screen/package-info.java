/**
 * What the views look like: a scene and the screen's state become one frame.
 *
 * <p>Owns layout and words of every view. Does not decide what keys do, and never asks whether a session is live or
 * recorded. Pure.
 */
@NullMarked
package baton.tui.screen;

import org.jspecify.annotations.NullMarked;
