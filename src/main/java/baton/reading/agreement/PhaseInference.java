package baton.reading.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Phase;
import baton.plan.Place;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.Period;
import baton.reading.language.Words;

/**
 * Phases whose titles use none of the usual words: headings of one level that tell times, or count in one word, with the jobs of
 * several agents below them.
 *
 * <p>
 * "Early shift (6–14 h)", "Leg 1: Keel", "Monday and Tuesday", "The work of the second month": what makes them phases is that
 * they stand side by side and each holds work. One such heading alone is a phase only if it tells a time.
 */
public final class PhaseInference implements Recogniser {

    private static final Pattern CLOCK = Pattern.compile(
            "(?iu).*(?:\\d{1,2}[:.]\\d{2}|\\d{1,2}\\s*[-–—]\\s*\\d{1,2}\\s*h\\b|\\b[dt][+-]\\d|\\d{1,2}(?:st|nd|rd|th)\\s+day|\\d{4}-\\d{2}-\\d{2}).*");
    private static final int TASKS_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        var places = new Places(document, findings);
        document.sections().filter(section -> !section.children().isEmpty())
                .forEach(section -> siblings(section, places, document, claims, findings));
    }

    private static void siblings(Section parent, Places places, MarkdownDocument document, Claims claims,
            Findings findings) {
        List<Section> holding = parent.children().stream()
                .filter(child -> child.title().length() > 1 && places.tasks(child) > 0).toList();
        if (holding.isEmpty()) {
            return;
        }
        Set<String> counted = counted(holding);
        var beside = new Beside(parent, holding, places);
        for (Section section : holding) {
            boolean time = isTime(section);
            boolean numbered = !counted.isEmpty() && counted.contains(counter(section));
            boolean work = places.tasks(section) >= TASKS_MIN
                    || (holding.size() > 1 && (numbered || beside.allTimes()));
            if (work && (time || numbered) && !places.isPhase(section) && !places.holdsPhase(section)
                    && beside.isAny(section) && !isNamed(section, findings)) {
                add(section, parent, document, findings);
                places.phase(section);
                beside.lines.add(section.line());
                claims.take(section.line(), section.line());
            }
        }
    }

    private static boolean isNamed(Section section, Findings findings) {
        return findings.roster.find(section.title()).isPresent()
                || findings.roster.titled(section.rawTitle()).isPresent();
    }

    /** The lines of tasks and phases, in order, so that what a section holds is looked up and not searched for. */
    private static final class Places {

        private final int[] tasks;
        private final NavigableSet<Integer> phases = new TreeSet<>();
        private final Set<Integer> own = new TreeSet<>();

        Places(MarkdownDocument document, Findings findings) {
            this.tasks = findings.tasks.stream().filter(task -> !task.shape().startsWith("roster@"))
                    .map(FoundTask::draft).filter(task -> task.runs && task.place.file().equals(document.file()))
                    .mapToInt(task -> task.place.line()).sorted().toArray();
            findings.phases.forEach(phase -> {
                Place place = phase.phase().place();
                phases.add(place.line());
                if (place.file().equals(document.file())) {
                    own.add(place.line());
                }
            });
        }

        int tasks(Section section) {
            return upTo(section.lastLine()) - upTo(section.line());
        }

        /** How many tasks stand on this line or above. */
        private int upTo(int line) {
            int from = 0;
            int to = tasks.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (tasks[middle] <= line) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        boolean isPhase(Section section) {
            return own.contains(section.line());
        }

        boolean holdsPhase(Section section) {
            Integer next = phases.higher(section.line());
            return next != null && next <= section.lastLine();
        }

        void phase(Section section) {
            phases.add(section.line());
            own.add(section.line());
        }
    }

    /** What stands beside a section below the same heading and is a phase or could be one. */
    private static final class Beside {

        private final Set<Integer> lines = new TreeSet<>();
        private final Map<String, Integer> counters = new TreeMap<>();
        private final boolean allTimes;

        Beside(Section parent, List<Section> holding, Places places) {
            parent.children().stream().filter(places::isPhase).forEach(child -> lines.add(child.line()));
            int times = 0;
            for (Section section : holding) {
                if (isTime(section)) {
                    times++;
                    lines.add(section.line());
                }
                counters.merge(counter(section), 1, Integer::sum);
            }
            this.allTimes = times == holding.size();
        }

        boolean allTimes() {
            return allTimes;
        }

        boolean isAny(Section section) {
            return counters.getOrDefault(counter(section), 0) > 1
                    || lines.size() > (lines.contains(section.line()) ? 1 : 0);
        }
    }

    private static void add(Section section, Section parent, MarkdownDocument document, Findings findings) {
        var phase = new Phase(Words.slug(section.title()), section.title(), PhaseRecogniser.mode(section), List.of(),
                PhaseRecogniser.isBarrier(section), new Place(document.file(), section.line()));
        findings.phases.add(new FoundPhase(phase, section.lastLine(), parent.line(), Period.daysIn(section.title()),
                List.of(), List.of()));
    }

    /** A weekday, a date, an hour or a length of time in the title. */
    private static boolean isTime(Section section) {
        List<String> words = List.of(section.key().split(" ", -1));
        Set<String> days = Lexicon.WORDS.words("WEEKDAY");
        boolean topic = Topic.in(section.key()).stream()
                .anyMatch(other -> other != Topic.TASKS && other != Topic.TIMELINE);
        return !topic && (words.stream().anyMatch(days::contains)
                || Stream.of("WEEKS", "DAYS", "HOURS", "SLOT")
                        .anyMatch(list -> words.stream().anyMatch(Lexicon.WORDS.words(list)::contains))
                || CLOCK.matcher(section.rawTitle()).matches());
    }

    /** Words with which several titles begin, each with another count behind or before. */
    private static Set<String> counted(List<Section> sections) {
        Set<String> once = new LinkedHashSet<>();
        Set<String> several = new LinkedHashSet<>();
        sections.stream().map(PhaseInference::counter).filter(word -> !word.isEmpty() && !once.add(word))
                .forEach(several::add);
        several.removeAll(Lexicon.WORDS.words("COUNTED"));
        several.removeAll(Lexicon.WORDS.words("TRACK"));
        several.removeAll(Lexicon.WORDS.words("AGENT"));
        several.removeAll(Lexicon.WORDS.words("WORKFORCE"));
        return several;
    }

    /** "leg" of "Leg 2: Sails" and "tempo" of "Secondo tempo"; empty where nothing is counted. */
    private static String counter(Section section) {
        List<String> words = List.of(section.key().split(" ", -1));
        if (words.size() < 2) {
            return "";
        }
        // "2.1 Extraction" is the place of a chapter in the document.
        Optional<String> behind = isCount(words.get(1)) && !words.get(0).matches("\\d+")
                ? Optional.of(words.get(0))
                : Optional.empty();
        return behind.or(() -> Lexicon.WORDS.words("ORDINAL").contains(words.get(0))
                ? Optional.of(words.get(1))
                : Optional.empty()).orElse("");
    }

    private static boolean isCount(String word) {
        return word.matches("\\d{1,2}|[ivx]{1,4}|[a-f]") || Lexicon.WORDS.words("COUNT_NAME").contains(word);
    }
}
