package baton.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import baton.engine.WellFormed;
import baton.engine.fact.Action;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.runtime.AgentModel.Call;
import baton.runtime.Redactor;
import baton.settings.ProviderEndpoint.Dialect;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;

/**
 * Decides whether what arrived is a whole reply.
 *
 * <p>It is, if the provider sent its end mark and a finish reason that is known, and if every tool call has arguments that are
 * a JSON object. A reply that reached its length inside a tool call is not; plain text that did is.
 */
final class ReplyJudge {
    private final Dialect dialect;
    private final Redactor redactor;
    private final BiFunction<String, String, Action> actions;

    /** {@code actions} gives the meaning of a tool's name and arguments. */
    ReplyJudge(Dialect dialect, Redactor redactor, BiFunction<String, String, Action> actions) {
        this.dialect = dialect;
        this.redactor = redactor;
        this.actions = actions;
    }

    /** What a try brought. */
    sealed interface Verdict {
        record Complete(ModelReply reply) implements Verdict {}

        /** {@code used} is what the provider counted for it all the same. */
        record Broken(Fault fault, Usage used) implements Verdict {}
    }

    /** {@code text} is the redacted text that was streamed. */
    Verdict judge(Call call, Optional<ChatResponse> response, StreamWatch watch, String text) {
        return switch (verdict(call, response, watch, text)) {
            case Verdict.Complete complete -> complete;
            case Verdict.Broken broken -> new Verdict.Broken(broken.fault(), watch.used());
        };
    }

    private Verdict verdict(Call call, Optional<ChatResponse> response, StreamWatch watch, String text) {
        if (!watch.isEnded() || response.isEmpty()) {
            return broken("the answer ended without the provider's end mark");
        }
        var finish = watch.finish();
        if (finish.isEmpty()) {
            return broken(watch.finishWord().isEmpty()
                    ? "the answer ended without a finish reason"
                    : "the answer ended with an unknown finish reason: " + watch.finishWord());
        }
        AiMessage message = response.get().aiMessage();
        var asked = message.toolExecutionRequests();
        if (finish.get() == Finish.LENGTH && (!asked.isEmpty() || watch.callsBegun() > 0)) {
            return new Verdict.Broken(Fault.lasting(Trouble.INCOMPLETE,
                    "the answer reached its limit of " + call.outputTokensMax()
                            + " tokens inside a tool call, which is not run"),
                    Usage.NONE);
        }
        if (finish.get() == Finish.FILTERED) {
            return complete(call, response.get(), watch, text, List.of(), Finish.FILTERED);
        }
        return withCalls(call, response.get(), watch, text, finish.get());
    }

    private Verdict withCalls(Call call, ChatResponse response, StreamWatch watch, String text, Finish finish) {
        var asked = response.aiMessage().toolExecutionRequests();
        if (asked.size() < watch.callsBegun()) {
            return broken("a tool call of the answer was not finished");
        }
        if (finish == Finish.TOOL_CALLS && asked.isEmpty()) {
            return broken("the answer says that it calls tools and names none");
        }
        var calls = new ArrayList<CallRequest>();
        for (ToolExecutionRequest one : asked) {
            var read = readCall(one, RequestMapper.ownId(call.turn(), calls.size() + 1));
            if (read.isEmpty()) {
                return broken("the arguments of the tool call " + one.name() + " are no JSON object");
            }
            calls.add(read.get());
        }
        return complete(call, response, watch, text, calls, calls.isEmpty() ? finish : Finish.TOOL_CALLS);
    }

    private Optional<CallRequest> readCall(ToolExecutionRequest asked, String ownId) {
        String sent = asked.arguments() == null || asked.arguments().isBlank() ? "{}" : asked.arguments();
        String name = asked.name() == null ? "" : asked.name();
        String id = asked.id() == null || asked.id().isBlank() ? ownId : asked.id();
        return name.isBlank() ? Optional.empty() : Json.object(sent).map(parsed -> {
            String arguments = redactor.redact(sent).isUnchanged() ? sent : Json.write(redacted(parsed));
            return new CallRequest(id, name, arguments, actions.apply(name, arguments));
        });
    }

    /** Inside JSON each text is redacted by itself, so that what is left is JSON. */
    private JsonNode redacted(JsonNode node) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(redactor.redact(text.asText()).text());
            case ArrayNode list -> {
                var changed = list.arrayNode();
                list.forEach(one -> changed.add(redacted(one)));
                yield changed;
            }
            case ObjectNode object -> {
                var changed = object.objectNode();
                object.properties().forEach(
                        field -> changed.set(redactor.redact(field.getKey()).text(), redacted(field.getValue())));
                yield changed;
            }
            default -> node;
        };
    }

    private Verdict complete(Call call, ChatResponse response, StreamWatch watch, String text, List<CallRequest> calls,
            Finish finish) {
        AiMessage message = response.aiMessage();
        var thinking = redactor.redact(message.thinking() == null ? "" : message.thinking());
        String model = response.metadata() == null || response.metadata().modelName() == null
                ? call.model().model()
                : response.metadata().modelName();
        // Thinking that had to be changed would no longer fit its signature.
        String opaque = thinking.isUnchanged() ? opaqueOf(message, watch).written() : "";
        return new Verdict.Complete(new ModelReply(WellFormed.text(model), WellFormed.text(text),
                WellFormed.text(thinking.text()), opaque, calls,
                UsageReader.read(call, response, text), finish));
    }

    private Opaque opaqueOf(AiMessage message, StreamWatch watch) {
        return switch (dialect) {
            case ANTHROPIC -> new Opaque(dialect, single(textOf(message.attributes().get("thinking_signature"))),
                    textsOf(message.attributes().get("redacted_thinking")));
            case GEMINI -> new Opaque(dialect, watch.callSignature(), List.of());
            case OPENAI, OLLAMA -> new Opaque(dialect, "", List.of());
        };
    }

    /** The library joins the signatures of several blocks by line ends; together they prove nothing. */
    private static String single(String signature) {
        return signature.contains("\n") ? "" : signature;
    }

    private static String textOf(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private static List<String> textsOf(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static Verdict broken(String message) {
        return new Verdict.Broken(Fault.of(Trouble.INCOMPLETE, message), Usage.NONE);
    }
}
