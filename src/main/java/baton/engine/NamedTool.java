package baton.engine;

import java.util.List;
import java.util.Locale;

import baton.engine.fact.ToolSpec;
import baton.profile.ToolName;

/**
 * A tool as somebody wrote it down for an agent.
 *
 * @param text the name without what is said about it
 * @param required true where it is called required, so that work cannot be done without it
 * @param restriction what the call is confined to, such as {@code git *}; empty where nothing is said
 */
public record NamedTool(String text, boolean required, String restriction) {
    private static final List<String> NEEDS = List.of("required", "mandatory", "must have");
    private static final List<String> PREFIXES = List.of("mcp:", "mcp server:", "mcp tool:", "tool:");

    /** Reads {@code Bash(git *)}, {@code mcp__github__search (required)} or {@code MCP: Sequential-thinking}. */
    public static NamedTool parse(String written) {
        var text = written.strip();
        boolean required = NEEDS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
        int bracket = text.indexOf('(');
        boolean told = bracket > 0 && text.endsWith(")");
        // A remark stands apart from the name; a restriction follows it without a gap.
        boolean restricted = told && !Character.isWhitespace(text.charAt(bracket - 1)) && !required;
        var restriction = restricted ? text.substring(bracket + 1, text.length() - 1).strip() : "";
        var name = told ? text.substring(0, bracket).strip() : text;
        return new NamedTool(required ? withoutNeed(name) : name, required, restriction);
    }

    /** Cuts {@code - required} and the like off either end. */
    private static String withoutNeed(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var need : NEEDS) {
            int at = lower.indexOf(need);
            if (at >= 0) {
                var side = at > 0 ? name.substring(0, at) : name.substring(need.length());
                return side.replaceAll("^[\\s:,;\u2013\u2014-]+|[\\s:,;\u2013\u2014-]+$", "");
            }
        }
        return name;
    }

    /** True where this means a tool of the session: by its name, by its star, or in another program's words. */
    public boolean means(String tool) {
        return !text.isBlank() && new ToolName(bare(), "").names(tool);
    }

    public boolean isAmong(List<ToolSpec> tools) {
        return tools.stream().anyMatch(tool -> means(tool.name()));
    }

    private String bare() {
        var lower = text.toLowerCase(Locale.ROOT);
        return PREFIXES.stream().filter(lower::startsWith).findFirst()
                .map(prefix -> text.substring(prefix.length()).strip()).filter(rest -> !rest.isEmpty()).orElse(text);
    }
}
