package baton.reading.found;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.language.Lexicon;
import baton.reading.language.OrderStatement;
import baton.reading.language.TaskItem;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/**
 * Which jobs the words about order mean: by title, by id, or by words that only one job's title holds.
 *
 * <p>
 * "The shelf map depends on the measured rooms" speaks of "Make the shelf map" and "Measure the store rooms". Where a title says
 * that order follows, one telling word is enough; anywhere else two are needed, as running text speaks of many things.
 */
public final class OrderEnds {

    private static final Pattern BRACKETS = Pattern.compile("^\\([^()]*\\)\\s*|\\s*\\([^()]*\\)$");
    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»‹›「」『』]");
    private static final int TOLD_MIN = 2;

    private final Findings findings;
    private final Map<String, TaskDraft> byTitle = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byId = new LinkedHashMap<>();
    private final TitleIndex titles;
    private final Set<String> noise = new LinkedHashSet<>();

    public OrderEnds(Findings findings) {
        this.findings = findings;
        List<TaskDraft> running = findings.tasks.stream().map(Findings.FoundTask::draft).filter(task -> task.runs)
                .toList();
        running.forEach(task -> {
            byTitle.putIfAbsent(Words.key(task.title), task);
            byId.putIfAbsent(task.id, task);
        });
        this.titles = new TitleIndex(running);
        byTitle.remove("");
        byId.remove("");
        List.of("BEING", "STANDS", "STARTING", "ARTICLE", "WILL", "THEN")
                .forEach(list -> Lexicon.WORDS.words(list).forEach(word -> noise.add(TitleWords.stem(word))));
    }

    /** Adds the arrows that a sentence states; true where it states any. */
    public boolean read(String sentence, boolean near, Place place) {
        for (OrderStatement order : OrderStatement.of(sentence)) {
            List<String> from = meant(order.earlier(), near);
            List<String> to = meant(order.later(), near);
            boolean apart = from.stream().noneMatch(to::contains);
            if (!from.isEmpty() && !to.isEmpty() && apart) {
                from.forEach(first -> to.forEach(second -> findings.edges
                        .add(new FoundEdge(first, second, "", Edge.Source.TEXT, place))));
                return true;
            }
        }
        return false;
    }

    /** The titles that the words mean, one or several; nothing where any part of them means none. */
    private List<String> meant(String written, boolean near) {
        String words = QUOTES.matcher(BRACKETS.matcher(written.strip()).replaceAll("")).replaceAll("").strip();
        Optional<String> named = named(words, near);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<String> ids = TaskItem.ids(words);
        if (!ids.isEmpty() && byId.keySet().containsAll(ids)) {
            return ids;
        }
        List<Optional<String>> parts = AgentFields.parts(words).stream().map(part -> one(part, near)).toList();
        return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
                ? told(words, near).map(task -> List.of(task.title)).orElse(List.of())
                : parts.stream().flatMap(Optional::stream).distinct().toList();
    }

    private Optional<String> one(String words, boolean near) {
        return named(words, near).or(() -> told(words, near).map(task -> task.title));
    }

    private Optional<String> named(String words, boolean near) {
        TaskDraft task = byTitle.getOrDefault(Words.key(words), byId.get(words.replaceFirst("^#", "")));
        return task == null
                ? Optional.of(words).filter(_ -> near && findings.names(words))
                : Optional.of(task.title);
    }

    /** The one job whose telling words are all among the given ones, or the other way round. */
    private Optional<TaskDraft> told(String written, boolean near) {
        Set<String> words = new LinkedHashSet<>(TitleWords.of(written));
        words.removeAll(noise);
        return titles.told(words, near ? 1 : TOLD_MIN);
    }
}
