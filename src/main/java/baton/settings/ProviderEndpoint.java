package baton.settings;

import java.util.List;
import java.util.Objects;

/**
 * A provider that can be asked: its wire dialect, address and where its key is found. Never holds the key itself.
 *
 * @param id the first part of {@code provider/model}
 * @param baseUrl without trailing slash
 * @param keyVariable name of the environment variable with the key; empty where none is needed
 * @param headers further headers, each {@code Name: value}
 */
public record ProviderEndpoint(String id, Dialect dialect, String baseUrl, String keyVariable, List<String> headers) {
    /** The wire formats baton speaks. */
    public enum Dialect {
        OPENAI, ANTHROPIC, GEMINI, OLLAMA
    }

    public ProviderEndpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(keyVariable, "keyVariable");
        headers = List.copyOf(headers);
    }
}
