/**
 * A Markdown document taken apart: sections, blocks and fields, each with its line, and what each passage is about.
 *
 * <p>
 * Owns the outline, the topics of headings and leads, and who has claimed which lines. Does not decide what a passage
 * brings to the plan.
 */
@NullMarked
package baton.reading.document;

import org.jspecify.annotations.NullMarked;
