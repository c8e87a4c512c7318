package baton.llm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import baton.engine.fact.ModelReply;
import baton.runtime.AgentModel.Call;
import baton.runtime.AgentModel.ChatMessage;
import baton.settings.ProviderEndpoint.Dialect;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import org.jspecify.annotations.Nullable;

/** Writes a call in the library's words, with what each dialect must get back. */
final class RequestMapper {
    /** Begins ids that were made here, for providers that give calls none. */
    private static final String OWN_ID = "baton-call-";

    private static final Map<String, Object> CACHE_HERE = Map.of("cache_control", "ephemeral");

    private final Dialect dialect;

    RequestMapper(Dialect dialect) {
        this.dialect = dialect;
    }

    /** An id for the {@code number}th call of a turn; unique in a conversation, in letters every provider takes. */
    static String ownId(String turn, int number) {
        var id = new StringBuilder(OWN_ID);
        turn.chars().forEach(c -> id.append(Character.isLetterOrDigit(c) && c < 128 ? (char) c : '-'));
        return id.append('-').append(number).toString();
    }

    List<dev.langchain4j.data.message.ChatMessage> messages(Call call) {
        var all = new ArrayList<dev.langchain4j.data.message.ChatMessage>();
        String system = RequestText.system(call.parts());
        if (!system.isBlank()) {
            all.add(SystemMessage.from(system));
        }
        for (int i = 0; i < call.messages().size(); i++) {
            all.add(message(call.messages().get(i), i == call.messages().size() - 1));
        }
        if (call.messages().isEmpty()) {
            all.add(UserMessage.from("Begin."));
        }
        return all;
    }

    List<ToolSpecification> tools(Call call) {
        return call.tools().stream().map(tool -> ToolSpecification.builder().name(tool.name())
                .description(tool.description()).parameters(SchemaReader.parameters(tool.parametersJson())).build())
                .toList();
    }

    /** The last message ends what a provider may keep in its cache. */
    private dev.langchain4j.data.message.ChatMessage message(ChatMessage message, boolean last) {
        Map<String, Object> attributes = last && dialect == Dialect.ANTHROPIC ? CACHE_HERE : Map.of();
        return switch (message) {
            case ChatMessage.User user -> UserMessage.builder()
                    .addContent(dev.langchain4j.data.message.TextContent.from(spoken(user.text(), "(nothing)")))
                    .attributes(attributes).build();
            case ChatMessage.ToolResult result -> ToolExecutionResultMessage.builder().id(idFor(result.callId()))
                    .toolName(result.tool()).text(spoken(result.text(), "(no output)")).attributes(attributes).build();
            case ChatMessage.Assistant assistant -> assistant(assistant.reply());
        };
    }

    private AiMessage assistant(ModelReply reply) {
        var calls = reply.calls().stream().map(call -> ToolExecutionRequest.builder().id(idFor(call.id()))
                .name(call.tool()).arguments(call.argumentsJson()).build()).toList();
        var builder = AiMessage.builder().toolExecutionRequests(calls);
        if (calls.isEmpty()) {
            builder.text(spoken(reply.text(), "(no answer)"));
        } else if (!reply.text().isBlank()) {
            builder.text(reply.text());
        }
        giveBack(reply, builder);
        return builder.build();
    }

    private void giveBack(ModelReply reply, AiMessage.Builder builder) {
        var kept = Opaque.read(reply.opaque(), dialect);
        switch (dialect) {
            case ANTHROPIC -> kept.ifPresent(opaque -> {
                var attributes = new LinkedHashMap<String, Object>();
                if (!opaque.signature().isEmpty()) {
                    builder.thinking(reply.thinking());
                    attributes.put("thinking_signature", opaque.signature());
                }
                if (!opaque.redacted().isEmpty()) {
                    attributes.put("redacted_thinking", opaque.redacted());
                }
                builder.attributes(attributes);
            });
            case GEMINI -> kept.ifPresent(
                    opaque -> builder.attributes(Map.of("thinking_signature", (Object) opaque.signature())));
            case OPENAI -> builder.thinking(reply.thinking().isEmpty() ? null : reply.thinking());
            case OLLAMA -> {
                // Ollama takes nothing back.
            }
        }
    }

    /** Ids that only we know are not told to providers that never gave one. */
    private @Nullable String idFor(String id) {
        boolean own = id.startsWith(OWN_ID);
        return switch (dialect) {
            case GEMINI, OLLAMA -> own ? null : id;
            case OPENAI, ANTHROPIC -> id;
        };
    }

    private static String spoken(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
