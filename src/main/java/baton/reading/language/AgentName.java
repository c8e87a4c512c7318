package baton.reading.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
public record AgentName(String id, String written, List<String> aliases, String role) {

    private static final Pattern NUMBERED = Pattern
            .compile(
                    "(?iu)((?:sub-?)?(\\p{L}[\\p{L}-]*)[\\s-]+(?:\\d{1,3}|\\p{L}))\\s*(?:[:–—·|•-]\\s*(.+)|\\(([^()]+)\\))");
    /** "(1) Ingest Bot" is the first of several. */
    private static final Pattern COUNT = Pattern.compile("^[(\\[]\\d{1,2}[)\\]]\\s+");
    /** "A1 · Tide Agent". */
    private static final Pattern CODED = Pattern
            .compile("(\\p{Lu}{1,3}-?\\d{1,2})(?:\\s*[:·|•]\\s*|\\s+[–—-]\\s+|[.)]\\s+)([^:–—·|•]{3,})");
    private static final Pattern CALLED = Pattern.compile("(?iu)(" + Lexicon.WORDS.pattern("AGENT")
            + ")\\s*:\\s+([^()]{2,50}?)\\s*(?:\\(id\\s*:\\s*([\\p{L}\\p{N}_-]+)\\))?");
    private static final Pattern WITH_ROLE = Pattern
            .compile("([^:–—(]{2,60}?)(?:\\s*:\\s+|\\s+[–—-]+\\s+|\\s+(?=\\())(.+)");
    private static final Pattern ONE_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");
    private static final Pattern DOER = Pattern
            .compile("(?iu).*(agent|bot|lead|ops|qa|expert|team|squad|crew|liaison|critic"
                    + "|scout|judge|pilot|chief|guard|tech|[^\\s-]{2,}(er|or|ist|yst|ian|ect|ant|eur|euse|in))");
    private static final Pattern INITIALS = Pattern.compile("(\\p{Lu})\\p{L}+ (\\d{1,3})");
    private static final Pattern SHORT = Pattern.compile("\\p{Lu}{1,4}\\d{0,2}");
    /** What somebody is for the others may stand before the name: "Lead: Term Agent". */
    private static final Pattern LED = Pattern
            .compile("(?iu)^(?:lead|chief|head|leitung|responsable|jefe|capo|leider)\\s*:\\s+(?=.*"
                    + Lexicon.WORDS.pattern("AGENT") + ")");
    private static final Pattern NEEDS = Pattern.compile(
            "(?iu)\\s*[(\\[]\\s*" + Lexicon.WORDS.pattern("DEPENDS") + "(?![\\p{L}])[^()\\[\\]]*[)\\]]");
    /** "Logistics (agent)" is the logistics agent. */
    private static final Pattern SAYS_AGENT = Pattern
            .compile("(?iu)\\s*[(\\[](" + Lexicon.WORDS.pattern("AGENT") + ")[)\\]]\\s*$");
    private static final Pattern QUOTED = Pattern
            .compile("(\\p{L}[\\p{L} -]{1,25})\\s+[»«„“\"'‘‹「『]\\s?([^»«„“”\"‹›「」『』]{2,40}?)\\s?[«»“”\"'’›」』]");
    private static final Pattern IDENTIFIER = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*+([-_][\\p{L}\\p{N}]++)++");
    private static final Pattern BRACKETED = Pattern.compile("^\\((.*)\\)$");
    private static final int WORDS_MAX = 6;
    private static final int OWNER_WORDS_MAX = 4;
    private static final int COUNT_CHARS_MAX = 3;

    public AgentName {
        aliases = List.copyOf(aliases);
    }

    private static final Pattern QUOTES = Pattern.compile("^[\"']|[\"']$");

    /** Reads a heading or the bold start of an item. */
    public static AgentName of(String raw) {
        return ReadingMemory.of(memory -> memory.names, raw, AgentName::read);
    }

    private static AgentName read(String raw) {
        String title = Words.title(raw);
        boolean colon = title.indexOf(':') >= 0;
        String text = COUNT.matcher(colon ? LED.matcher(title).replaceFirst("") : title).replaceFirst("");
        List<String> aliases = new ArrayList<>();
        String role = "";
        Matcher called = CALLED.matcher(text);
        if (colon && called.matches()) {
            text = called.group(2).strip();
            aliases.add(called.group(1) + " " + text);
            if (called.group(3) != null) {
                aliases.add(called.group(3));
            }
        }
        Matcher numbered = NUMBERED.matcher(text);
        if (Signs.any(text, ":–—·|•-(") && numbered.matches() && isCounter(numbered.group(2))) {
            aliases.add(numbered.group(1));
            text = (numbered.group(3) == null ? numbered.group(4) : numbered.group(3)).strip();
        }
        Matcher coded = CODED.matcher(text);
        if (coded.matches() && NameIndex.saysAgent(coded.group(2)) && Words.count(coded.group(2)) <= WORDS_MAX) {
            aliases.add(coded.group(1));
            text = coded.group(2).strip();
        }
        if (text.indexOf('(') >= 0 || text.indexOf('[') >= 0) {
            text = SAYS_AGENT.matcher(NEEDS.matcher(text).replaceFirst("")).replaceFirst(" $1");
        }
        Matcher withRole = WITH_ROLE.matcher(text);
        if ((text.indexOf('(') > 0 || Signs.anyBeforeBlank(text, ":–—-")) && withRole.matches()) {
            text = withRole.group(1).strip();
            role = BRACKETED.matcher(withRole.group(2).strip()).replaceFirst("$1");
            if (Lexicon.WORDS.words("AGENT").contains(Words.key(role))) {
                // "Logistics (agent)" is the Logistics Agent.
                aliases.add(text + " " + role);
                role = "";
            }
            if (SHORT.matcher(role).matches() || isCounted(role)) {
                aliases.add(role);
            }
        }
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            aliases.add(quoted.group(1) + " " + quoted.group(2));
            text = quoted.group(2);
        }
        String name = QUOTES.matcher(text.startsWith("@") ? text.substring(1) : text).replaceAll("").strip();
        String id = ONE_WORD.matcher(name).matches() ? name : Words.slug(name);
        return new AgentName(id, name, aliases, role);
    }

    /** "Agent 2" or "Unit 2" count somebody; "Phase 2", "Template 2" and "Option B" count something else. */
    private static boolean isCounter(String word) {
        String key = Words.key(word);
        return !Lexicon.WORDS.words("PERIOD").contains(key) && !Lexicon.WORDS.words("COUNTED").contains(key)
                && !Lexicon.WORDS.words("TRACK").contains(key);
    }

    /** "Agent B" and "Unit 3": a word for a worker and which of them. */
    private static boolean isCounted(String role) {
        List<String> words = NameIndex.words(role);
        return words.size() == 2 && words.getLast().length() <= COUNT_CHARS_MAX
                && (Lexicon.WORDS.words("AGENT").contains(words.getFirst())
                        || Lexicon.WORDS.words("UNIT").contains(words.getFirst()));
    }

    /** True where the words name somebody who does work, rather than a thing. */
    public boolean soundsLikeSomebody() {
        return !id.isEmpty() && Words.count(written) <= WORDS_MAX
                && (aliases.stream().anyMatch(AgentName::isUnit) || NameIndex.saysAgent(written) || isUnit(written)
                        || DOER.matcher(Words.key(written)).matches());
    }

    /** "Agent 2", "Role 3", "Squad WATER": a word for a worker or a group of them, and which. */
    private static boolean isUnit(String written) {
        List<String> words = NameIndex.words(written);
        return words.size() > 1 && (NameIndex.saysAgent(written)
                || Lexicon.WORDS.words("UNIT").contains(words.getFirst()));
    }

    /** "Agent 2" also goes by "A2". */
    public Optional<String> initials() {
        return Stream.concat(aliases.stream(), Stream.of(written)).map(INITIALS::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1) + matcher.group(2)).findFirst();
    }

    /** True for names of the form that agent files have, such as {@code api-designer}. */
    public boolean isIdentifier() {
        return (written.indexOf('-') >= 0 || written.indexOf('_') >= 0) && IDENTIFIER.matcher(written).matches();
    }

    /** True for "all agents" and the like. */
    public static boolean isEverybody(String written) {
        return ReadingMemory.of(memory -> memory.everybody, written, AgentName::saysEverybody);
    }

    private static boolean saysEverybody(String written) {
        String key = Words.key(written);
        Set<String> all = Lexicon.WORDS.words("EVERYBODY");
        if (Stream.of(written.split("[,;()]", -1)).anyMatch(part -> all.contains(Words.key(part)))) {
            return true;
        }
        return all.contains(key) || all.stream().anyMatch(one -> one.indexOf(' ') > 0 && key.startsWith(one + " "));
    }

    /** True for words that may name one agent. */
    public static boolean isName(String written) {
        List<String> words = List.of(Words.key(written).split(" ", -1));
        Set<String> none = Lexicon.WORDS.words("DETERMINER");
        return maybe(Words.title(written)).isPresent() && words.size() <= OWNER_WORDS_MAX
                && words.stream().noneMatch(word -> none.contains(word) && word.length() > 2);
    }

    /** The name, unless the words speak of any agent or of all. */
    public static Optional<AgentName> maybe(String written) {
        String key = Words.key(written);
        List<String> words = List.of(key.split(" ", -1));
        Set<String> none = Lexicon.WORDS.words("DETERMINER");
        boolean any = none.contains(words.getFirst()) || isEverybody(written)
                || words.size() > WORDS_MAX || Lexicon.WORDS.words("AGENT").contains(NameIndex.key(written))
                || written.indexOf(',') >= 0 || written.indexOf(';') >= 0 || written.indexOf('/') >= 0;
        AgentName name = of(written);
        return any || name.id().isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
