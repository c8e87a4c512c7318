package baton.tui;

import baton.chat.ChatNames;
import baton.tui.state.Scene;

/** Where scenes come from: a session at work or a recorded one. May be asked by any thread. */
public interface SceneSource {
    /** What there is to show now, its clock included. */
    Scene now();

    /** What a typed line may name; {@code lane} is the agent that plain words go to, or empty. */
    default ChatNames names(String lane) {
        return ChatNames.NONE;
    }

    /** {@code changed} is called, on any thread and quickly, whenever there is something new. */
    void watch(Runnable changed);

    /** Goes to this fact, or with a negative number to the last fact before so many milliseconds of run time. */
    default void seek(long target) {}

    default void play(boolean on, long speedMilli) {}

    /** From now on scenes say what differs from this fact; 0 ends that. */
    default void compare(long seq) {}
}
