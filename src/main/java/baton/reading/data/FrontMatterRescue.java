package baton.reading.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import baton.plan.Problem;
import baton.reading.language.WordLists;
import baton.reading.source.Remarks;

/**
 * Reads front matter that strict YAML refuses, as one in seventeen files in daily use is.
 *
 * <p>
 * A key at the left margin starts an entry and everything up to the next key belongs to it. Each entry is tried as YAML
 * by itself; what then still fails is taken as text or as a loose list, with a warning that names its line.
 */
final class FrontMatterRescue {

    private static final Pattern KEY = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*:(?:[ \\t]+(.*))?");
    private static final Set<String> SPEAKERS = Set.of("user", "assistant", "human", "system", "context", "commentary",
            "example", "examples", "note", "notes", "response", "agent", "ai", "claude", "trigger", "result");

    private final Remarks remarks;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private FrontMatterRescue(Remarks remarks) {
        this.remarks = remarks;
    }

    static Yaml.Fields rescue(List<String> lines, int offset, List<Problem> reasons, Remarks remarks) {
        var rescue = new FrontMatterRescue(remarks);
        for (Problem reason : reasons) {
            remarks.warning(reason.place().line(), "front-matter-yaml",
                    reason.message() + "; read entry by entry instead",
                    reason.hint());
        }
        rescue.group(lines, offset);
        List<Yaml.Field> fields = new ArrayList<>();
        for (Entry entry : rescue.entries.values()) {
            fields.add(new Yaml.Field(entry.key, entry.line, rescue.valueOf(entry)));
        }
        return new Yaml.Fields(fields, offset + 1, fields.size() + 1);
    }

    private void group(List<String> lines, int offset) {
        Optional<Entry> current = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = offset + i + 1;
            Matcher matcher = KEY.matcher(line);
            if (matcher.matches() && startsEntry(matcher.group(1), current)) {
                String inline = matcher.group(2) == null ? "" : matcher.group(2);
                current = Optional.of(started(matcher.group(1), number, inline));
            } else if (current.isPresent()) {
                current.get().lines.add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                remarks.warning(number, "front-matter-line", "this line belongs to no key and was left out", "");
            }
        }
    }

    private Entry started(String key, int line, String inline) {
        var entry = new Entry(key, line, inline);
        Entry before = entries.putIfAbsent(key, entry);
        if (before != null) {
            remarks.warning(line, "front-matter-duplicate", "\"" + key + "\" stands here and on line " + before.line
                    + "; the first one counts", "Remove one of the two.");
        }
        return entry;
    }

    /** A word and a colon at the margin is a key, unless it is a line of the dialogue inside a description. */
    private boolean startsEntry(String key, Optional<Entry> current) {
        if (current.isEmpty()) {
            return true;
        }
        boolean known = ProfileKeys.isKnown(key);
        if (known && !entries.containsKey(key)) {
            return true;
        }
        if (current.get().hasOpenExample()) {
            return false;
        }
        boolean prose = ProfileKeys.normal(current.get().key).equals("description");
        return known || !(SPEAKERS.contains(key.toLowerCase(Locale.ROOT))
                || (prose && Character.isUpperCase(key.codePointAt(0))));
    }

    private Yaml valueOf(Entry entry) {
        var strict = new Remarks(remarks.file());
        Optional<Yaml> alone = YamlTreeBuilder.parse(entry.asYaml(), entry.line - 1, strict);
        if (!strict.hasErrors() && alone.isPresent() && alone.get() instanceof Yaml.Fields(var fields, _, _)
                && fields.size() == 1) {
            return fields.getFirst().value();
        }
        List<String> items = entry.looseItems();
        if (!items.isEmpty()) {
            remarks.warning(entry.line, "front-matter-list", "\"" + entry.key
                    + "\" is not a valid YAML list; its items were taken as they stand", "Indent all items alike.");
            List<Yaml> scalars = items.stream().map(item -> scalar(item, entry.line)).toList();
            return new Yaml.Items(scalars, entry.line, scalars.size() + 1);
        }
        remarks.warning(entry.line, "front-matter-text", "\"" + entry.key
                + "\" is not valid YAML; it was taken as plain text", "Put the text in quotes, or below \"|\".");
        return scalar(entry.looseText(), entry.line);
    }

    private static Yaml scalar(String text, int line) {
        return new Yaml.Scalar(text, Yaml.Kind.TEXT, line);
    }

    /** One key with everything that follows it up to the next. */
    private static final class Entry {
        private final String key;
        private final int line;
        private final String inline;
        private final List<String> lines = new ArrayList<>();

        Entry(String key, int line, String inline) {
            this.key = key;
            this.line = line;
            this.inline = inline;
        }

        String asYaml() {
            return key + ": " + inline + "\n" + String.join("\n", lines);
        }

        boolean hasOpenExample() {
            String text = inline + "\n" + String.join("\n", lines);
            return count(text, "<example>") > count(text, "</example>");
        }

        /** The items of a list whose brackets or dashes YAML did not accept; empty where this is no list. */
        List<String> looseItems() {
            List<String> rest = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (inline.startsWith("[")) {
                String joined = inline + "," + String.join(",", rest);
                return WordLists.split(joined.replace('[', ' ').replace(']', ' '));
            }
            boolean dashes = inline.isBlank() && !rest.isEmpty()
                    && rest.stream().allMatch(line -> line.startsWith("-") || line.startsWith("#"));
            return dashes
                    ? rest.stream().filter(line -> line.startsWith("-")).map(line -> WordLists.bare(line.substring(1)))
                            .filter(line -> !line.isEmpty()).toList()
                    : List.of();
        }

        String looseText() {
            String first = inline.matches("[|>][+-]?\\d?\\s*") ? "" : inline;
            String rest = lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n")).stripIndent();
            String text = (first + "\n" + rest).strip();
            boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
            boolean open = !quoted && text.startsWith("\"") && text.indexOf('"', 1) < 0;
            return open
                    ? text.substring(1)
                    : quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
        }

        private static int count(String text, String word) {
            int found = 0;
            for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
                found++;
            }
            return found;
        }
    }
}
