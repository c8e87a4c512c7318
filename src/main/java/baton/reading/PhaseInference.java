package baton.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.Findings.FoundPhase;
import baton.reading.Findings.FoundTask;

/**
 * Phases whose titles use none of the usual words: headings of one level that tell times, or count in one word, with the jobs of
 * several agents below them.
 *
 * <p>
 * "Early shift (6–14 h)", "Leg 1: Keel", "Monday and Tuesday", "The work of the second month": what makes them phases is that
 * they stand side by side and each holds work. One such heading alone is a phase only if it tells a time.
 */
final class PhaseInference implements Recogniser {

    private static final Pattern CLOCK = Pattern.compile(
            "(?iu).*(?:\\d{1,2}[:.]\\d{2}|\\d{1,2}\\s*[-–—]\\s*\\d{1,2}\\s*h\\b|\\b[dt][+-]\\d|\\d{1,2}(?:st|nd|rd|th)\\s+day|\\d{4}-\\d{2}-\\d{2}).*");
    private static final int TASKS_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> siblings(section, document, claims, findings));
    }

    private static void siblings(Section parent, MarkdownDocument document, Claims claims, Findings findings) {
        List<Section> holding = parent.children().stream()
                .filter(child -> child.title().length() > 1 && agents(child, document, findings) > 0).toList();
        Set<String> counted = counted(holding);
        for (Section section : holding) {
            boolean time = isTime(section);
            boolean numbered = !counted.isEmpty() && counted.contains(counter(section));
            boolean work = tasks(section, document, findings).count() >= TASKS_MIN
                    || (holding.size() > 1 && (numbered || holding.stream().allMatch(PhaseInference::isTime)));
            boolean known = isPhase(section, document, findings);
            boolean outer = findings.phases.stream().anyMatch(phase -> phase.phase().place().line() > section.line()
                    && phase.phase().place().line() <= section.lastLine());
            boolean named = findings.roster.find(section.title()).isPresent()
                    || findings.roster.find(AgentName.of(section.rawTitle()).written()).isPresent();
            long beside = parent.children().stream().filter(other -> other.line() != section.line()
                    && (isPhase(other, document, findings) || (holding.contains(other)
                            && (isTime(other) || counter(other).equals(counter(section))))))
                    .count();
            if (!known && !outer && !named && work && beside > 0 && (time || numbered)) {
                add(section, parent, document, findings);
                claims.take(section.line(), section.line());
            }
        }
    }

    private static boolean isPhase(Section section, MarkdownDocument document, Findings findings) {
        return findings.phases.stream().anyMatch(phase -> phase.phase().place().line() == section.line()
                && phase.phase().place().file().equals(document.file()));
    }

    private static void add(Section section, Section parent, MarkdownDocument document, Findings findings) {
        var phase = new Phase(Words.slug(section.title()), section.title(), PhaseRecogniser.mode(section), List.of(),
                PhaseRecogniser.isBarrier(section), new Place(document.file(), section.line()));
        findings.phases.add(new FoundPhase(phase, section.lastLine(), parent.line(), Period.daysIn(section.title()),
                List.of(), List.of()));
    }

    private static Stream<TaskDraft> tasks(Section section, MarkdownDocument document, Findings findings) {
        return findings.tasks.stream().filter(task -> !task.shape().startsWith("roster@")).map(FoundTask::draft)
                .filter(task -> task.runs && task.place.file().equals(document.file())
                        && task.place.line() > section.line() && task.place.line() <= section.lastLine());
    }

    private static long agents(Section section, MarkdownDocument document, Findings findings) {
        return tasks(section, document, findings).map(task -> task.agent).distinct().count();
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
        List<String> all = new ArrayList<>(sections.stream().map(PhaseInference::counter)
                .filter(word -> !word.isEmpty()).toList());
        Set<String> several = new LinkedHashSet<>();
        all.stream().filter(word -> all.indexOf(word) != all.lastIndexOf(word)).forEach(several::add);
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
        Optional<String> behind = isCount(words.get(1)) && !words.get(0).matches("\\d+") ? Optional.of(words.get(0)) : Optional.empty();
        return behind.or(() -> Lexicon.WORDS.words("ORDINAL").contains(words.get(0))
                ? Optional.of(words.get(1))
                : Optional.empty()).orElse("");
    }

    private static boolean isCount(String word) {
        return word.matches("\\d{1,2}|[ivx]{1,4}|[a-f]") || Lexicon.WORDS.words("COUNT_NAME").contains(word);
    }
}
