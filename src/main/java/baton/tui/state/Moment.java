package baton.tui.state;

import baton.chat.ChatNames;

/**
 * What a deed can look at.
 *
 * @param sight what is known about the conversation's rows
 * @param names what a typed line may name
 * @param atMs when the key was pressed
 */
public record Moment(Scene scene, Sight sight, Names names, long atMs) {

    /** Rows of the conversation, which only layout knows. */
    public interface Sight {
        /** The anchor after moving by so many rows, down where positive; following where that reaches the end. */
        Reading moved(UiState state, Scene scene, int rows);

        /** The conversation with the block before or after the chosen one chosen and in sight. */
        Reading stepped(UiState state, Scene scene, int blocks);

        /** The conversation with the block under this cell chosen; unchanged where there is none. */
        Reading under(UiState state, Scene scene, int column, int row);

        /** The chosen block, or else the last one in sight with something to read; empty where there is none. */
        java.util.Optional<baton.view.talk.Block> chosen(UiState state, Scene scene);

        /** The next block that holds the words looked for, chosen and in sight. */
        Reading found(UiState state, Scene scene, int direction);
    }

    /** The names of the session as it stands. */
    public interface Names {
        /** With this agent focused, or none where it is empty. */
        ChatNames of(String lane);

        /** Nobody is there. */
        Names NONE = lane -> ChatNames.NONE;
    }
}
