/**
 * The face without a person before it: progress as lines, events as JSON lines, the result for scripts and build servers.
 *
 * <p>Owns what goes to which stream and when. Does not decide what a fact means (that is {@code view}), how it is written as
 * JSON (that is {@code wire}), nor how the process ends (that is {@code cli}). Called by {@code cli}.
 */
@NullMarked
package baton.batch;

import org.jspecify.annotations.NullMarked;
