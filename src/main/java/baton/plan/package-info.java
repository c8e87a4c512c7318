/**
 * The plan a person wrote, as immutable records, with its graph, its lint rules and the operations that change work at run time.
 *
 * <p>Owns the words of a plan and where each stands in its document. Does not decide what a document means (that is
 * {@code reading}), nor what runs when (that is {@code engine}). Everybody may use it; it uses the JDK alone.
 */
@NullMarked
package baton.plan;

import org.jspecify.annotations.NullMarked;
