package baton.profile;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One agent's role as its file describes it: the voice, the tools and, in baton's own keys, the work.
 *
 * @param id
 *            what plans refer to: the name where it is one word, else the file's name
 * @param name
 *            as written
 * @param aliases
 *            further names that the file declares
 * @param prompt
 *            the text that becomes the role part of the request
 * @param color
 *            as written, or empty
 * @param owns
 *            globs of the paths this agent may write
 * @param access
 *            services and secrets it needs, as written
 * @param outputs
 *            paths it delivers
 * @param timeBoxMinutes
 *            how long one attempt may take
 * @param escalatesTo
 *            the agent or person to call when stuck, or empty
 * @param instances
 *            how many of this agent may work at once
 * @param path
 *            the file, as the person would name it
 * @param format
 *            the dialect the file is written in: baton, claude-code, opencode, copilot, gemini or codex
 * @param warnings
 *            what was assumed or repaired while reading, each as {@code file:line: message}
 */
public record AgentProfile(String id, String name, List<String> aliases, String description, String prompt,
        ModelWish model, String color, ToolGrant tools, List<ToolName> toolsDenied, List<String> focus,
        List<String> responsibilities, List<String> owns, List<String> access, List<String> outputs,
        OptionalInt timeBoxMinutes, String escalatesTo, int instances, OptionalInt turnsMax, List<Extra> extras,
        String path, String format, List<String> warnings) {

    /**
     * The models the file asks for and how.
     *
     * @param names
     *            best first, as written: an alias, an id, or {@code inherit}; empty means the run's default
     * @param temperatureMicros
     *            millionths, so that no fraction is rounded
     */
    public record ModelWish(List<String> names, OptionalInt temperatureMicros) {

        public static final ModelWish NONE = new ModelWish(List.of(), OptionalInt.empty());

        public ModelWish {
            names = List.copyOf(names);
        }
    }

    /** A key that baton does not use, kept with its value as text. */
    public record Extra(String key, String value) {
        public Extra {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
        }
    }

    public AgentProfile {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (instances < 1) {
            throw new IllegalArgumentException("instances must be at least 1: " + instances);
        }
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(tools, "tools");
        toolsDenied = List.copyOf(toolsDenied);
        focus = List.copyOf(focus);
        responsibilities = List.copyOf(responsibilities);
        owns = List.copyOf(owns);
        access = List.copyOf(access);
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(escalatesTo, "escalatesTo");
        extras = List.copyOf(extras);
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(format, "format");
        warnings = List.copyOf(warnings);
    }

    /** True where the profile lets its agent use the tool: within the grant and not denied. */
    public boolean allowsTool(String tool) {
        return tools.covers(tool)
                && toolsDenied.stream().noneMatch(denied -> denied.restriction().isEmpty() && denied.names(tool));
    }
}
