package baton.reading.linking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import baton.plan.TaskSpec;
import baton.reading.linking.Likeness.Acts;
import baton.reading.linking.Likeness.Degree;

/**
 * Which mentions are one job, weighed for all of them together: who fits best is taken first, and each part of a document
 * names a job once.
 *
 * <p>
 * What two titles say is not all. Where the only job that an agent has in one place can only be the only one that it has in
 * another, little needs to be in common; where two places name the same jobs throughout, the rest of them are the same too;
 * and where a title fits two others as well, it is doubtful which of them it means.
 */
final class JobPairs {

    private static final int COMMON_WORD_MAX = 120;
    private static final int OWN_MAX = 200;
    private static final int COMPARED_MAX = 20;
    private static final double RIVAL = 0.95;
    private static final int MIRRORED_MIN = 3;
    private static final int LONG_WORD_CHARS_MIN = 4;
    private static final Set<String> SECONDARY = Set.of("opening", "template", "gantt", "diagram", "chain", "queue");

    private final List<Mention> mentions;
    private final MentionWords words;
    private final Set<String> ownIds;
    private final Map<String, List<Mention>> byAgent = new LinkedHashMap<>();
    private final Map<Integer, List<Pair>> pairsOf = new HashMap<>();
    private final Map<Integer, Group> groups = new HashMap<>();
    private final Map<List<String>, Integer> united = new HashMap<>();
    private final Map<List<String>, Boolean> mirrors = new HashMap<>();
    private final Map<String, Map<String, List<Mention>>> byPart = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** Two mentions that may be one; the first of them is the job, the other names it again. */
    record Pair(Mention first, Mention again, Likeness likeness) {

        Mention beside(Mention mention) {
            return mention.order() == first.order() ? again : first;
        }
    }

    /** Mentions of one job, with what each was found by. */
    static final class Group {

        private final List<Mention> members = new ArrayList<>();
        private final Set<String> parts = new LinkedHashSet<>();
        private final Map<Integer, Pair> by = new HashMap<>();
        private final int number;

        private Group(Mention alone) {
            number = alone.order();
            members.add(alone);
            parts.add(alone.part());
        }

        /** The mentions, the job itself first and drafts last. */
        List<Mention> members() {
            return members.stream()
                    .sorted(Comparator.comparing(JobPairs::isDraft).thenComparingInt(Mention::order))
                    .toList();
        }

        /** The two that were found to be one when a mention came in. */
        Optional<Pair> by(Mention mention) {
            return Optional.ofNullable(by.get(mention.order()));
        }

        private void take(Group other, Pair pair) {
            members.addAll(other.members);
            parts.addAll(other.parts);
            other.by.forEach(by::putIfAbsent);
            by.putIfAbsent(pair.first.order(), pair);
            by.put(pair.again.order(), pair);
        }

        private boolean isIn(String part) {
            return parts.contains(part);
        }
    }

    JobPairs(MentionWords.Read read, Set<String> ownIds) {
        this.mentions = read.mentions();
        this.words = read.words();
        this.ownIds = ownIds;
        mentions.forEach(mention -> {
            byAgent.computeIfAbsent(mention.draft().agent, _ -> new ArrayList<>()).add(mention);
            groups.put(mention.order(), new Group(mention));
            byPart.computeIfAbsent(mention.part(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(mention.draft().agent, _ -> new ArrayList<>()).add(mention);
            sizes.merge(mention.part(), 1, Integer::sum);
        });
    }

    /** Joins what is surely one and gives what is doubtful, the likeliest first. */
    List<Pair> settle(boolean strict) {
        List<Pair> pairs = new ArrayList<>();
        byAgent.values().forEach(own -> pairs.addAll(candidates(own)));
        pairs.sort(Comparator.comparing((Pair pair) -> pair.likeness.degree())
                .thenComparing(Comparator.comparingDouble((Pair pair) -> pair.likeness.weight()).reversed())
                .thenComparingInt(pair -> pair.again.order()).thenComparingInt(pair -> pair.first.order()));
        pairs.forEach(pair -> List.of(pair.first, pair.again)
                .forEach(end -> pairsOf.computeIfAbsent(end.order(), _ -> new ArrayList<>()).add(pair)));
        List<Pair> open = new ArrayList<>();
        for (Pair pair : pairs) {
            boolean sure = pair.likeness.degree() == Degree.SAME_WORDS
                    || (!strict && pair.likeness.degree() == Degree.SURE && !hasRival(pair));
            if (!sure || !join(pair)) {
                open.add(pair);
            }
        }
        if (strict) {
            return List.of();
        }
        List<Pair> apart = open.stream().filter(pair -> !isAlike(pair) || !join(pair)).toList();
        Set<String> asked = new LinkedHashSet<>();
        // Of two that may be one job only one can be it: the likelier is asked about, and the other is a job of its own.
        return apart.stream().filter(this::isDoubtful)
                .filter(pair -> asked.add(number(pair.first) + " " + pair.again.part())
                        && asked.add(number(pair.again) + " " + pair.first.part()))
                .toList();
    }

    /** Makes one group of two where nothing in either speaks against it; false where they stay apart. */
    boolean join(Pair pair) {
        Group one = group(pair.first);
        Group other = group(pair.again);
        if (one == other) {
            return true;
        }
        boolean possible = isPossible(one, other);
        if (possible) {
            united.merge(parts(pair), 1, Integer::sum);
            Group large = one.members.size() < other.members.size() ? other : one;
            Group small = large == one ? other : one;
            large.take(small, pair);
            small.members.forEach(member -> groups.put(member.order(), large));
        }
        return possible;
    }

    private boolean isPossible(Group one, Group other) {
        for (int i = 0; i < Math.min(COMPARED_MAX, one.members.size()); i++) {
            for (int j = 0; j < Math.min(COMPARED_MAX, other.members.size()); j++) {
                if (!Likeness.isPossible(one.members.get(i), other.members.get(j), ownIds)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int number(Mention mention) {
        return group(mention).number;
    }

    Group group(Mention mention) {
        return Objects.requireNonNull(groups.get(mention.order()));
    }

    private static boolean isDraft(Mention mention) {
        return mention.draft().kind == TaskSpec.Kind.TEMPLATE;
    }

    private static List<String> parts(Pair pair) {
        return pair.first.part().compareTo(pair.again.part()) < 0
                ? List.of(pair.first.part(), pair.again.part())
                : List.of(pair.again.part(), pair.first.part());
    }

    private List<Pair> candidates(List<Mention> own) {
        Map<String, List<Mention>> byWord = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        List<Mention> ordered = own.stream()
                .sorted(Comparator.comparing(JobPairs::isDraft).thenComparingInt(Mention::order))
                .toList();
        for (Mention mention : ordered) {
            Set<String> keys = new LinkedHashSet<>(mention.words());
            keys.add("= " + mention.key());
            if (own.size() <= OWN_MAX) {
                mention.further().stream().filter(word -> word.length() >= LONG_WORD_CHARS_MIN).forEach(keys::add);
            }
            Set<Integer> seen = new LinkedHashSet<>();
            boolean known = false;
            for (String word : keys) {
                for (Mention first : byWord.getOrDefault(word, List.of())) {
                    known |= seen.add(first.order()) && compare(first, mention, pairs) == Degree.SAME_WORDS;
                }
            }
            if (!known) {
                // Whoever is one with the mention in the same words is one with the other too.
                keys.stream().map(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>()))
                        .filter(with -> with.size() < COMMON_WORD_MAX).forEach(with -> with.add(mention));
            }
        }
        return pairs;
    }

    private Degree compare(Mention first, Mention again, List<Pair> pairs) {
        Likeness likeness = Likeness.of(first, again, words, ownIds);
        if (likeness.degree() != Degree.NONE) {
            pairs.add(new Pair(first, again, likeness));
        }
        return likeness.degree();
    }

    /** True where one of the two fits another job of the same place about as well, and that one is free. */
    private boolean hasRival(Pair pair) {
        return hasRival(pair, pair.first) || hasRival(pair, pair.again);
    }

    private boolean hasRival(Pair pair, Mention end) {
        String part = pair.beside(end).part();
        return pairsOf.getOrDefault(end.order(), List.of()).stream()
                .anyMatch(rival -> !(rival.first.order() == pair.first.order()
                        && rival.again.order() == pair.again.order())
                        && rival.likeness.degree().compareTo(Degree.DOUBTFUL) <= 0
                        && rival.beside(end).part().equals(part)
                        && !rival.beside(end).key().equals(pair.beside(end).key())
                        && rival.likeness.weight() >= pair.likeness.weight() * RIVAL
                        && !group(rival.beside(end)).isIn(end.part()));
    }

    /** True where two titles with little in common are one job by where they stand. */
    private boolean isAlike(Pair pair) {
        boolean sole = isSole(pair);
        boolean twins = areTwins(pair) && pair.likeness.acts() != Acts.OTHER;
        boolean weak = isRare(pair) && pair.likeness.within() && pair.likeness.acts() == Acts.SAME && isSecondary(pair);
        return switch (pair.likeness.degree()) {
            case SAME_WORDS, NONE -> false;
            case SURE -> sole || (twins && !hasRival(pair));
            case DOUBTFUL -> twins ? sole || !hasRival(pair) : sole && (weak || isDraft(pair.again));
            case SLIGHT -> sole && isRare(pair) && (twins || isDraft(pair.again));
        };
    }

    private boolean isDoubtful(Pair pair) {
        Group one = group(pair.first);
        if (one == group(pair.again) || !isPossible(one, group(pair.again))) {
            return false;
        }
        return switch (pair.likeness.degree()) {
            case SAME_WORDS, NONE -> false;
            case SURE -> true;
            case DOUBTFUL -> pair.likeness.acts() == Acts.SAME || areTwins(pair) || isSecondary(pair);
            case SLIGHT -> isSole(pair)
                    && (areTwins(pair) || (isSecondary(pair) && (isTimed(pair) || (isOpening(pair) && isRare(pair)))));
        };
    }

    /** Two places of which the one says again what the other says. */
    private boolean areTwins(Pair pair) {
        List<String> parts = parts(pair);
        int both = united.getOrDefault(parts, 0);
        int least = Math.min(sizes.getOrDefault(parts.getFirst(), 0), sizes.getOrDefault(parts.getLast(), 0));
        return (both > 1 && both * 2 >= least) || mirrors.computeIfAbsent(parts, this::areMirrored);
    }

    /** Two places that give the same agents about as many jobs, and most of these may be the same. */
    private boolean areMirrored(List<String> parts) {
        if (shape(parts.getFirst()).equals(shape(parts.getLast()))) {
            return false;
        }
        Map<String, List<Mention>> first = byPart.getOrDefault(parts.getFirst(), Map.of());
        Map<String, List<Mention>> last = byPart.getOrDefault(parts.getLast(), Map.of());
        int possible = 0;
        int alike = 0;
        for (Map.Entry<String, List<Mention>> own : last.entrySet()) {
            int both = Math.min(own.getValue().size(), first.getOrDefault(own.getKey(), List.of()).size());
            possible += both;
            alike += Math.min(both, (int) own.getValue().stream().filter(one -> hasPartner(one, parts)).count());
        }
        return possible >= MIRRORED_MIN && alike * 3 >= possible * 2;
    }

    /** A part is its line with the kind of place behind it. */
    private static String shape(String part) {
        return part.substring(part.indexOf(' ') + 1);
    }

    private boolean hasPartner(Mention mention, List<String> parts) {
        return pairsOf.getOrDefault(mention.order(), List.of()).stream()
                .anyMatch(pair -> parts(pair).equals(parts) && pair.likeness.acts() != Acts.OTHER
                        && pair.likeness.degree().compareTo(Degree.DOUBTFUL) <= 0);
    }

    private boolean isRare(Pair pair) {
        return pair.first.words().stream().filter(pair.again.words()::contains).anyMatch(words::isRare);
    }

    /** True where each is the only one of its agent that can be meant in its place. */
    private boolean isSole(Pair pair) {
        return isSole(pair.first, pair.again) && isSole(pair.again, pair.first);
    }

    private boolean isSole(Mention mention, Mention other) {
        List<Mention> own = byAgent.getOrDefault(mention.draft().agent, List.of());
        return own.size() <= OWN_MAX && own.stream().filter(third -> third.part().equals(mention.part()))
                .filter(third -> !Likeness.excludes(third.found(), other.found()))
                .filter(third -> !group(third).isIn(other.part())).allMatch(third -> third.order() == mention.order());
    }

    private static boolean isSecondary(Pair pair) {
        return List.of(pair.first, pair.again).stream().anyMatch(mention -> isOpening(mention) || isDraft(mention)
                || SECONDARY.contains(mention.found().shape().substring(mention.found().shape().lastIndexOf(' ') + 1)));
    }

    private static boolean isOpening(Pair pair) {
        return isOpening(pair.first) || isOpening(pair.again);
    }

    private static boolean isOpening(Mention mention) {
        return mention.draft().kind == TaskSpec.Kind.OPENING;
    }

    private static boolean isTimed(Pair pair) {
        boolean days = pair.first.found().days().isPresent() && pair.again.found().days().isPresent();
        return days || (!pair.first.draft().phase.isEmpty()
                && pair.first.draft().phase.equals(pair.again.draft().phase));
    }
}
