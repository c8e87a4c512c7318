package baton.llm;

import java.util.Optional;

import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.ServerSentEvent;

/** Ollama: one JSON object a line, {@code done:true} at the end with {@code done_reason}, errors as {@code {"error":…}}. */
final class OllamaWatch extends StreamWatch {
    private int callsBegun;

    @Override
    EventFeed.Format format() {
        return EventFeed.Format.JSON_LINES;
    }

    @Override
    ServerSentEvent hear(ServerSentEvent event) {
        var chunk = Json.object(event.data());
        chunk.ifPresent(this::note);
        return chunk.filter(one -> one.path("message").path("tool_calls").size() > 0)
                .map(one -> new ServerSentEvent(null, Json.write(numbered(one)))).orElse(event);
    }

    private void note(ObjectNode chunk) {
        if (chunk.hasNonNull("error")) {
            failed(FaultReader.ofErrorObject(chunk));
        }
        if (chunk.path("done").asBoolean(false)) {
            counted(new Usage(chunk.path("prompt_eval_count").asLong(), chunk.path("eval_count").asLong(), 0, 0,
                    false));
            finishedWith(chunk.path("done_reason").asText(""));
            end();
        }
    }

    /** Without numbers of their own, the library would take several calls for one. */
    private ObjectNode numbered(ObjectNode chunk) {
        for (JsonNode call : chunk.path("message").path("tool_calls")) {
            if (call.path("function") instanceof ObjectNode function) {
                function.put("index", callsBegun++);
            }
        }
        return chunk;
    }

    @Override
    int callsBegun() {
        return callsBegun;
    }

    @Override
    Optional<Finish> finish() {
        return switch (finishWord()) {
            case "stop" -> Optional.of(callsBegun > 0 ? Finish.TOOL_CALLS : Finish.STOP);
            case "tool_calls" -> Optional.of(Finish.TOOL_CALLS);
            case "length" -> Optional.of(Finish.LENGTH);
            default -> Optional.empty();
        };
    }
}
