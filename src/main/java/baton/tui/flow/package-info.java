/**
 * The conversation as rows: what a block looks like at a width, and which rows are in sight.
 *
 * <p>Only what is in sight is wrapped, so a conversation of any length opens at once. Pure; the rows of blocks that have
 * not changed are remembered.
 */
@NullMarked
package baton.tui.flow;

import org.jspecify.annotations.NullMarked;
