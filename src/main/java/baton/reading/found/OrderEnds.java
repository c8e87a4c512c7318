package baton.reading.found;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.language.Lexicon;
import baton.reading.language.OrderStatement;
import baton.reading.language.TaskItem;
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

    private static final Pattern ARTICLE = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ARTICLE") + "\\s+");

    private final Findings findings;
    private final Map<String, TaskDraft> byTitle = new LinkedHashMap<>();
    private final Map<String, TaskDraft> byId = new LinkedHashMap<>();
    private final SpokenJobs spoken;

    public OrderEnds(Findings findings) {
        this.findings = findings;
        findings.tasks.stream().map(Findings.FoundTask::draft).forEach(task -> {
            byId.putIfAbsent(bare(task.id), task);
            if (task.runs) {
                byTitle.putIfAbsent(Words.key(task.title), task);
            }
        });
        byTitle.remove("");
        byId.remove("");
        this.spoken = new SpokenJobs(SpokenJobs.among(findings), findings.roster);
    }

    /** Adds the arrows that a sentence states; true where it states any. */
    public boolean read(String sentence, boolean near, Place place) {
        // "Two details: the report waits for the proofs".
        int colon = near || OrderStatement.isDrawn(sentence) ? -1 : sentence.lastIndexOf(": ");
        for (OrderStatement order : OrderStatement.of(colon < 0 ? sentence : sentence.substring(colon + 2))) {
            List<String> from = meant(order.earlier(), near, near);
            List<String> to = meant(order.later(), near, near);
            if (!near && from.isEmpty() != to.isEmpty()) {
                // Where one end is plainly a job, the other may say it in more words.
                from = from.isEmpty() ? meant(order.earlier(), near, true) : from;
                to = to.isEmpty() ? meant(order.later(), near, true) : to;
            }
            boolean people = isAmongPeople(order, sentence);
            boolean apart = from.stream().noneMatch(to::contains);
            if (!from.isEmpty() && !to.isEmpty() && apart && !(people && (!near || spoken.isGiven(order.earlier())))) {
                List<String> second = to;
                from.forEach(first -> second.forEach(other -> findings.edges
                        .add(new FoundEdge(first, other, "", Edge.Source.TEXT, place))));
                return true;
            }
        }
        return false;
    }

    /** Who hands what to whom is read elsewhere. */
    private boolean isAmongPeople(OrderStatement order, String sentence) {
        boolean first = spoken.isSomebody(order.earlier()) || spoken.isGiven(order.earlier());
        boolean second = spoken.isSomebody(order.later());
        return (first && second) || ((first || second) && OrderStatement.isDrawn(sentence));
    }

    /**
     * The titles that the words mean, one or several; nothing where any part of them means none.
     *
     * @param half
     *            whether half of the telling words of a part will do
     */
    private List<String> meant(String written, boolean near, boolean half) {
        String words = QUOTES.matcher(BRACKETS.matcher(written.strip()).replaceAll("")).replaceAll("").strip();
        Optional<String> named = named(words, near);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<String> ids = TaskItem.ids(words);
        if (!ids.isEmpty() && byId.keySet().containsAll(ids)) {
            return ids.stream().map(id -> Objects.requireNonNull(byId.get(id)).title).toList();
        }
        List<String> split = AgentFields.parts(words);
        List<Optional<String>> parts = split.stream().map(part -> one(part, near, half)).toList();
        // Below a title about order, and behind an id, what stands behind the first part may be a remark.
        boolean first = near || (!split.isEmpty() && byId.containsKey(bare(split.getFirst())));
        boolean open = parts.isEmpty()
                || (first ? parts.getFirst().isEmpty() : parts.stream().anyMatch(Optional::isEmpty));
        return open
                ? told(words, half).map(task -> List.of(task.title)).orElse(List.of())
                : parts.stream().flatMap(Optional::stream).distinct().toList();
    }

    private Optional<String> one(String words, boolean near, boolean half) {
        return named(words, near).or(() -> told(words, half).map(task -> task.title));
    }

    /** "#414" and 414 are one id. */
    private static String bare(String id) {
        return id.startsWith("#") ? id.substring(1) : id;
    }

    private Optional<String> named(String words, boolean near) {
        String bare = ARTICLE.matcher(words).replaceFirst("");
        TaskDraft task = byTitle.getOrDefault(Words.key(words),
                byTitle.getOrDefault(Words.key(bare), byId.get(bare(words))));
        return task == null
                ? Optional.of(words).filter(_ -> near && findings.names(words))
                : Optional.of(task.runs ? task.title : task.id);
    }

    private Optional<TaskDraft> told(String written, boolean half) {
        return spoken.spoken(written, !half).or(() -> half ? before(written) : Optional.empty());
    }

    /** "The parser takes the tables, so it is after them": what stands before the first comma. */
    private Optional<TaskDraft> before(String written) {
        int comma = written.indexOf(',');
        return comma < 0 ? Optional.empty() : spoken.spoken(written.substring(0, comma), false);
    }
}
