package baton.chat;

/** What a face does itself; one that has no such view says so. */
public sealed interface FaceAction {
    /** Something to look at. */
    enum View {
        CHAT, AGENTS, PLAN, TIMELINE, INBOX, HANDOFFS, ARTIFACTS, METRICS, SESSIONS, REPLAY, LOG
    }

    record OpenView(View view) implements FaceAction {}

    /** {@code command} is empty for the whole list. */
    record Help(String command) implements FaceAction {}

    /** Why a task does not run; every such task where {@code task} is empty. */
    record Why(String task) implements FaceAction {}

    /** What is made from the record and the files of the session, and from nothing a face has before it. */
    sealed interface OfRecord extends FaceAction {}

    /** The exact request of a task's last turn. */
    record ShowPrompt(String task) implements OfRecord {}

    /** What was changed in the workspace, by one task or, empty, by all. */
    record ShowDiff(String task) implements OfRecord {}

    /** The messages that nobody has read yet. */
    record ShowQueue() implements FaceAction {}

    /** Takes one of those back, to be written anew; the newest where {@code message} is empty. */
    record Unsend(String message) implements FaceAction {}

    /** Plain words go to this agent from now on; empty for the orchestrator. */
    record Focus(String agent) implements FaceAction {}

    /** Copies the last block of this agent, or the last block at all where it is empty. */
    record Copy(String agent) implements OfRecord {}

    /** Saves the conversation as text; {@code file} is empty where the face names one. */
    record Save(String file) implements OfRecord {}

    /** {@code format} is md, jsonl, cast, html or otlp. */
    record Export(String format) implements OfRecord {}

    /** Writes the conversation into the terminal's own scrollback. */
    record Dump() implements OfRecord {}

    /** Leaves; what runs is stopped and kept. */
    record Quit() implements FaceAction {}
}
