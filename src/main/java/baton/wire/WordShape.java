package baton.wire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** One of a fixed list of words: an enum constant in lower case, with hyphens. */
final class WordShape implements Shape {
    private final String owner;
    private final Map<String, Object> byWord = new LinkedHashMap<>();

    WordShape(Class<?> type) {
        owner = type.getSimpleName();
        for (Object constant : type.getEnumConstants()) {
            byWord.put(word((Enum<?>) constant), constant);
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void write(Object value, JsonGenerator out, Texts texts) throws IOException {
        out.writeString(word((Enum<?>) value));
    }

    @Override
    public Object read(JsonParser in, Blob.Source blobs) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw Shape.unfit("a word of " + owner, in);
        }
        Object constant = byWord.get(in.getText());
        if (constant == null) {
            throw new WireException(WireException.Kind.UNKNOWN,
                    "this program knows no " + owner + " \"" + in.getText() + "\"");
        }
        return constant;
    }

    @Override
    public Object absent() {
        return byWord.values().iterator().next();
    }

    @Override
    public String words() {
        return String.join("|", byWord.keySet());
    }
}
