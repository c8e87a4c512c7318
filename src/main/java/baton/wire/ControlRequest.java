package baton.wire;

import java.util.Optional;

/** What a second terminal asks of a session at work; {@code by} is who asks, as the record shall name them. */
public sealed interface ControlRequest {
    /** Settles the matter with this id, whatever kind it is. */
    record Answer(String id, String text, Optional<String> by) implements ControlRequest {}

    /** Any line of the chat. */
    record Tell(String line, Optional<String> by) implements ControlRequest {}

    /** Nothing new begins until it is continued. */
    record Pause(Optional<String> by) implements ControlRequest {}

    record Continue(Optional<String> by) implements ControlRequest {}

    /** Where the session stands, once. */
    record Status() implements ControlRequest {}

    /** Where the session stands, and from then on everything that happens, until the session or the visitor ends. */
    record Attach() implements ControlRequest {}
}
