package baton.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an agent as a document writes it.
 *
 * @param id
 *            lower case with hyphens where the name is not already one word
 * @param written
 *            without marks, numbers and the {@code @}
 * @param aliases
 *            other spellings in the same heading, such as "Agent 2"
 * @param role
 *            words that stand behind the name
 */
record AgentName(String id, String written, List<String> aliases, String role) {

    private static final Pattern NUMBERED = Pattern
            .compile("(?i)((?:sub-?)?agent\\s+\\p{Alnum}{1,3})\\s*[:–—-]\\s*(.+)");
    private static final Pattern WITH_ROLE = Pattern
            .compile("([^:–—(]{2,60}?)(?:\\s*:\\s+|\\s+[–—-]+\\s+|\\s+(?=\\())(.+)");
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");
    private static final Pattern DOER = Pattern
            .compile("(?iu).*(agent|bot|lead|ops|qa|expert|team|squad|crew|liaison|critic"
                    + "|scout|judge|pilot|chief|guard|tech|[^\\s-]{2,}(er|or|ist|yst|ian|ect|ant|eur|euse|in))");
    private static final int WORDS_MAX = 6;

    AgentName {
        aliases = List.copyOf(aliases);
    }

    /** Reads a heading or the bold start of an item. */
    static AgentName of(String raw) {
        String text = Words.title(raw);
        List<String> aliases = new ArrayList<>();
        String role = "";
        Matcher numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            aliases.add(numbered.group(1));
            text = numbered.group(2).strip();
        }
        Matcher withRole = WITH_ROLE.matcher(text);
        if (withRole.matches()) {
            text = withRole.group(1).strip();
            role = withRole.group(2).strip().replaceFirst("^\\((.*)\\)$", "$1");
        }
        String name = text.replaceFirst("^@", "").replaceAll("^[\"']|[\"']$", "").strip();
        String id = ONE_WORD.matcher(name).matches() ? name : Words.slug(name);
        return new AgentName(id, name, aliases, role);
    }

    /** True where the words name somebody who does work, rather than a thing. */
    boolean soundsLikeSomebody() {
        return !id.isEmpty() && Words.count(written) <= WORDS_MAX
                && (!aliases.isEmpty() || DOER.matcher(Words.key(written)).matches());
    }

    /** True for names of the form that agent files have, such as {@code api-designer}. */
    boolean isIdentifier() {
        return written.matches("\\p{L}[\\p{L}\\p{N}]*([-_][\\p{L}\\p{N}]+)+");
    }
}
