package baton.reading.linking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.plan.TaskSpec;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Act;
import baton.reading.language.Words;

/**
 * How much two mentions say that they are one job.
 *
 * @param degree what the two titles alone say
 * @param weight how much of the rarer words both have; of two with one degree the heavier counts
 * @param acts how what is done in the one stands to what is done in the other
 * @param within true where one title holds all words of the other
 */
record Likeness(Degree degree, double weight, Acts acts, boolean within) {

    private static final double SAME_WEIGHT = 3;
    /** So many telling words in common are no chance. */
    private static final int CLEAR_WORDS = 3;
    static final Likeness NONE = new Likeness(Degree.NONE, 0, Acts.OTHER, false);

    /** The same words; one title within the other; many words in common; some; or nothing that counts. */
    enum Degree {
        SAME_WORDS, SURE, DOUBTFUL, SLIGHT, NONE
    }

    /** Compares two mentions by one agent. */
    static Likeness of(Mention one, Mention other, MentionWords words, Set<String> ownIds) {
        if (!isPossible(one, other, ownIds)) {
            return NONE;
        }
        if (one.key().equals(other.key())) {
            return new Likeness(Degree.SAME_WORDS, SAME_WEIGHT + bonus(one, other), Acts.SAME, true);
        }
        Set<String> shared = new LinkedHashSet<>(one.words());
        shared.retainAll(other.words());
        if (shared.isEmpty()) {
            boolean further = one.act().isEmpty() && other.act().isEmpty()
                    && one.further().stream().anyMatch(other.further()::contains);
            return further ? new Likeness(Degree.SLIGHT, 0, Acts.SAME, false) : NONE;
        }
        double first = words.weight(one.words());
        double second = words.weight(other.words());
        double both = words.weight(shared);
        double weight = both / Math.min(first, second) + both / Math.max(first, second) + bonus(one, other);
        boolean rare = shared.stream().anyMatch(words::isRare);
        Acts acts = Acts.of(one, other);
        boolean within = shared.size() == Math.min(one.words().size(), other.words().size());
        return new Likeness(degree(one, other, shared.size(), rare, acts), weight, acts, within);
    }

    /** True where nothing says that the two are different jobs. */
    static boolean isPossible(Mention one, Mention other, Set<String> ownIds) {
        boolean same = one.key().equals(other.key());
        if (!same && one.part().equals(other.part())) {
            return false;
        }
        boolean told = ownIds.contains(one.draft().id) && ownIds.contains(other.draft().id)
                && (one.isOfOneShape(other) || letters(one.draft().id).equals(letters(other.draft().id)));
        return !told && !excludes(one.found(), other.found()) && !waits(one, other) && !waits(other, one)
                && (same || !isApart(one, other));
    }

    /** "T" for "T-12": ids of one kind count the jobs of one list. */
    private static String letters(String id) {
        return id.replaceAll("[^\\p{L}].*", "");
    }

    private static Degree degree(Mention one, Mention other, int shared, boolean rare, Acts acts) {
        int first = one.words().size() + (acts != Acts.SAME && one.act().isPresent() ? 1 : 0);
        int second = other.words().size() + (acts != Acts.SAME && other.act().isPresent() ? 1 : 0);
        int least = Math.min(first, second);
        int most = Math.max(first, second);
        boolean together = one.found().days().isPresent() && other.found().days().isPresent();
        boolean contained = shared == least;
        boolean close = most - least <= 1 || shared * 3 >= most * 2 || shared >= CLEAR_WORDS
                || (together && shared > 1);
        // Whoever hands out a job at the beginning calls it by a short name.
        boolean opening = is(one, TaskSpec.Kind.OPENING) != is(other, TaskSpec.Kind.OPENING);
        boolean draft = is(one, TaskSpec.Kind.TEMPLATE) || is(other, TaskSpec.Kind.TEMPLATE);
        boolean alike = close || ((opening || draft) && shared > 1);
        if (one.isOfOneShape(other)) {
            // Lists of one form seldom tell one thing twice: only the same words do, or fewer of them further down.
            boolean same = acts == Acts.SAME && most == shared && (shared > 1 || most == 1);
            boolean fewer = acts == Acts.SAME && shared == other.words().size() && shared > 1;
            return same ? Degree.SURE : fewer ? Degree.DOUBTFUL : Degree.SLIGHT;
        }
        if (contained && alike && acts == Acts.SAME) {
            return Degree.SURE;
        }
        boolean half = shared * 2 >= most || (contained && shared > 1);
        boolean doubtful = (half && shared * 3 >= least * 2) || (contained && (close || rare));
        return doubtful ? Degree.DOUBTFUL : Degree.SLIGHT;
    }

    /** How what is done in one title stands to what is done in another. */
    enum Acts {

        /** The same, or none, or only that something is made. */
        SAME,
        /** One title says that something is tested or sent; the other says nothing. */
        ONE_ONLY,
        /** Two words of one kind, such as "check" and "measure". */
        OTHER;

        static Acts of(Mention one, Mention other) {
            if (one.act().isEmpty() && other.act().isEmpty()) {
                return SAME;
            }
            if (one.act().isEmpty() || other.act().isEmpty()) {
                Act.Said said = one.act().or(other::act).orElseThrow();
                boolean known = one.act().isEmpty() ? one.says(other) : other.says(one);
                boolean making = said.act() == Act.MAKE || said.act() == Act.SET_UP;
                return making || known ? SAME : ONE_ONLY;
            }
            Act.Said first = one.act().get();
            Act.Said second = other.act().get();
            boolean making = first.act() != second.act() || first.act() == Act.MAKE || first.act() == Act.SET_UP;
            return making || first.isOneWord(second) ? SAME : OTHER;
        }
    }

    private static boolean is(Mention mention, TaskSpec.Kind kind) {
        return mention.draft().kind == kind;
    }

    private static double bonus(Mention one, Mention other) {
        boolean phase = !one.draft().phase.isEmpty() && one.draft().phase.equals(other.draft().phase);
        boolean output = one.draft().outputs.stream().anyMatch(other.draft().outputs::contains);
        return (phase ? 0.2 : 0) + (output ? 0.3 : 0);
    }

    /** Two titles that say different things of the same: another act, another number, another word in one place. */
    private static boolean isApart(Mention one, Mention other) {
        boolean acts = one.act().isPresent() && other.act().isPresent()
                && one.act().get().act().isApartFrom(other.act().get().act())
                && !other.says(one) && !one.says(other);
        boolean ends = Acts.of(one, other) == Acts.ONE_ONLY
                && one.act().or(other::act).filter(said -> said.act() == Act.END).isPresent();
        return acts || ends || one.isAbout(other) || other.isAbout(one) || isCountedApart(one, other)
                || isParallel(one.telling(), other.telling());
    }

    private static boolean isCountedApart(Mention one, Mention other) {
        return !one.figures().isEmpty() && !other.figures().isEmpty()
                && one.figures().stream().noneMatch(other.figures()::contains);
    }

    /** "Unit tests for the API" and "unit tests for the screens": all the same but for one word. */
    private static boolean isParallel(List<String> one, List<String> other) {
        if (one.size() != other.size() || one.size() < 2) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < one.size(); i++) {
            different += one.get(i).equals(other.get(i)) ? 0 : 1;
        }
        return different == 1 && one.stream().filter(word -> !other.contains(word)).count() == 1;
    }

    private static boolean waits(Mention one, Mention other) {
        for (String need : one.found().needs()) {
            if (need.equals(other.draft().id) || Words.key(need).equals(other.key())) {
                return true;
            }
        }
        return false;
    }

    /** Two times that have nothing in common are two jobs. */
    static boolean excludes(FoundTask one, FoundTask other) {
        if (one.days().isPresent() && other.days().isPresent()) {
            return !one.days().get().meets(other.days().get());
        }
        String first = one.draft().phase;
        String second = other.draft().phase;
        return !first.isEmpty() && !second.isEmpty() && !first.equals(second) && one.days().isEmpty()
                && other.days().isEmpty() && word(first).equals(word(second));
    }

    private static String word(String phase) {
        int hyphen = phase.indexOf('-');
        return hyphen < 0 ? phase : phase.substring(0, hyphen);
    }
}
