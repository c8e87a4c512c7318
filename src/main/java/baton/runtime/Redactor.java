package baton.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replaces secrets in text by {@code [secret: kind]}: the values it was given, wherever they occur, and keys that are
 * recognised by their shape.
 *
 * <p>Takes time linear in the length of the text: no regular expression, and every rule looks ahead a bounded number of
 * characters. Holds nothing that changes, so one object serves all threads.
 */
public final class Redactor {
    /** A value shorter than this would mark half the text; it is not looked for. */
    private static final int EXACT_CHARS_MIN = 8;

    private static final List<String> SECRET_WORDS = List.of("KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD",
            "CREDENTIAL",
            "PRIVATE", "_PAT");

    private final List<ExactSecret> exact;

    /** One value to hide; {@code kind} is what stands in its place. */
    record ExactSecret(String kind, String value) {}

    private Redactor(List<ExactSecret> exact) {
        this.exact = List.copyOf(exact);
    }

    /** Knows the shapes of keys alone. */
    public static Redactor ofShapes() {
        return new Redactor(List.of());
    }

    /**
     * Knows the shapes, and the values of all variables whose name speaks of a key, token, secret, password or credential.
     * Values under eight characters are left out.
     */
    public static Redactor of(Map<String, String> environment) {
        var found = new ArrayList<ExactSecret>();
        environment.forEach((name, value) -> {
            if (soundsSecret(name)) {
                addForms(found, name, value.strip());
            }
        });
        // The longest first: where one secret begins with another, the whole of it must go.
        found.sort(Comparator.comparingInt((ExactSecret one) -> one.value().length()).reversed()
                .thenComparing(ExactSecret::kind));
        return new Redactor(found);
    }

    private static boolean soundsSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(upper::contains);
    }

    /** A secret travels as it is, inside JSON text, and inside addresses. */
    private static void addForms(List<ExactSecret> found, String name, String value) {
        if (value.length() < EXACT_CHARS_MIN || looksHarmless(value)) {
            return;
        }
        found.add(new ExactSecret(name, value));
        String inJson = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String inAddress = java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
        for (String form : List.of(inJson, inAddress)) {
            if (!form.equals(value)) {
                found.add(new ExactSecret(name, form));
            }
        }
    }

    /** Paths and plain words stand in variables such as {@code SSH_KEY_PATH} or {@code GPG_KEY}; they are no secrets. */
    private static boolean looksHarmless(String value) {
        return value.startsWith("/") || value.startsWith("~") || value.startsWith("./")
                || (value.length() < 16 && value.chars().allMatch(Character::isAlphabetic));
    }

    /** The text without its secrets. */
    public Redacted redact(String text) {
        var stream = stream();
        var kept = new StringBuilder(stream.add(text));
        kept.append(stream.end());
        return new Redacted(kept.toString(), stream.secrets());
    }

    /** For text that arrives in pieces; belongs to one thread at a time. */
    public RedactingStream stream() {
        return new RedactingStream(exact);
    }
}
