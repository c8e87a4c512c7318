/**
 * Events, inputs, plans and requests as JSON, and back.
 *
 * <p>Owns the stored names and versions of every type, the canonical form that hashes are computed over, the lines that
 * scripts read, and the meaning of tool arguments. Does not decide where bytes are kept (that is {@code store}) nor what
 * a fact means (that is {@code engine.fact}). Called by the store, the model adapters, the batch face and {@code cli}.
 */
@NullMarked
package baton.wire;

import org.jspecify.annotations.NullMarked;
