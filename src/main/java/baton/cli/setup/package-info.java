/**
 * What a session is made from: settings in their layers, trust, plan files, answers, checks, and the ports wired
 * together.
 *
 * <p>
 * Owns the order of preparation and what is refused before anything runs. Starts nothing.
 */
@NullMarked
package baton.cli.setup;

import org.jspecify.annotations.NullMarked;
