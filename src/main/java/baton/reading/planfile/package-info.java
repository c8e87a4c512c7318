/**
 * The plan in baton's own file, {@code plan.yaml}: written with the lines it came from, read back to the same plan.
 *
 * <p>
 * Owns that shape and its errors. Does not lint.
 */
@NullMarked
package baton.reading.planfile;

import org.jspecify.annotations.NullMarked;
