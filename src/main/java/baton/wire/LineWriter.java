package baton.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import baton.engine.WellFormed;
import baton.engine.fact.RecordedEvent;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Events as the lines that scripts read: one JSON object each, in the order of the record.
 *
 * <p>{@code data} is what is stored, with two changes for readers: money, kept in micro-dollars under {@code …Micros}, is
 * shown in dollars under {@code …Usd} and left out where it is not known; {@code session.started} says at its top how the
 * session is run. Any thread may use it.
 */
public final class LineWriter {
    private static final int VERSION = 1;
    private static final int MICROS_DIGITS = 6;
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String session;
    private final UnaryOperator<String> shown;
    private final boolean redacted;
    private final EventCodec codec = new EventCodec();

    /** For the lines of one session. */
    public LineWriter(String session) {
        this(session, UnaryOperator.identity(), false);
    }

    private LineWriter(String session, UnaryOperator<String> shown, boolean redacted) {
        this.session = session;
        this.shown = shown;
        this.redacted = redacted;
    }

    /** Lines in which every text went through {@code redact}; each says {@code "redacted": true}. */
    public static LineWriter redacted(String session, UnaryOperator<String> redact) {
        return new LineWriter(session, redact, true);
    }

    /** The line of an event, without line end; never holds one. */
    public String line(RecordedEvent recorded) {
        return JsonText.write(out -> {
            out.writeStartObject();
            writeFields(recorded, out);
            out.writeEndObject();
        });
    }

    /** The line of something told but not recorded: {@code "stored": false} says so before its data. */
    public String unstoredLine(RecordedEvent told) {
        return JsonText.write(out -> {
            out.writeStartObject();
            writeSubject(told, out);
            out.writeBooleanField("stored", false);
            writeData(told, out);
            out.writeEndObject();
        });
    }

    void writeFields(RecordedEvent recorded, JsonGenerator out) throws IOException {
        writeSubject(recorded, out);
        writeData(recorded, out);
    }

    private void writeData(RecordedEvent recorded, JsonGenerator out) throws IOException {
        out.writeFieldName("data");
        Json.write(data(recorded), out);
    }

    private void writeSubject(RecordedEvent recorded, JsonGenerator out) throws IOException {
        var subject = recorded.subject();
        out.writeNumberField("v", VERSION);
        out.writeNumberField("seq", recorded.seq());
        out.writeStringField("ts", time(recorded.atMs()));
        out.writeStringField("session", WellFormed.text(shown.apply(session)));
        out.writeStringField("type", EventCodec.nameOf(recorded.event()));
        if (redacted) {
            out.writeBooleanField("redacted", true);
        }
        writeUnlessEmpty("agent", subject.agent(), out);
        writeUnlessEmpty("task", subject.task(), out);
        if (subject.attempt() != 0) {
            out.writeNumberField("attempt", subject.attempt());
        }
        if (recorded.cause() != 0) {
            out.writeNumberField("cause", recorded.cause());
        }
    }

    private void writeUnlessEmpty(String key, String text, JsonGenerator out) throws IOException {
        if (!text.isEmpty()) {
            out.writeStringField(key, WellFormed.text(shown.apply(text)));
        }
    }

    /** ISO 8601 in UTC, always with three digits of milliseconds. */
    static String time(long atMs) {
        return TIME.format(Instant.ofEpochMilli(atMs));
    }

    Json data(RecordedEvent recorded) {
        var data = (Json.Obj) forReaders(Json.parse(codec.encodeWhole(recorded.event())));
        if (data.get("settings").orElse(new Json.Null()) instanceof Json.Obj settings && recorded.seq() == 1) {
            Map<String, Json> fields = new LinkedHashMap<>();
            settings.get("mode").ifPresent(mode -> fields.put("mode", mode));
            settings.get("face").ifPresent(face -> fields.put("face", face));
            fields.putAll(data.fields());
            return new Json.Obj(fields);
        }
        return data;
    }

    /** Any JSON with money as readers get it. */
    static String forReaders(String json) {
        var shown = new LineWriter("").forReaders(Json.parse(json));
        return JsonText.write(out -> Json.write(shown, out));
    }

    private Json forReaders(Json json) {
        return switch (json) {
            case Json.Obj object -> forReaders(object);
            case Json.Arr(var values) -> new Json.Arr(values.stream().map(this::forReaders).toList());
            case Json.Text(var text) -> new Json.Text(shown.apply(text));
            case Json.Num number -> number;
            case Json.Bool bool -> bool;
            case Json.Null() -> json;
        };
    }

    private Json forReaders(Json.Obj object) {
        boolean costKnown = !object.get("costKnown").equals(Optional.of(new Json.Bool(false)));
        Map<String, Json> fields = new LinkedHashMap<>();
        object.fields().forEach((key, value) -> {
            String inUsd = inUsd(key);
            if (inUsd.equals(key)) {
                fields.put(key, forReaders(value));
            } else if (costKnown || !key.equals("costMicros")) {
                fields.put(inUsd, value instanceof Json.Num(var micros) ? new Json.Num(dollars(micros)) : value);
            }
        });
        return new Json.Obj(fields);
    }

    /** {@code micros} stands alone or at either end of a name. */
    private static String inUsd(String key) {
        if (key.equals("micros")) {
            return "usd";
        } else if (key.endsWith("Micros")) {
            return key.substring(0, key.length() - "Micros".length()) + "Usd";
        } else if (key.startsWith("micros") && Character.isUpperCase(key.charAt("micros".length()))) {
            return "usd" + key.substring("micros".length());
        }
        return key;
    }

    static BigDecimal dollars(long micros) {
        return dollars(BigDecimal.valueOf(micros));
    }

    private static BigDecimal dollars(BigDecimal micros) {
        var dollars = micros.movePointLeft(MICROS_DIGITS).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
    }
}
