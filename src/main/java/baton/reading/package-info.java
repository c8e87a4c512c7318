/**
 * Turns what people wrote into the records of the pure packages: documents into plans, profiles, templates, settings.
 *
 * <p>
 * Owns bytes to text, YAML, front matter, Markdown with source lines and Mermaid, and says for every element which file
 * and line it came from. Nothing here throws for bad input: the answer is a value or the list of all problems. Does not
 * decide what runs, what an absent setting means, or whether a project's file is trusted. Called by {@code cli}.
 */
@NullMarked
package baton.reading;

import org.jspecify.annotations.NullMarked;
