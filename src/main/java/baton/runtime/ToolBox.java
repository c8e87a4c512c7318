package baton.runtime;

import java.util.List;

import baton.engine.Effect.CallTool;
import baton.engine.Outcome.ToolEnd;
import baton.engine.fact.FileChange;

/** Port: the hands of the agents. Implementations may be called by many threads at once. */
public interface ToolBox extends AutoCloseable {
    /** Runs the call on the caller's thread until its end; an interrupt of that thread cancels it. Never throws for expected failures. */
    Result call(CallTool call) throws InterruptedException;

    @Override
    void close();

    /**
     * How a call ended.
     *
     * @param text what the model is told: redacted, shortened
     * @param contents file contents to keep, in any order
     */
    record Result(ToolEnd end, String text, List<FileChange> changes, List<Content> contents) {
        public Result {
            changes = List.copyOf(changes);
            contents = List.copyOf(contents);
        }

        public static Result done(String text) {
            return new Result(ToolEnd.DONE, text, List.of(), List.of());
        }

        public static Result denied(String text) {
            return new Result(ToolEnd.DENIED, text, List.of(), List.of());
        }

        public static Result failed(String text) {
            return new Result(ToolEnd.FAILED, text, List.of(), List.of());
        }
    }
}
