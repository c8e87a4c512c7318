package baton.profile;

import java.util.Objects;

/**
 * One tool as a profile names it, with the restriction that some dialects put in brackets.
 *
 * @param name
 *            as written, such as {@code Read}, {@code mcp__server__tool} or {@code server/*}; a star stands for anything
 * @param restriction
 *            the words in the brackets of {@code Bash(git *)}, or empty
 */
public record ToolName(String name, String restriction) {

    public ToolName {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        Objects.requireNonNull(restriction, "restriction");
    }

    /** Splits {@code Bash(git *)} into its two parts; text without a closing bracket at its end is a name. */
    public static ToolName parse(String written) {
        String text = written.strip();
        int bracket = text.indexOf('(');
        if (bracket > 0 && text.endsWith(")")) {
            return new ToolName(text.substring(0, bracket).strip(),
                    text.substring(bracket + 1, text.length() - 1).strip());
        }
        return new ToolName(text, "");
    }

    /** True where this names the tool: letter for letter, by its star, or in another program's words ({@code Read}, {@code Bash}). */
    public boolean names(String tool) {
        int star = name.indexOf('*');
        return star < 0
                ? name.equals(tool) || ToolAliases.means(name, tool)
                : tool.length() >= name.length() - 1 && tool.startsWith(name.substring(0, star))
                        && tool.endsWith(name.substring(star + 1));
    }

    @Override
    public String toString() {
        return restriction.isEmpty() ? name : name + "(" + restriction + ")";
    }
}
