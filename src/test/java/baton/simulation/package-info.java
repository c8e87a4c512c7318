/**
 * Seeded simulation of whole sessions: random plans, bad models and restless people against the real engine, one step at a
 * time, without threads or clocks.
 *
 * <p>Owns the made-up world and the rules that must hold in every step. Decides nothing about work. Run by the build.
 */
@NullMarked
package baton.simulation;

import org.jspecify.annotations.NullMarked;
