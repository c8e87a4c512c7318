/**
 * What a run may do and spend, which models it asks and what they cost, as records; every value knows where it came from.
 *
 * <p>Owns limits, prices, model facts and policies. Does not decide when a limit bites (that is {@code engine}) nor read
 * files (that is {@code reading}). Everybody may use it; it uses the JDK alone.
 */
@NullMarked
package baton.settings;

import org.jspecify.annotations.NullMarked;
