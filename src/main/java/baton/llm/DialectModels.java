package baton.llm;

import java.util.List;

import baton.llm.ProviderDirectory.Access;
import baton.runtime.AgentModel.Call;
import baton.settings.ProviderEndpoint;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** Builds the library's model of an endpoint, and the parameters of a request in its dialect. */
final class DialectModels {
    private static final int OUTPUT_TOKENS = 8_192;
    private static final int OLLAMA_WINDOW_MIN = 8_192;
    private static final int OLLAMA_WINDOW_MAX = 131_072;

    private DialectModels() {}

    static StreamingChatModel model(ProviderEndpoint endpoint, Access access, GuardedHttpClient client) {
        return switch (endpoint.dialect()) {
            case OPENAI -> openAi(endpoint, access, client);
            case ANTHROPIC -> anthropic(endpoint, access, client);
            case GEMINI -> gemini(endpoint, access, client);
            case OLLAMA -> ollama(endpoint, access, client);
        };
    }

    private static StreamingChatModel openAi(ProviderEndpoint endpoint, Access access, GuardedHttpClient client) {
        var builder = new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder()
                .httpClientBuilder(client.asBuilder()).baseUrl(endpoint.baseUrl()).customHeaders(access.headers())
                .returnThinking(true)
                // DeepSeek refuses a tool loop without its own thinking; others refuse the field.
                .sendThinking(endpoint.id().equals("deepseek"));
        if (!access.key().isEmpty()) {
            builder.apiKey(access.key());
        }
        return builder.build();
    }

    private static StreamingChatModel anthropic(ProviderEndpoint endpoint, Access access, GuardedHttpClient client) {
        return AnthropicStreamingChatModel.builder().httpClientBuilder(client.asBuilder()).baseUrl(endpoint.baseUrl())
                .apiKey(access.key().isEmpty() ? GuardedHttpClient.NO_KEY : access.key())
                .customHeaders(access.headers()).cacheSystemMessages(true).cacheTools(true).returnThinking(true)
                .sendThinking(true).build();
    }

    private static StreamingChatModel gemini(ProviderEndpoint endpoint, Access access, GuardedHttpClient client) {
        var builder = GoogleAiGeminiStreamingChatModel.builder().httpClientBuilder(client.asBuilder())
                .baseUrl(endpoint.baseUrl()).customHeaders(access.headers()).returnThinking(true).sendThinking(true);
        return (access.key().isEmpty() ? builder : builder.apiKey(access.key())).build();
    }

    private static StreamingChatModel ollama(ProviderEndpoint endpoint, Access access, GuardedHttpClient client) {
        return new OllamaStreamingChatModel.OllamaStreamingChatModelBuilder().httpClientBuilder(client.asBuilder())
                .baseUrl(endpoint.baseUrl()).customHeaders(access.headers()).returnThinking(true).build();
    }

    static ChatRequestParameters parameters(ProviderEndpoint endpoint, Call call, List<ToolSpecification> tools) {
        int tokens = call.outputTokensMax() > 0 ? call.outputTokensMax() : OUTPUT_TOKENS;
        String model = call.model().model();
        return switch (endpoint.dialect()) {
            case OPENAI -> {
                var builder = OpenAiChatRequestParameters.builder().modelName(model).toolSpecifications(tools);
                // OpenAI's newer models know only the new name, other servers often only the old one.
                yield (endpoint.baseUrl().contains("api.openai.com")
                        ? builder.maxCompletionTokens(tokens)
                        : builder.maxOutputTokens(tokens)).build();
            }
            case ANTHROPIC -> AnthropicChatRequestParameters.builder().modelName(model).maxOutputTokens(tokens)
                    .toolSpecifications(tools).build();
            case GEMINI -> GoogleAiGeminiChatRequestParameters.builder().modelName(model).maxOutputTokens(tokens)
                    .toolSpecifications(tools).build();
            case OLLAMA -> OllamaChatRequestParameters.builder().modelName(model).maxOutputTokens(tokens)
                    .toolSpecifications(tools).numCtx(ollamaWindow(call, tokens)).build();
        };
    }

    /**
     * Ollama cuts off the beginning of what does not fit its window, without a word; so the window is asked for, in powers of
     * two, since every change loads the model anew.
     */
    static int ollamaWindow(Call call, int outputTokens) {
        long needed = UsageReader.estimatedTokens(call) * 5 / 4 + outputTokens;
        long window = Long.highestOneBit(Math.max(1, needed - 1)) << 1;
        return Math.clamp(window, OLLAMA_WINDOW_MIN, OLLAMA_WINDOW_MAX);
    }
}
