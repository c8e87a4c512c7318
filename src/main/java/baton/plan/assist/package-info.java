/**
 * What a model proposes that the reader of a document missed, and what of it may be entered.
 *
 * <p>Owns the proposals as typed values, the words of the request, and the screening: every proposal must quote the document,
 * say no more than the lines it quotes, and fit the plan. Does not ask a model nor a person (that is {@code cli}), and never
 * changes a plan: what is entered makes a new one.
 */
@NullMarked
package baton.plan.assist;

import org.jspecify.annotations.NullMarked;
