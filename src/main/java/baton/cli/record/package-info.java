/**
 * Saved sessions as commands find, list, show and export them.
 *
 * <p>
 * Owns where sessions lie and which one {@code last} is. Never changes one.
 */
@NullMarked
package baton.cli.record;

import org.jspecify.annotations.NullMarked;
