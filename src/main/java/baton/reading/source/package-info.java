/**
 * What a person handed in, before anybody asks what it means: bytes to text, files of a folder, and what is to be said
 * about them.
 *
 * <p>
 * Owns encodings, sizes and the list of remarks with file and line. Nothing here throws for bad input: the answer is a
 * value or the list of all problems. Does not know what a plan is.
 */
@NullMarked
package baton.reading.source;

import org.jspecify.annotations.NullMarked;
