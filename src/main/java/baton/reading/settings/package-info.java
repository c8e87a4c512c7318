/**
 * Settings, prices and prepared answers from their files.
 *
 * <p>
 * Owns file shapes and their errors. Does not decide what an absent setting means, or whether a project's file is
 * trusted.
 */
@NullMarked
package baton.reading.settings;

import org.jspecify.annotations.NullMarked;
