package baton.reading.linking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.Act;

/**
 * A place where a document names a job, with the words that tell this job from others.
 *
 * @param order its place among all mentions of the plan
 * @param key the whole title in the form for comparing
 * @param telling the telling words in their order, all spellings of one word as one
 * @param figures those of them that number something, as "2" and "v2"
 * @param further what stands in the title beside them, such as words that any job may have
 * @param act what the title says is done to the thing
 * @param done the word that says it, in the one form of all its spellings; empty where none does
 * @param head what "of" stands behind, as "backup" in "backup of the schema"; empty where there is none
 * @param part the part of the document and the kind of place; each names a job once
 */
record Mention(FoundTask found, int order, String key, List<String> telling, Set<String> words, Set<String> figures,
        Set<String> further,
        Optional<Act.Said> act, String done, Set<String> head,
        String part) {

    private static final Pattern FIGURE = Pattern.compile("\\p{L}?\\d+");

    Mention(FoundTask found, int order, String key, List<String> telling, Set<String> further,
            Optional<Act.Said> act, String done, Set<String> head,
        String part) {
        this(found, order, key, List.copyOf(telling), new LinkedHashSet<>(telling), figuresOf(telling), further, act, done, head, part);
    }

    private static Set<String> figuresOf(List<String> telling) {
        Set<String> figures = new LinkedHashSet<>();
        telling.stream().filter(word -> FIGURE.matcher(word).matches()).forEach(figures::add);
        return figures;
    }

    TaskDraft draft() {
        return found.draft();
    }

    /** True where what another title says is done is said here too, in whatever form. */
    boolean says(Mention other) {
        return words.contains(other.done) || further.contains(other.done);
    }

    /** True for "backup of the schema" beside "schema": what is named first is not what the other names. */
    boolean isAbout(Mention other) {
        boolean sameAct = head.contains(done) && act.map(Act.Said::act).equals(other.act.map(Act.Said::act));
        return !head.isEmpty() && !sameAct
                && head.stream().noneMatch(word -> other.words.contains(word) || other.further.contains(word));
    }

    /** True for both in lists of one kind, wherever these stand. */
    boolean isOfOneShape(Mention other) {
        return found.shape().equals(other.found.shape());
    }
}
