package baton.chat;

import java.util.List;

import baton.engine.Command;

/** What a line leads to. */
public sealed interface Dispatch {
    /** Commands for the engine, to be sent in this order. */
    record ToEngine(List<Command> commands) implements Dispatch {
        public ToEngine {
            commands = List.copyOf(commands);
        }
    }

    record ByFace(FaceAction action) implements Dispatch {}

    /** It names something that is not there, or says too little. */
    record Unclear(ChatProblem problem) implements Dispatch {}

    /** There is nothing to do. */
    record Nothing() implements Dispatch {}
}
