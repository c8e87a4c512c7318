package baton.reading.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/**
 * Who takes part in a tree of no known program.
 *
 * <p>
 * The team is a collection of siblings below a word for one, or, whatever stands above it, siblings to whose names other
 * entries refer where they say who does something.
 */
final class TreeTeam {

    private static final int DEPTH_MAX = 5;
    private static final int NAME_WORDS_MAX = 5;
    private static final int ROLE_WORDS_MAX = 2;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Set<String> humans = new TreeSet<>();
    private final List<Yaml> places = new ArrayList<>();
    private final List<TreeEntry> members = new ArrayList<>();

    /** Those below a word for a team. */
    static TreeTeam called(Yaml.Fields root) {
        var team = new TreeTeam();
        team.below(root, 0, (key, _) -> TreeKeys.isTeam(key) || TreeKeys.isHumans(key));
        return team;
    }

    static TreeTeam in(Yaml.Fields root) {
        TreeTeam team = called(root);
        if (team.members.isEmpty()) {
            Set<String> named = new LinkedHashSet<>();
            named(root, named, 0);
            team.below(root, 0, (_, value) -> {
                List<String> names = TreeEntry.of(value).stream().map(TreeEntry::name).map(NameIndex::key).toList();
                return names.size() > 1 && names.stream().filter(named::contains).count() * 2 >= names.size()
                        && names.stream().filter(named::contains).distinct().count() > 1;
            });
        }
        if (team.members.isEmpty()) {
            List<Reference> references = new ArrayList<>();
            references(root, references, 0);
            team.below(root, 0, (key, value) -> isReferred(key, value, references));
        }
        return team;
    }

    /** What a field of most entries of one collection holds: single texts that may be names of entries of another. */
    private record Reference(Yaml in, Set<String> names) {}

    private static void references(Yaml value, List<Reference> references, int depth) {
        List<TreeEntry> entries = depth > DEPTH_MAX ? List.of() : TreeEntry.of(value);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        entries.stream().flatMap(entry -> entry.fields().stream())
                .filter(field -> field.value() instanceof Yaml.Scalar && !TreeEntry.isNothing(field.value())
                        && Label.of(TreeKeys.of(field.key())).isEmpty())
                .forEach(field -> texts.computeIfAbsent(field.key(), _ -> new ArrayList<>())
                        .add(NameIndex.key(TreeEntry.line(field.value()))));
        texts.values().stream().filter(said -> said.size() * 2 > entries.size())
                .forEach(said -> references.add(new Reference(value, new LinkedHashSet<>(said))));
        entries.forEach(entry -> references(entry.value(), references, depth + 1));
    }

    /** Most entries of another collection say one of these names, always below the same key. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isReferred(String key, Yaml value, List<Reference> references) {
        Set<String> names = new LinkedHashSet<>(
                TreeEntry.of(value).stream().map(TreeEntry::name).map(NameIndex::key).toList());
        boolean other = Label.of(TreeKeys.of(key)).isPresent() || !Topic.in(TreeKeys.of(key)).isEmpty()
                || Lexicon.WORDS.words("PERIOD").contains(TreeKeys.of(key)) || TreeKeys.isWork(key);
        return names.size() > 1 && !other && references.stream().anyMatch(reference -> reference.in != value
                && reference.names.size() > 1 && names.containsAll(reference.names));
    }

    /** Whether what stands behind a key is a team. */
    private interface Sought {
        boolean is(String key, Yaml value);
    }

    private void below(Yaml.Fields fields, int depth, Sought sought) {
        for (Yaml.Field field : fields.fields()) {
            List<TreeEntry> entries = TreeEntry.of(field.value());
            if (sought.is(field.key(), field.value()) && areMembers(entries)) {
                places.add(field.value());
                entries.forEach(entry -> member(entry, TreeKeys.isHumans(field.key())));
            } else if (field.value() instanceof Yaml.Fields inner && depth < DEPTH_MAX
                    && !TreeKeys.isWork(field.key())) {
                below(inner, depth + 1, sought);
            } else if (field.value() instanceof Yaml.Fields inner && depth == 0) {
                // A word for work may also stand above the whole: "plan: {crew: …, steps: …}".
                below(inner, DEPTH_MAX, sought);
            }
        }
    }

    /** Everybody named where an entry says who does it. */
    private static void named(Yaml value, Set<String> names, int depth) {
        for (TreeEntry entry : depth > DEPTH_MAX * 2 ? List.<TreeEntry>of() : TreeEntry.of(value)) {
            if (TreeKeys.isWho(entry.key())) {
                TreeEntry.names(entry.value()).forEach(name -> names.add(NameIndex.key(name)));
            }
            named(entry.value(), names, depth + 1);
        }
    }

    private static boolean areMembers(List<TreeEntry> entries) {
        return !entries.isEmpty() && entries.stream().allMatch(entry -> isName(split(entry)[0]));
    }

    static boolean isName(String name) {
        return !name.isEmpty() && Words.count(name) <= NAME_WORDS_MAX && name.codePoints().anyMatch(Character::isLetter)
                && !name.matches(".*[/\\\\{}$=<>*:;!?].*") && !name.matches("(?i)true|false|yes|no|none|null|any");
    }

    /** A name and what stands behind it in the same text: "cook: boils", "cook - boils", "cook (boils)". */
    private static String[] split(TreeEntry entry) {
        String name = entry.name();
        if (entry.key().isEmpty() && entry.isText()) {
            String[] parts = name.replaceFirst("^@", "").split("\\s*:\\s+|\\s+[–—-]+\\s+|\\s+\\((?=[^()]*\\)$)", 2);
            return new String[]{parts[0].strip(), parts.length > 1 ? parts[1].replaceFirst("\\)$", "") : ""};
        }
        return new String[]{name.replaceFirst("^@", ""), entry.isText() ? TreeEntry.line(entry.value()) : ""};
    }

    private void member(TreeEntry entry, boolean human) {
        String id = split(entry)[0];
        members.add(entry);
        List<String> names = new ArrayList<>(spellings(entry));
        names.addFirst(id);
        // A role in a word or two is a way to speak of somebody, and no name to be listed.
        entry.bests("TREE_ROLE").filter(TreeTeam::isName).filter(role -> Words.count(role) <= ROLE_WORDS_MAX)
                .forEach(names::add);
        names.forEach(name -> ids.putIfAbsent(NameIndex.key(name), id));
        boolean told = entry.fields().stream().anyMatch(field -> TreeKeys.isHumans(field.key())
                ? TreeEntry.line(field.value()).matches("(?i)true|yes")
                : List.of("kind", "type").contains(TreeKeys.of(field.key())) && isHuman(TreeEntry.line(field.value())));
        // "people" may be what a team calls one of its agents; "human" is none.
        if (human || told || TreeKeys.isHumans(id)) {
            humans.add(id);
        }
    }

    /** The names that a member gives itself; a role of several words is none. */
    private static List<String> spellings(TreeEntry member) {
        return member.fields().stream().filter(field -> field.value() instanceof Yaml.Scalar)
                .filter(field -> TreeKeys.rank("TREE_NAME", field.key()) < Integer.MAX_VALUE
                        && TreeKeys.rank("TREE_ROLE", field.key()) == Integer.MAX_VALUE)
                .map(field -> TreeEntry.line(field.value())).filter(TreeTeam::isName).toList();
    }

    private static boolean isHuman(String word) {
        return Lexicon.WORDS.words("HUMAN").contains(Words.key(word));
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** How many of it are described, without people. */
    long agents() {
        return members.stream().filter(member -> !humans.contains(split(member)[0])).count();
    }

    boolean isPlace(Yaml value) {
        return places.stream().anyMatch(place -> place.line() == value.line() && place.equals(value));
    }

    List<TreeEntry> members() {
        return members;
    }

    Optional<String> meant(String written) {
        String name = written.replaceFirst("^@", "");
        return Optional.ofNullable(ids.get(NameIndex.key(name)));
    }

    boolean isHumanName(String name) {
        return meant(name).map(humans::contains).orElse(isHuman(name));
    }

    void describe(String file, Findings findings) {
        for (TreeEntry member : members) {
            if (!humans.contains(split(member)[0])) {
                findings.agents.add(described(member, file));
            }
        }
    }

    private static FoundAgent described(TreeEntry member, String file) {
        String[] said = split(member);
        String id = said[0];
        String name = member.fields().stream()
                .filter(field -> Lexicon.WORDS.words("NAME").contains(TreeKeys.of(field.key())))
                .map(field -> TreeEntry.line(field.value())).filter(TreeTeam::isName).findFirst().orElse(id);
        List<String> aliases = new ArrayList<>(spellings(member));
        aliases.add(id);
        aliases.removeIf(name::equals);
        var found = new FoundAgent(new AgentName(id.contains(" ") ? Words.slug(id) : id, name, aliases, ""),
                new Place(file, member.line()));
        Predicate<String> different = text -> !text.equals(name) && !text.equals(id);
        found.role = said[1].isEmpty()
                ? member.bests("TREE_ROLE").filter(different).findFirst().orElse("")
                : said[1];
        for (Yaml.Field field : member.fields()) {
            if (Label.all(TreeKeys.of(field.key())).contains(Label.TOOLS)) {
                found.tools.addAll(YamlTexts.list(field.value()));
            } else if (Label.all(TreeKeys.of(field.key())).contains(Label.OWNS)) {
                YamlTexts.list(field.value()).forEach(path -> found.owns.add(new AgentSpec.OwnedArea(path, "")));
            }
        }
        return found;
    }
}
