/**
 * The words of people: names, times, durations, paths, labels and topics, in all languages that are read.
 *
 * <p>
 * Owns {@code words.txt}, in which every word stands that a rule looks for, and the small grammars over it. Works on
 * single texts only; does not know documents.
 */
@NullMarked
package baton.reading.language;

import org.jspecify.annotations.NullMarked;
