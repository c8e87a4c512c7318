package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import baton.reading.document.Block;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.language.AgentName;
import baton.reading.language.Words;

/**
 * Entries of one form that stand side by side and each begin with a name: sections, titled blocks, items, lines, rows.
 *
 * <p>
 * What such a group is, a team or a list of rooms, its form does not say; {@link TeamEvidence} weighs that.
 *
 * @param titles
 *            the words above the group, the nearest first
 * @param topics
 *            what these words are about
 */
public record SiblingGroup(Form form, List<Sibling> members, List<Passage.Title> titles, Set<Topic> topics) {

    /** How the entries look. */
    enum Form {
        SECTIONS, TITLED, ITEMS, LINES, ROWS
    }

    /**
     * One entry.
     *
     * @param words
     *            what stands behind the name in its line, as written
     * @param body
     *            what stands below the line and belongs to it
     * @param codes
     *            short forms of the name that stand beside it
     */
    public record Sibling(AgentName name, String words, List<Block> body, int line, int lastLine, List<String> codes) {
        public Sibling {
            body = List.copyOf(body);
            codes = List.copyOf(codes);
        }

        public Sibling(AgentName name, String words, List<Block> body, int line, int lastLine) {
            this(name, words, body, line, lastLine, List.of());
        }
    }

    public SiblingGroup {
        members = List.copyOf(members);
        titles = List.copyOf(titles);
    }

    int line() {
        return members.getFirst().line();
    }

    int lastLine() {
        return members.getLast().lastLine();
    }

    /** The share of members of which something holds, from 0 to 1. */
    double share(Predicate<Sibling> holds) {
        return (double) members.stream().filter(holds).count() / members.size();
    }

    /** Words that begin or end every name, as "squad" in "Squad North" and "Squad South". */
    Set<String> sharedWords() {
        List<List<String>> names = members.stream()
                .map(member -> List.of(Words.key(member.name().written()).split(" ", -1))).toList();
        Set<String> shared = new LinkedHashSet<>();
        if (names.stream().allMatch(name -> name.size() > 1)) {
            String first = names.getFirst().getFirst();
            String last = names.getFirst().getLast();
            if (names.stream().allMatch(name -> name.getFirst().equals(first))) {
                shared.add(first);
            }
            if (names.stream().allMatch(name -> name.getLast().equals(last))) {
                shared.add(last);
            }
        }
        return shared;
    }

    /** The name without the words that all share. */
    static String without(String written, Set<String> shared) {
        List<String> kept = new ArrayList<>(List.of(written.strip().split("\\s+", -1)));
        kept.removeIf(word -> shared.contains(Words.key(word)));
        return kept.isEmpty() ? written : String.join(" ", kept);
    }
}
