package baton.wire;

/** What a second terminal asks of a session at work. */
public sealed interface ControlRequest {
    /** Settles the matter with this id, whatever kind it is. */
    record Answer(String id, String text) implements ControlRequest {}

    /** Any line of the chat. */
    record Tell(String line) implements ControlRequest {}

    /** Nothing new begins until it is continued. */
    record Pause() implements ControlRequest {}

    record Continue() implements ControlRequest {}

    /** Where the session stands, once. */
    record Status() implements ControlRequest {}

    /** Where the session stands, and from then on everything that happens, until the session or the visitor ends. */
    record Attach() implements ControlRequest {}
}
