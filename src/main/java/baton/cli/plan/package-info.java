/**
 * The commands about plans: what, show, graph, lint, import, rehearse, and what a model proposes beside.
 *
 * <p>
 * Owns what is asked and entered. Understanding a plan is {@code reading}'s, judging it {@code plan.lint}'s.
 */
@NullMarked
package baton.cli.plan;

import org.jspecify.annotations.NullMarked;
