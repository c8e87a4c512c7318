package baton.reading.data;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The keys of agent files in all dialects, each with the one name under which the reader asks for it. */
public final class ProfileKeys {

    private static final Map<String, String> NAMES = new TreeMap<>();

    static {
        names("name", "name", "title");
        names("id", "id");
        names("aliases", "aliases", "alias", "also-known-as");
        names("description", "description", "when-to-use");
        names("prompt", "prompt", "system-prompt", "instructions", "developer-instructions");
        names("model", "model", "models", "preferred-model", "llm");
        names("fallback-models", "fallback-models", "fallback-model", "fallbacks", "model-fallbacks");
        names("temperature", "temperature");
        names("color", "color", "colour");
        names("tools", "tools", "allowed-tools", "allowed");
        names("disallowed-tools", "disallowed-tools", "denied-tools", "excluded-tools");
        names("permission", "permission", "permissions");
        names("max-turns", "max-turns", "steps", "max-steps", "max-iterations");
        names("time-box", "time-box", "timebox", "time-box-minutes", "timeout-mins", "time-limit");
        names("focus", "focus", "focus-areas", "topics", "specialties", "expertise");
        names("responsibilities", "responsibilities", "duties");
        names("owns", "owns", "ownership", "owned-paths", "paths");
        names("access", "access", "needs", "requires");
        names("outputs", "outputs", "output", "produces");
        names("escalates-to", "escalates-to", "escalate-to", "escalation");
        names("instances", "instances", "replicas");
        for (String other : new String[]{"mode", "target", "kind", "skills", "mcp-servers", "hooks", "memory",
            "background",
            "effort", "isolation", "initial-prompt", "permission-mode", "top-p", "disable", "disabled", "hidden",
            "disable-model-invocation", "user-invocable", "infer", "metadata", "argument-hint", "agents", "handoffs",
            "version", "category", "tags", "author", "license"}) {
            names(other, other);
        }
    }

    private ProfileKeys() {}

    private static void names(String asked, String... written) {
        for (String name : written) {
            NAMES.put(name, asked);
        }
    }

    static boolean isKnown(String written) {
        return NAMES.containsKey(kebab(written));
    }

    /** The name that the reader asks for; a key that nobody knows keeps its own. */
    public static String normal(String written) {
        String kebab = kebab(written);
        return NAMES.getOrDefault(kebab, kebab);
    }

    /** {@code maxTurns}, {@code max_turns} and {@code Max Turns} are one key. */
    private static String kebab(String written) {
        return written.strip().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").replaceAll("[_\\s]+", "-")
                .toLowerCase(Locale.ROOT);
    }
}
