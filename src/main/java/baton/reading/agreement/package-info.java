/**
 * Recognisers of what a team agreed on beside its work: phases, checkpoints, gates, decisions, questions, limits,
 * files, templates.
 *
 * <p>
 * Owns one recogniser for each kind. Does not decide what a gate or limit does in a run.
 */
@NullMarked
package baton.reading.agreement;

import org.jspecify.annotations.NullMarked;
