package baton.llm;

import java.util.Optional;

import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.http.client.sse.ServerSentEvent;

/** Gemini: {@code finishReason} in the first candidate is the end mark too; a signature stands with the first call. */
final class GeminiWatch extends StreamWatch {
    private String callSignature = "";
    private int callsBegun;

    @Override
    ServerSentEvent hear(ServerSentEvent event) {
        Json.object(event.data()).ifPresent(this::note);
        return event;
    }

    private void note(ObjectNode chunk) {
        if (chunk.hasNonNull("error")) {
            failed(FaultReader.ofErrorObject(chunk));
            return;
        }
        if (chunk.path("usageMetadata").isObject()) {
            var usage = chunk.path("usageMetadata");
            counted(new Usage(usage.path("promptTokenCount").asLong(),
                    usage.path("candidatesTokenCount").asLong() + usage.path("thoughtsTokenCount").asLong(),
                    usage.path("cachedContentTokenCount").asLong(), 0, false));
        }
        JsonNode candidate = chunk.path("candidates").path(0);
        candidate.path("content").path("parts").forEach(this::notePart);
        String word = candidate.path("finishReason").asText("");
        String blocked = chunk.path("promptFeedback").path("blockReason").asText("");
        if (!word.isEmpty()) {
            finishedWith(word);
            end();
        } else if (!blocked.isEmpty()) {
            finishedWith("PROHIBITED_CONTENT");
            end();
        }
    }

    private void notePart(JsonNode part) {
        if (part.has("functionCall")) {
            if (callsBegun == 0) {
                callSignature = part.path("thoughtSignature").asText("");
            }
            callsBegun++;
        }
    }

    @Override
    boolean hearsOnAfterEnd() {
        return true;
    }

    @Override
    int callsBegun() {
        return callsBegun;
    }

    @Override
    String callSignature() {
        return callSignature;
    }

    @Override
    Optional<Finish> finish() {
        return switch (finishWord()) {
            case "STOP" -> Optional.of(callsBegun > 0 ? Finish.TOOL_CALLS : Finish.STOP);
            case "MAX_TOKENS" -> Optional.of(Finish.LENGTH);
            case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "IMAGE_SAFETY" ->
                Optional.of(Finish.FILTERED);
            default -> Optional.empty();
        };
    }
}
