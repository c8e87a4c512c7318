package baton.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import baton.engine.Sha256;
import baton.engine.WellFormed;
import baton.engine.fact.RecordedEvent;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * The lines of {@code sessions export --format jsonl}, and back.
 *
 * <p>An event's line is the one scripts know, with what the same record needs again: the hash, the inputs since the event
 * before and, where {@code data} was reshaped for readers, the stored {@code body}. Further lines, whose type begins with
 * {@code record.}, carry kept contents, streamed text and inputs that no event follows; they have no {@code seq}. One of
 * them, {@code record.end}, says how much there is in all and the hash of the last event: without it a shortened file would
 * pass for a shorter session. It stands right before the last event, since the last line is always that event's.
 */
public final class ExportCodec {
    private static final int VERSION = 1;

    private final LineWriter lines;

    public ExportCodec(String session) {
        lines = new LineWriter(session);
    }

    /** The line of an event; {@code recorded} is the same event as {@code stored}. */
    public String line(RecordedEvent recorded, StoredEvent stored, List<StoredInput> inputs) {
        return JsonText.write(out -> {
            out.writeStartObject();
            lines.writeFields(recorded, out);
            out.writeNumberField("n", stored.n());
            out.writeNumberField("version", stored.version());
            String body = new String(stored.body(), StandardCharsets.UTF_8);
            if (!body.equals(JsonText.write(data -> Json.write(lines.data(recorded), data)))) {
                out.writeFieldName("body");
                out.writeRawValue(body);
            }
            out.writeArrayFieldStart("inputs");
            for (StoredInput input : inputs) {
                out.writeStartObject();
                writeFields(input, out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeStringField("hash", stored.hash());
            out.writeEndObject();
        });
    }

    public String line(StoredInput input) {
        return record("record.input", out -> writeFields(input, out));
    }

    public String line(Blob content) {
        return record("record.content", out -> {
            out.writeStringField("sha256", content.sha256());
            out.writeStringField("base64", Base64.getEncoder().encodeToString(content.bytes()));
        });
    }

    public String line(ExportLine.OfChunk chunk) {
        return record("record.chunk", out -> {
            out.writeStringField("turn", WellFormed.text(chunk.turn()));
            out.writeNumberField("ordinal", chunk.ordinal());
            out.writeNumberField("atMs", chunk.atMs());
            out.writeNumberField("afterSeq", chunk.afterSeq());
            out.writeStringField("text", WellFormed.text(chunk.text()));
        });
    }

    public String line(ExportLine.OfEnd end) {
        return record("record.end", out -> {
            out.writeNumberField("events", end.events());
            out.writeNumberField("inputs", end.inputs());
            out.writeNumberField("contents", end.contents());
            out.writeNumberField("chunks", end.chunks());
            out.writeStringField("hash", end.hash());
        });
    }

    private static String record(String type, JsonText.Writing data) {
        return JsonText.write(out -> {
            out.writeStartObject();
            out.writeNumberField("v", VERSION);
            out.writeStringField("type", type);
            out.writeObjectFieldStart("data");
            data.to(out);
            out.writeEndObject();
            out.writeEndObject();
        });
    }

    private static void writeFields(StoredInput input, JsonGenerator out) throws IOException {
        out.writeNumberField("n", input.n());
        out.writeNumberField("atMs", input.atMs());
        out.writeNumberField("elapsedMs", input.elapsedMs());
        out.writeStringField("type", input.type());
        out.writeNumberField("version", input.version());
        out.writeFieldName("body");
        out.writeRawValue(new String(input.body(), StandardCharsets.UTF_8));
    }

    /** True where {@code data} beside a stored body, known by its hash, is what this event is shown as. */
    public boolean isShown(RecordedEvent recorded, String sha256) {
        return Sha256.of(bytes(lines.data(recorded))).equals(sha256);
    }

    /** The session an event line names; empty for other lines. */
    public static String sessionOf(String line) {
        return Json.parse(line) instanceof Json.Obj object
                && object.get("session").orElse(new Json.Null()) instanceof Json.Text(var session) ? session : "";
    }

    /**
     * Reads a line back.
     *
     * @throws WireException where it is no line of an export; one of {@code stream-json} lacks what is needed and is none
     */
    public static ExportLine read(String line) {
        if (!(Json.parse(line) instanceof Json.Obj object)) {
            throw new WireException(WireException.Kind.MALFORMED, "a line of an export is a JSON object");
        }
        if (whole(object, "v") != VERSION) {
            throw new WireException(WireException.Kind.UNKNOWN, "this program knows lines of version 1");
        }
        if (object.get("redacted").isPresent()) {
            throw new WireException(WireException.Kind.MALFORMED,
                    "this is a redacted export: what was taken out is gone,"
                            + " so no session can be made of it");
        }
        return switch (text(object, "type")) {
            case "record.input" -> new ExportLine.OfInput(input(object(object, "data")));
            case "record.content" -> content(object(object, "data"));
            case "record.chunk" -> chunk(object(object, "data"));
            case "record.end" -> end(object(object, "data"));
            default -> event(object);
        };
    }

    private static ExportLine event(Json.Obj line) {
        List<StoredInput> inputs = new ArrayList<>();
        if (!(line.get("inputs").orElse(new Json.Null()) instanceof Json.Arr(var values))) {
            throw missing("inputs");
        }
        for (Json value : values) {
            if (value instanceof Json.Obj input) {
                inputs.add(input(input));
            }
        }
        Json data = line.get("data").orElseThrow(() -> missing("data"));
        var stored = line.get("body");
        return new ExportLine.OfEvent(new StoredEvent(whole(line, "seq"), whole(line, "n"), time(text(line, "ts")),
                text(line, "type"), (int) whole(line, "version"), textOrEmpty(line, "agent"), textOrEmpty(line, "task"),
                line.get("attempt").isPresent() ? (int) whole(line, "attempt") : 0,
                line.get("cause").isPresent() ? whole(line, "cause") : 0, bytes(stored.orElse(data)), "",
                text(line, "hash")), inputs, stored.isPresent() ? Sha256.of(bytes(data)) : "");
    }

    private static StoredInput input(Json.Obj input) {
        return new StoredInput(whole(input, "n"), whole(input, "atMs"), whole(input, "elapsedMs"), text(input, "type"),
                (int) whole(input, "version"), bytes(input.get("body").orElseThrow(() -> missing("body"))));
    }

    private static ExportLine content(Json.Obj data) {
        try {
            var blob = Blob.of(Base64.getDecoder().decode(text(data, "base64")));
            if (!blob.sha256().equals(text(data, "sha256"))) {
                throw new WireException(WireException.Kind.MALFORMED, "a kept content does not match its sha256");
            }
            return new ExportLine.OfContent(blob);
        } catch (IllegalArgumentException e) {
            throw new WireException(WireException.Kind.MALFORMED, "a kept content is not base64", e);
        }
    }

    private static ExportLine end(Json.Obj data) {
        return new ExportLine.OfEnd(whole(data, "events"), whole(data, "inputs"), whole(data, "contents"),
                whole(data, "chunks"), textOrEmpty(data, "hash"));
    }

    private static ExportLine chunk(Json.Obj data) {
        return new ExportLine.OfChunk(text(data, "turn"), (int) whole(data, "ordinal"), whole(data, "atMs"),
                whole(data, "afterSeq"), textOrEmpty(data, "text"));
    }

    private static byte[] bytes(Json body) {
        return JsonText.write(out -> Json.write(body, out)).getBytes(StandardCharsets.UTF_8);
    }

    private static long time(String ts) {
        try {
            return Instant.parse(ts).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new WireException(WireException.Kind.MALFORMED, "\"ts\" is not a time: " + ts, e);
        }
    }

    private static Json.Obj object(Json.Obj line, String key) {
        return line.get(key).filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
                .orElseThrow(() -> missing(key));
    }

    private static String text(Json.Obj line, String key) {
        return line.get(key).filter(Json.Text.class::isInstance).map(text -> ((Json.Text) text).text())
                .orElseThrow(() -> missing(key));
    }

    private static String textOrEmpty(Json.Obj line, String key) {
        return line.get(key).isPresent() ? text(line, key) : "";
    }

    private static long whole(Json.Obj line, String key) {
        BigDecimal number = line.get(key).filter(Json.Num.class::isInstance).map(value -> ((Json.Num) value).value())
                .orElseThrow(() -> missing(key));
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new WireException(WireException.Kind.MALFORMED, "\"" + key + "\" is not a whole number", e);
        }
    }

    private static WireException missing(String key) {
        return new WireException(WireException.Kind.MALFORMED, "\"" + key + "\" is missing; only lines of"
                + " `sessions export --format jsonl` can be imported");
    }
}
