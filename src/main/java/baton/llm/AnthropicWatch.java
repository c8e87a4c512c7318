package baton.llm;

import java.util.Optional;

import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import dev.langchain4j.http.client.sse.ServerSentEvent;

/** Messages: {@code stop_reason} in {@code message_delta}, {@code message_stop} at the end, errors as events of that name. */
final class AnthropicWatch extends StreamWatch {
    private int callsBegun;

    @Override
    ServerSentEvent hear(ServerSentEvent event) {
        String name = event.event() == null ? "" : event.event();
        switch (name) {
            case "message_stop" -> end();
            case "message_start" -> Json.object(event.data()).ifPresent(start -> {
                var usage = start.path("message").path("usage");
                long read = usage.path("cache_read_input_tokens").asLong();
                long written = usage.path("cache_creation_input_tokens").asLong();
                counted(new Usage(usage.path("input_tokens").asLong() + read + written,
                        usage.path("output_tokens").asLong(), read, written, false));
            });
            case "message_delta" -> Json.object(event.data()).ifPresent(delta -> {
                long output = delta.path("usage").path("output_tokens").asLong();
                counted(new Usage(used().inputTokens(), Math.max(output, used().outputTokens()),
                        used().cacheReadTokens(), used().cacheWriteTokens(), false));
                String word = delta.path("delta").path("stop_reason").asText("");
                if (!word.isEmpty() && !word.equals("null")) {
                    finishedWith(word);
                }
            });
            case "content_block_start" -> callsBegun += event.data().contains("\"tool_use\"") ? 1 : 0;
            case "error" -> failed(Json.object(event.data()).map(FaultReader::ofErrorObject)
                    .orElse(FaultReader.ofErrorText(event.data())));
            default -> noteBareError(event.data());
        }
        return event;
    }

    /** Gateways report errors without naming the event. */
    private void noteBareError(String data) {
        if (data.contains("\"error\"")) {
            Json.object(data).filter(one -> one.hasNonNull("error"))
                    .ifPresent(one -> failed(FaultReader.ofErrorObject(one)));
        }
    }

    @Override
    int callsBegun() {
        return callsBegun;
    }

    @Override
    Optional<Finish> finish() {
        return switch (finishWord()) {
            case "end_turn", "stop_sequence" -> Optional.of(Finish.STOP);
            case "tool_use" -> Optional.of(Finish.TOOL_CALLS);
            case "max_tokens", "model_context_window_exceeded" -> Optional.of(Finish.LENGTH);
            case "refusal" -> Optional.of(Finish.FILTERED);
            default -> Optional.empty();
        };
    }
}
