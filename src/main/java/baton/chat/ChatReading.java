package baton.chat;

/** What came of reading a line. */
public sealed interface ChatReading {
    record Understood(ChatLine line) implements ChatReading {}

    record NotUnderstood(ChatProblem problem) implements ChatReading {}
}
