/**
 * The offline rehearsal: a model that plays every part without a key or a network, and the clock that lets hours pass in
 * seconds.
 *
 * <p>Owns what the rehearsal model says and does, its mishaps, and virtual time. Does not decide whether work is accepted,
 * who works when, or where files go: to the engine and the tools it is a model like any other. Called by {@code cli}'s wiring
 * and by simulation tests.
 */
@NullMarked
package baton.rehearsal;

import org.jspecify.annotations.NullMarked;
