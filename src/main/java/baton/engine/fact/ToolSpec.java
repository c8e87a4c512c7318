package baton.engine.fact;

import java.util.Objects;

/**
 * A tool as a model is told of it; stored with the session.
 *
 * @param parametersJson JSON Schema of the arguments, an object
 */
public record ToolSpec(String name, String description, String parametersJson) {
    public ToolSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(parametersJson, "parametersJson");
    }
}
