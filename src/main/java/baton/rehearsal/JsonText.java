package baton.rehearsal;

import java.util.List;
import java.util.stream.Collectors;

/** Writes small JSON values as text: the arguments of the calls that the rehearsal model makes. */
final class JsonText {
    private final StringBuilder members = new StringBuilder();

    static String array(List<String> texts) {
        return texts.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    static String arrayOf(List<JsonText> objects) {
        return objects.stream().map(JsonText::toString).collect(Collectors.joining(",", "[", "]"));
    }

    JsonText with(String name, String value) {
        return withRaw(name, quoted(value));
    }

    JsonText with(String name, long value) {
        return withRaw(name, Long.toString(value));
    }

    JsonText with(String name, boolean value) {
        return withRaw(name, Boolean.toString(value));
    }

    JsonText with(String name, List<String> values) {
        return withRaw(name, array(values));
    }

    JsonText withObjects(String name, List<JsonText> values) {
        return withRaw(name, arrayOf(values));
    }

    private JsonText withRaw(String name, String json) {
        if (!members.isEmpty()) {
            members.append(',');
        }
        members.append(quoted(name)).append(':').append(json);
        return this;
    }

    /** The object. */
    @Override
    public String toString() {
        return "{" + members + "}";
    }

    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
