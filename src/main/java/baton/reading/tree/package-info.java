/**
 * Plans that are trees: YAML and JSON of known shapes and of any own shape, in files, fences and front matter, and
 * diagrams that carry the work.
 *
 * <p>
 * Owns what a key stands for in a plan. Does not parse; {@code data} does.
 */
@NullMarked
package baton.reading.tree;

import org.jspecify.annotations.NullMarked;
