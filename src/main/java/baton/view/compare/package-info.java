/**
 * Two sessions side by side: what both begin with, and in what they differ.
 *
 * <p>
 * Owns the matching of tasks, matters, files and figures, and the page. Reads views and nothing else; where two records part is
 * told by whoever knows their hashes.
 */
@NullMarked
package baton.view.compare;

import org.jspecify.annotations.NullMarked;
