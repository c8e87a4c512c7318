/**
 * Runs a session: the loop, the mailbox, the effects; and declares the ports that the adapters fill.
 *
 * <p>Owns the order "record, publish, act". Does not decide anything about the work (that is {@code engine}) and knows no
 * model, file format, database or screen. Called by the faces through {@code cli}'s wiring.
 */
@NullMarked
package baton.runtime;

import org.jspecify.annotations.NullMarked;
