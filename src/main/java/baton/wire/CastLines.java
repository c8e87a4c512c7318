package baton.wire;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonGenerator;

/** The lines of a terminal recording in asciicast v2, which every player reads: a header, then one array an event. */
public final class CastLines {
    private static final int VERSION = 2;

    private CastLines() {}

    /**
     * The first line.
     *
     * @param startedAtMs wall time, UTC
     * @param idleMaxMs the longest wait a player should show
     */
    public static String header(int columns, int rows, long startedAtMs, long idleMaxMs, String title) {
        return JsonText.write(out -> {
            out.writeStartObject();
            out.writeNumberField("version", VERSION);
            out.writeNumberField("width", columns);
            out.writeNumberField("height", rows);
            out.writeNumberField("timestamp", startedAtMs / 1_000);
            out.writeFieldName("idle_time_limit");
            seconds(idleMaxMs, out);
            out.writeStringField("title", title);
            out.writeEndObject();
        });
    }

    /** Text that the terminal shows {@code atMs} after the beginning. */
    public static String output(long atMs, String text) {
        return event(atMs, "o", text);
    }

    /** A place to jump to. */
    public static String marker(long atMs, String label) {
        return event(atMs, "m", label);
    }

    private static String event(long atMs, String code, String text) {
        return JsonText.write(out -> {
            out.writeStartArray();
            seconds(atMs, out);
            out.writeString(code);
            out.writeString(text);
            out.writeEndArray();
        });
    }

    private static void seconds(long ms, JsonGenerator out) throws IOException {
        out.writeNumber(BigDecimal.valueOf(ms, 3).toPlainString());
    }
}
