/**
 * Recognisers of people: who takes part, by sections, tables, lists, chains, sentences, and by the structure of a
 * document.
 *
 * <p>
 * Owns the evidence for a team that no word announces. May bring the work that stands with an agent. Does not join
 * spellings; {@code Roster} does.
 */
@NullMarked
package baton.reading.team;

import org.jspecify.annotations.NullMarked;
