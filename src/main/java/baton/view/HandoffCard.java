package baton.view;

import baton.engine.fact.HandoffNote;

/**
 * Work passed on.
 *
 * @param attempt the attempt that leaves it
 * @param to the agent that goes on, or empty for the next attempt of the task
 * @param reason why it was bounced, or empty
 */
public record HandoffCard(String id, String task, int attempt, String from, String to, HandoffNote note, Author author,
        Stage stage, String reason) {

    /** Who wrote the note. */
    public enum Author {
        AGENT, RECORD
    }

    /** How far it has come. */
    public enum Stage {
        OFFERED, ACCEPTED, BOUNCED
    }

    HandoffCard at(Stage changed, String why) {
        return new HandoffCard(id, task, attempt, from, to, note, author, changed, why);
    }
}
