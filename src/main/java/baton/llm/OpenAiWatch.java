package baton.llm;

import java.util.Optional;

import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import dev.langchain4j.http.client.sse.ServerSentEvent;

/** Chat completions: {@code finish_reason} in the first choice, {@code [DONE]} at the end, errors as {@code {"error":…}}. */
final class OpenAiWatch extends StreamWatch {
    @Override
    ServerSentEvent hear(ServerSentEvent event) {
        String data = event.data();
        if (data.strip().equals("[DONE]")) {
            end();
        } else if (data.contains("\"error\"") || data.contains("\"usage\":{")
                || !data.contains("\"finish_reason\":null")) {
            Json.object(data).ifPresent(chunk -> {
                if (chunk.hasNonNull("error")) {
                    failed(FaultReader.ofErrorObject(chunk));
                }
                if (chunk.path("usage").isObject()) {
                    var usage = chunk.path("usage");
                    counted(new Usage(usage.path("prompt_tokens").asLong(), usage.path("completion_tokens").asLong(),
                            usage.path("prompt_tokens_details").path("cached_tokens").asLong(), 0, false));
                }
                String word = chunk.path("choices").path(0).path("finish_reason").asText("");
                if (!word.isEmpty() && !word.equals("null")) {
                    finishedWith(word);
                }
            });
        }
        return event;
    }

    @Override
    Optional<Finish> finish() {
        return switch (finishWord()) {
            case "stop", "eos", "end_turn" -> Optional.of(Finish.STOP);
            case "tool_calls", "function_call" -> Optional.of(Finish.TOOL_CALLS);
            case "length", "max_tokens" -> Optional.of(Finish.LENGTH);
            case "content_filter" -> Optional.of(Finish.FILTERED);
            default -> Optional.empty();
        };
    }
}
