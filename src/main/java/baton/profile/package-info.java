/**
 * Agent profiles and delegation templates as values: what they say, how they are looked up, how a template is rendered.
 *
 * <p>
 * Owns the records, the exact look-up of a profile by id, name or alias, and the filling of declared slots. Does not
 * decide where files come from, how sloppy front matter is read (that is {@code reading}), which profile an agent of a
 * plan gets, or what a tool name may do. Called by {@code reading}, the engine and the chat grammar.
 */
@NullMarked
package baton.profile;

import org.jspecify.annotations.NullMarked;
