package baton.reading.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Checkpoint.Criterion;
import baton.reading.document.Entry;
import baton.reading.found.AgentFields;
import baton.reading.found.Roster;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/** What must hold at a point, said in one line: "LOG: no damage open; DIG: every crate scanned", "A1 has zones, A2 has maps". */
final class PointCriteria {

    private static final Pattern PARTS = Pattern
            .compile("\\s*;\\s+|\\s+·\\s+|\\s*<br\\s*/?>\\s*|(?<=\\p{L}{2}[.])\\s+(?=\\p{L})");
    private static final Pattern COMMA = Pattern.compile(",\\s+(?:(?:and|und|et|y|e|en|i|и)\\s+)?");
    private static final Pattern AND = Pattern.compile("(?iu)\\s(?:and|und|et|y|e|en|i|и)\\s");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern CODE = Pattern.compile("\\p{Lu}{1,4}-?\\d{0,2}");
    private static final int NAME_WORDS_MAX = 4;

    private PointCriteria() {}

    /** One criterion for each part of the line; the one whose it is stands first in his part. */
    static List<Criterion> of(String line, Roster roster) {
        List<Criterion> criteria = new ArrayList<>();
        for (String part : PARTS.split(line.strip(), -1)) {
            if (!part.isBlank()) {
                criteria.addAll(part(part.strip().replaceFirst("[.]$", ""), roster));
            }
        }
        return criteria;
    }

    /** "A1 has zones, A2 has maps" are two where somebody stands behind each comma. */
    private static List<Criterion> part(String part, Roster roster) {
        Optional<Criterion> whole = owned(part, roster);
        if (whole.isEmpty()) {
            List<String> parts = AgentFields.criteria(part);
            // "The files of web, mobile and cloud are in" counts up and is one demand.
            boolean counts = parts.stream().anyMatch(text -> AND.matcher(text).find());
            return (counts ? List.of(part) : parts).stream().map(text -> new Criterion("", text)).toList();
        }
        List<Criterion> criteria = new ArrayList<>();
        String rest = part;
        int from = 0;
        var comma = COMMA.matcher(part);
        while (comma.find()) {
            if (owned(part.substring(comma.end()), roster).isPresent()) {
                owned(part.substring(from, comma.start()), roster).ifPresent(criteria::add);
                from = comma.end();
                rest = part.substring(from);
            }
        }
        owned(rest, roster).ifPresent(criteria::add);
        return criteria;
    }

    private static Optional<Criterion> owned(String text, Roster roster) {
        Entry entry = Entry.of(text, List.of(), 1, 1);
        Optional<String> labelled = entry.label().isEmpty() ? Optional.empty() : roster.meant(entry.label());
        if (labelled.isPresent()) {
            return Optional.of(new Criterion(labelled.get(), entry.value()));
        }
        String[] words = BLANK.split(Words.plain(text), -1);
        for (int count = Math.min(NAME_WORDS_MAX, words.length - 1); count > 0; count--) {
            Optional<String> agent = roster
                    .find(String.join(" ", List.of(words).subList(0, count)).replaceFirst("^@", ""));
            String rest = String.join(" ", List.of(words).subList(count, words.length));
            if (agent.isPresent() && isName(words, count, agent.get())
                    && (Character.isLowerCase(rest.codePointAt(0)) || Character.isDigit(rest.codePointAt(0)))) {
                return Optional.of(new Criterion(agent.get(), rest));
            }
        }
        return Optional.empty();
    }

    /** "Stock table agreed" is about a table, though somebody may be called so for short. */
    private static boolean isName(String[] words, int count, String id) {
        String name = String.join(" ", List.of(words).subList(0, count));
        return CODE.matcher(name).matches() || NameIndex.saysAgent(name) || name.startsWith("@")
                || Words.slug(name).equals(Words.slug(id))
                || Lexicon.WORDS.words("BEING").contains(Words.key(words[count]));
    }
}
