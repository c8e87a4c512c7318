package baton.llm;

import baton.runtime.AgentModel.Call;
import baton.settings.ProviderEndpoint;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;

/** All that calls to one endpoint with one key have in common. */
record Route(ProviderEndpoint endpoint, StreamingChatModel model, ProviderLimiter limiter, ReplyJudge judge,
        GuardSettings settings) {

    String provider() {
        return endpoint.id();
    }

    /**
     * The call in the library's words.
     *
     * @throws IllegalArgumentException where the parameters of a tool are no usable schema
     */
    ChatRequest request(Call call) {
        var mapper = new RequestMapper(endpoint.dialect());
        return ChatRequest.builder().messages(mapper.messages(call))
                .parameters(DialectModels.parameters(endpoint, call, mapper.tools(call))).build();
    }
}
