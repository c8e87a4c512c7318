/**
 * What models and people write, as lines for a screen: Markdown, code, tables and diffs, wrapped to so many columns.
 *
 * <p>Owns the layout of text alone. Does not decide colours nor what is shown. A line depends only on what stands before it,
 * so text that grows never moves what was already read.
 */
@NullMarked
package baton.view.prose;

import org.jspecify.annotations.NullMarked;
