package baton.chat;

/** One line of a script. */
public sealed interface ScriptLine {
    /** A comment or nothing. */
    record Nothing() implements ScriptLine {}

    /** Something to say, as in a chat; it is read with the names that hold when its turn comes. */
    record Say(String text) implements ScriptLine {}

    /** Something that must hold, at the latest after {@code withinMs} of the session's time. */
    record Expect(Expectation expectation, long withinMs) implements ScriptLine {}

    /** It can never be carried out, whatever the names. */
    record Faulty(ChatProblem problem) implements ScriptLine {}
}
