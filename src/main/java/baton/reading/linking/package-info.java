/**
 * Findings to one plan draft: mentions merged to tasks, phases filled, arrows and needs made edges.
 *
 * <p>
 * Owns which mentions are one job, which merges are doubtful, and which edges bind. Reads no document.
 */
@NullMarked
package baton.reading.linking;

import org.jspecify.annotations.NullMarked;
