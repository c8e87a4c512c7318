/**
 * YAML, TOML and front matter as trees that keep their lines.
 *
 * <p>
 * Owns the parsers and the rescue of front matter that strict YAML refuses. Does not decide what a key means.
 */
@NullMarked
package baton.reading.data;

import org.jspecify.annotations.NullMarked;
