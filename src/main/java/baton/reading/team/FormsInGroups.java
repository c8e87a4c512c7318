package baton.reading.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.reading.language.Words;
import baton.reading.team.SiblingGroup.Form;
import baton.reading.team.SiblingGroup.Sibling;

/**
 * Groups whose names are the labels of a form: they begin the lines of several entries of one larger group.
 *
 * <p>
 * Each group knows the entries that hold it, and each larger group the sets of names inside it, so that nothing is compared with
 * everything else.
 */
final class FormsInGroups {

    private static final double MOST = 0.6;
    /** So many sets of names that share one name are compared, more than any plan of a person has. */
    private static final int SETS_MAX = 300;

    private final IdentityHashMap<SiblingGroup, List<Holder>> holders = new IdentityHashMap<>();
    private final IdentityHashMap<SiblingGroup, Inside> inside = new IdentityHashMap<>();

    /** An entry of a larger group. */
    private record Holder(SiblingGroup outer, Sibling member) {}

    /** A set of names, the entry in which it was seen first, and whether another has it too. */
    private static final class NameSet {

        private final Set<String> names;
        private final int line;
        private boolean several;

        NameSet(Set<String> names, int line) {
            this.names = names;
            this.line = line;
        }
    }

    /** The sets of names within one larger group. */
    private static final class Inside {

        private final Map<Set<String>, NameSet> sets = new HashMap<>();
        private final Map<String, List<NameSet>> byName = new HashMap<>();

        void add(Set<String> names, Sibling member) {
            NameSet known = sets.get(names);
            if (known == null) {
                var fresh = new NameSet(names, member.line());
                sets.put(names, fresh);
                names.forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(fresh));
            } else {
                known.several |= known.line != member.line();
            }
        }

        boolean hasAlike(List<String> names, Sibling member) {
            return names.stream().distinct().anyMatch(name -> byName.getOrDefault(name, List.of()).stream()
                    .limit(SETS_MAX).anyMatch(set -> (set.several || set.line != member.line())
                            && names.stream().filter(set.names::contains).count() > MOST * names.size()));
        }
    }

    FormsInGroups(List<SiblingGroup> all) {
        List<Holder> open = new ArrayList<>();
        List<Holder> entries = new ArrayList<>();
        all.stream().filter(outer -> outer.form() != Form.LINES && outer.form() != Form.ROWS)
                .forEach(outer -> outer.members().forEach(member -> entries.add(new Holder(outer, member))));
        entries.sort(Comparator.comparingInt(entry -> entry.member().line()));
        int next = 0;
        for (SiblingGroup group : all.stream().sorted(Comparator.comparingInt(SiblingGroup::line)).toList()) {
            for (; next < entries.size() && entries.get(next).member().line() < group.line(); next++) {
                open.add(entries.get(next));
            }
            open.removeIf(entry -> entry.member().lastLine() < group.line());
            Set<String> names = new HashSet<>(names(group));
            open.stream().filter(entry -> group.lastLine() <= entry.member().lastLine()).forEach(entry -> {
                holders.computeIfAbsent(group, _ -> new ArrayList<>()).add(entry);
                inside.computeIfAbsent(entry.outer(), _ -> new Inside()).add(names, entry.member());
            });
        }
    }

    /** True for lines of labels that come back in other entries of a larger group. */
    boolean isForm(SiblingGroup group) {
        boolean lines = group.form() == Form.ITEMS || group.form() == Form.LINES || group.form() == Form.ROWS;
        if (!lines || group.share(member -> member.name().isIdentifier()) >= MOST) {
            return false;
        }
        List<String> names = names(group);
        return holders.getOrDefault(group, List.of()).stream().anyMatch(holder -> {
            Inside sets = inside.get(holder.outer());
            return sets != null && sets.hasAlike(names, holder.member());
        });
    }

    private static List<String> names(SiblingGroup group) {
        return group.members().stream().map(member -> Words.key(member.name().written())).toList();
    }
}
