/**
 * What has been found so far: agents, jobs, edges and agreements as they stand in the text, before they are linked.
 *
 * <p>
 * Owns {@code Findings}, the roster of spellings, and how one line or one set of fields is taken apart once the agents
 * are known. Every recogniser writes here; none of them settles what runs.
 */
@NullMarked
package baton.reading.found;

import org.jspecify.annotations.NullMarked;
