/**
 * Every decision of a session: an input comes in, facts and requests to the world go out, and the state is the fold of the facts.
 *
 * <p>Owns {@link baton.engine.Engine}, its inputs, effects and state. Does not know how a model is asked, where a file is or
 * what time it is: all that arrives as input. Called by the session loop, by verify and by tests.
 */
@NullMarked
package baton.engine;

import org.jspecify.annotations.NullMarked;
