/**
 * Every fact a session can record, and the small values facts are made of.
 *
 * <p>Owns the meaning and the fields of each event. Does not decide when one happens (that is {@code engine.rule}) nor how
 * it is written (that is {@code wire}). A field is only ever added, with a new version of the event where readers must know.
 */
@NullMarked
package baton.engine.fact;

import org.jspecify.annotations.NullMarked;
