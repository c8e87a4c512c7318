package baton.wire;

import java.nio.charset.StandardCharsets;

/** The texts in a stored body, for searching: keys, numbers and punctuation of the JSON are left out. */
public final class StoredWords {
    /** Between two texts, so that a phrase never runs from one into the next. */
    private static final String GAP = "\n";

    private StoredWords() {}

    /**
     * All texts, those kept apart included.
     *
     * @throws WireException where the body is no JSON, or a text kept apart is missing
     */
    public static String of(byte[] body, Blob.Source blobs) {
        var words = new StringBuilder();
        add(Json.parse(body), blobs, words);
        return words.toString();
    }

    private static void add(Json json, Blob.Source blobs, StringBuilder words) {
        switch (json) {
            case Json.Obj object -> {
                if (object.get(Texts.BLOB).orElse(new Json.Null()) instanceof Json.Text(var sha256)) {
                    words.append(new String(blobs.bytes(sha256), StandardCharsets.UTF_8)).append(GAP);
                } else {
                    object.fields().values().forEach(value -> add(value, blobs, words));
                }
            }
            case Json.Arr(var values) -> values.forEach(value -> add(value, blobs, words));
            case Json.Text(var text) -> words.append(text).append(GAP);
            case Json.Num _,Json.Bool _,Json.Null() -> {
                // Nobody searches for them without their key.
            }
        }
    }
}
