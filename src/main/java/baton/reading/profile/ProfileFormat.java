package baton.reading.profile;

import java.util.Locale;
import java.util.Set;

import baton.reading.data.ProfileKeys;
import baton.reading.data.Yaml;

/** Which tool an agent file was written for, by its folder and name, else by keys that only one dialect has. */
final class ProfileFormat {

    private static final Set<String> OPENCODE = Set.of("permission", "mode", "top-p", "hidden", "disable");
    private static final Set<String> COPILOT = Set.of("target", "handoffs", "argument-hint", "user-invocable", "infer",
            "disable-model-invocation");
    private static final Set<String> BATON = Set.of("focus", "responsibilities", "owns", "access", "outputs",
            "escalates-to", "instances", "aliases");

    private ProfileFormat() {}

    static String of(String path, Yaml.Fields fields) {
        String place = "/" + path.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (place.contains("/.claude/")) {
            return "claude-code";
        }
        if (place.contains("/.github/") || place.contains("/.copilot/") || place.endsWith(".agent.md")) {
            return "copilot";
        }
        if (place.contains("/.opencode/") || place.contains("/opencode/agent")) {
            return "opencode";
        }
        if (isToml(path)) {
            return "codex";
        }
        if (place.contains("/.gemini/")) {
            return "gemini";
        }
        return byKeys(fields);
    }

    /** One program keeps its agents as TOML; the ending decides how such a file is read. */
    static boolean isToml(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".toml");
    }

    private static String byKeys(Yaml.Fields fields) {
        if (has(fields, BATON)) {
            return "baton";
        }
        if (fields.field("timeout_mins").isPresent() || fields.field("max_turns").isPresent()) {
            return "gemini";
        }
        boolean switched = fields.field("tools").filter(tools -> tools.value() instanceof Yaml.Fields).isPresent();
        return switched || has(fields, OPENCODE) ? "opencode" : has(fields, COPILOT) ? "copilot" : "claude-code";
    }

    private static boolean has(Yaml.Fields fields, Set<String> keys) {
        return fields.fields().stream().anyMatch(field -> keys.contains(ProfileKeys.normal(field.key())));
    }

    /** In two dialects the file's name is the identity and a name inside is for show. */
    static boolean identifiesByFile(String format) {
        return format.equals("opencode") || format.equals("copilot");
    }
}
