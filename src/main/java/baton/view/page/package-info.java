/**
 * Whole pages for people: the summary of a run, why something waits, what a plan would do, the plan as a tree.
 *
 * <p>Owns order and wording of these pages. Does not fold facts (that is {@code baton.view}) and knows no terminal.
 * Called by the batch and command-line faces, later by the others.
 */
@NullMarked
package baton.view.page;

import org.jspecify.annotations.NullMarked;
