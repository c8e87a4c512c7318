package baton.llm;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import baton.engine.fact.Usage;
import baton.runtime.AgentModel.Call;
import baton.runtime.AgentModel.ChatMessage;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads the token figures of each provider into one meaning: input includes what its cache gave or took. */
final class UsageReader {
    private static final int BYTES_PER_TOKEN = 4;

    private UsageReader() {}

    /** What the provider counted; estimated from the text where it counted nothing. */
    static Usage read(Call call, ChatResponse response, String text) {
        return Optional.ofNullable(response.metadata()).map(metadata -> metadata.tokenUsage()).map(UsageReader::counted)
                .filter(usage -> usage.totalTokens() > 0).orElseGet(() -> estimated(call, response, text));
    }

    private static Usage counted(TokenUsage usage) {
        long input = orZero(usage.inputTokenCount());
        long output = orZero(usage.outputTokenCount());
        return switch (usage) {
            case AnthropicTokenUsage own -> {
                long read = orZero(own.cacheReadInputTokens());
                long written = orZero(own.cacheCreationInputTokens());
                yield new Usage(input + read + written, output, read, written, false);
            }
            case OpenAiTokenUsage own -> new Usage(input, output,
                    own.inputTokensDetails() == null ? 0 : orZero(own.inputTokensDetails().cachedTokens()), 0, false);
            case GoogleAiGeminiTokenUsage own -> new Usage(input, output + orZero(own.thoughtsTokenCount()),
                    orZero(own.cachedContentTokenCount()), 0, false);
            default -> new Usage(input, output, 0, 0, false);
        };
    }

    private static Usage estimated(Call call, ChatResponse response, String text) {
        long answer = bytes(text);
        for (var asked : response.aiMessage().toolExecutionRequests()) {
            answer += bytes(asked.name() + asked.arguments());
        }
        return new Usage(Math.ceilDiv(requestBytes(call), BYTES_PER_TOKEN), Math.ceilDiv(answer, BYTES_PER_TOKEN), 0, 0,
                true);
    }

    /** Roughly what a request will count for. */
    static long estimatedTokens(Call call) {
        return Math.ceilDiv(requestBytes(call), BYTES_PER_TOKEN);
    }

    private static long requestBytes(Call call) {
        long sum = bytes(RequestText.system(call.parts()));
        for (ChatMessage message : call.messages()) {
            sum += switch (message) {
                case ChatMessage.User user -> bytes(user.text());
                case ChatMessage.ToolResult result -> bytes(result.text());
                case ChatMessage.Assistant assistant -> bytes(assistant.reply().text()) + assistant.reply().calls()
                        .stream().mapToLong(one -> bytes(one.tool() + one.argumentsJson())).sum();
            };
        }
        return sum + call.tools().stream()
                .mapToLong(tool -> bytes(tool.name() + tool.description() + tool.parametersJson())).sum();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
