package baton.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One agent for all spellings of its name.
 *
 * <p>
 * "Backend Agent", "backend", {@code @Backend} and "Agent 2" are one, if a heading says that Agent 2 is the backend.
 * Words are compared whole; nothing is matched by likeness.
 */
final class NameIndex {

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** The form in which spellings are compared: words without the noise around a name. */
    static String key(String written) {
        String key = Words.key(written);
        String bare = key.replaceAll("\\b(?:the|sub)\\b", " ")
                .replaceAll("\\b(?:sub)?agents?\\b(?! \\p{Alnum}{1,2}$)", " ")
                .replaceAll("\\s+", " ").strip();
        return bare.isEmpty() ? key : bare;
    }

    /** Gives this spelling to the agent, unless another has it already. */
    void add(String written, String id) {
        String key = key(written);
        if (!key.isEmpty()) {
            ids.putIfAbsent(key, id);
        }
    }

    Optional<String> find(String written) {
        return Optional.ofNullable(ids.get(key(written)));
    }
}
