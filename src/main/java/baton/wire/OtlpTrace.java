package baton.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import baton.engine.Sha256;
import baton.engine.WellFormed;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.Event;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.ToolEvent.ToolCancelled;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolFailed;
import baton.engine.fact.ToolEvent.ToolLost;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.TurnEvent.TurnCancelled;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnFailed;
import baton.engine.fact.TurnEvent.TurnLost;
import baton.engine.fact.TurnEvent.TurnRequested;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A session as one OTLP/JSON trace: the run, in it the attempts, in them the model calls and the tool calls.
 *
 * <p>Names and attributes are those of OpenTelemetry's conventions for generative AI; what was said is not part of it. Ids follow
 * from the session's name, so that the same session gives the same trace. What has no end yet ends with the last event. Not for use
 * twice.
 */
public final class OtlpTrace {
    private static final int TRACE_ID_CHARS = 32;
    private static final int SPAN_ID_CHARS = 16;
    private static final int INTERNAL = 1;
    private static final int CLIENT = 3;
    private static final int OK = 1;
    private static final int ERROR = 2;
    private static final String RUN = "run";

    private final String session;
    private final UnaryOperator<String> redact;
    private final Map<String, Span> spans = new LinkedHashMap<>();
    private long lastMs;

    /** One stretch of work; texts and numbers by the name of the attribute. */
    private static final class Span {
        private final String id;
        private final String parent;
        private final int kind;
        private final long startMs;
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private String name;
        private long endMs;
        private int status;
        private String message = "";

        Span(String id, String parent, String name, int kind, long startMs) {
            this.id = id;
            this.parent = parent;
            this.name = name;
            this.kind = kind;
            this.startMs = startMs;
        }

        Span with(String attribute, Object value) {
            attributes.put(attribute, value);
            return this;
        }
    }

    private OtlpTrace(String session, UnaryOperator<String> redact) {
        this.session = session;
        this.redact = redact;
    }

    /** The whole trace as one line; the stream is read to its end and not closed. */
    public static String of(String session, Stream<RecordedEvent> events, UnaryOperator<String> redact) {
        var trace = new OtlpTrace(session, redact);
        events.forEachOrdered(trace::take);
        return JsonText.write(trace::write);
    }

    private void take(RecordedEvent recorded) {
        lastMs = Math.max(lastMs, recorded.atMs());
        String attempt = attempt(recorded.subject());
        switch (recorded.event()) {
            case SessionStarted started -> open(new Span(RUN, "", "invoke_workflow", INTERNAL, recorded.atMs())
                    .with("gen_ai.operation.name", "invoke_workflow").with("gen_ai.conversation.id", session)
                    .with("baton.mode", Words.of(started.settings().mode())));
            case PlanLoaded loaded -> named(loaded.plan().name());
            case AttemptStarted started -> open(new Span(attempt, RUN, "invoke_agent " + recorded.subject().agent(),
                    INTERNAL, recorded.atMs()).with("gen_ai.operation.name", "invoke_agent")
                    .with("gen_ai.agent.name", recorded.subject().agent()).with("gen_ai.conversation.id", session)
                    .with("gen_ai.request.model", model(started.model())).with("baton.task", recorded.subject().task())
                    .with("baton.attempt", (long) recorded.subject().attempt()));
            case AttemptEnded ended -> close(attempt, recorded.atMs(),
                    ended.end() == End.ACCEPTED || ended.end() == End.HANDED_OFF, Words.of(ended.end()));
            case SessionResult result -> {
                close(RUN, recorded.atMs(), result.exitCode() == 0, Words.of(result.status()));
                var run = spans.get(RUN);
                if (run != null) {
                    run.with("baton.exit_code", (long) result.exitCode());
                }
            }
            default -> call(recorded, attempt);
        }
    }

    private static String attempt(Subject subject) {
        return subject.task() + "/" + subject.attempt();
    }

    /** Several processes may have worked on the session; the run then ends with the last of them. */
    private void open(Span span) {
        spans.putIfAbsent(span.id, span);
    }

    private void named(String plan) {
        var run = spans.get(RUN);
        if (run != null) {
            run.name = "invoke_workflow " + plan;
            run.with("gen_ai.workflow.name", plan);
        }
    }

    private void close(String id, long atMs, boolean well, String how) {
        var span = spans.get(id);
        if (span != null) {
            span.endMs = atMs;
            span.status = well ? OK : ERROR;
            span.message = well ? "" : how;
            if (well) {
                span.attributes.remove("error.type");
            } else {
                span.with("error.type", how);
            }
        }
    }

    private void call(RecordedEvent recorded, String attempt) {
        long atMs = recorded.atMs();
        switch (recorded.event()) {
            case TurnRequested asked ->
                open(new Span(asked.turn(), attempt, "chat " + model(asked.model()), CLIENT, atMs)
                        .with("gen_ai.operation.name", "chat").with("gen_ai.provider.name", provider(asked.model()))
                        .with("gen_ai.request.model", model(asked.model())).with("gen_ai.conversation.id", session));
            case TurnCompleted done -> completed(done, atMs);
            case TurnFailed failed -> close(failed.turn(), atMs, false, Words.of(failed.trouble()));
            case TurnLost lost -> close(lost.turn(), atMs, false, "lost");
            case TurnCancelled cancelled -> close(cancelled.turn(), atMs, false, "cancelled");
            case ToolStarted started -> open(new Span(started.call(), attempt,
                    "execute_tool " + started.tool(), INTERNAL, atMs).with("gen_ai.operation.name", "execute_tool")
                    .with("gen_ai.tool.name", started.tool()).with("gen_ai.tool.call.id", started.call()));
            case ToolCompleted done -> close(done.call(), atMs, true, "");
            case ToolFailed failed -> close(failed.call(), atMs, false, "failed");
            case ToolCancelled cancelled -> close(cancelled.call(), atMs, false, "cancelled");
            case ToolLost lost -> close(lost.call(), atMs, false, "lost");
            case Event other -> {
                // Everything else is between the calls.
            }
        }
    }

    private void completed(TurnCompleted done, long atMs) {
        close(done.turn(), atMs, true, "");
        var span = spans.get(done.turn());
        if (span != null) {
            var usage = done.reply().usage();
            span.with("gen_ai.response.model", done.reply().model())
                    .with("gen_ai.response.finish_reasons", List.of(Words.of(done.reply().finish())))
                    .with("gen_ai.usage.input_tokens", usage.inputTokens())
                    .with("gen_ai.usage.output_tokens", usage.outputTokens())
                    .with("gen_ai.usage.cache_read.input_tokens", usage.cacheReadTokens())
                    .with("gen_ai.usage.cache_creation.input_tokens", usage.cacheWriteTokens());
        }
    }

    private static String provider(String model) {
        int slash = model.indexOf('/');
        return slash < 0 ? model : model.substring(0, slash);
    }

    private static String model(String model) {
        return model.substring(model.indexOf('/') + 1);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("resourceSpans");
        out.writeStartObject();
        out.writeObjectFieldStart("resource");
        attributes(Map.of("service.name", "baton"), out);
        out.writeEndObject();
        out.writeArrayFieldStart("scopeSpans");
        out.writeStartObject();
        out.writeObjectFieldStart("scope");
        out.writeStringField("name", "baton");
        out.writeEndObject();
        out.writeArrayFieldStart("spans");
        for (var span : spans.values()) {
            write(span, out);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private void write(Span span, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("traceId", id("", TRACE_ID_CHARS));
        out.writeStringField("spanId", id(span.id, SPAN_ID_CHARS));
        if (!span.parent.isEmpty()) {
            out.writeStringField("parentSpanId", id(span.parent, SPAN_ID_CHARS));
        }
        out.writeStringField("name", shown(span.name));
        out.writeNumberField("kind", span.kind);
        out.writeStringField("startTimeUnixNano", span.startMs + "000000");
        out.writeStringField("endTimeUnixNano", (span.endMs == 0 ? lastMs : span.endMs) + "000000");
        attributes(span.attributes, out);
        out.writeObjectFieldStart("status");
        if (span.status != 0) {
            out.writeNumberField("code", span.status);
        }
        if (!span.message.isEmpty()) {
            out.writeStringField("message", shown(span.message));
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private String id(String of, int chars) {
        return Sha256.of((session + "\n" + of).getBytes(StandardCharsets.UTF_8)).substring(0, chars);
    }

    private String shown(String text) {
        return WellFormed.text(redact.apply(text));
    }

    private void attributes(Map<String, Object> attributes, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("attributes");
        for (var attribute : attributes.entrySet()) {
            out.writeStartObject();
            out.writeStringField("key", attribute.getKey());
            out.writeFieldName("value");
            value(attribute.getValue(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Whole numbers stand as texts, as the format wants them. */
    private void value(Object value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        switch (value) {
            case Long number -> out.writeStringField("intValue", String.valueOf(number));
            case List<?> many -> {
                out.writeObjectFieldStart("arrayValue");
                out.writeArrayFieldStart("values");
                for (Object one : new ArrayList<>(many)) {
                    value(one, out);
                }
                out.writeEndArray();
                out.writeEndObject();
            }
            default -> out.writeStringField("stringValue", shown(value.toString()));
        }
        out.writeEndObject();
    }
}
