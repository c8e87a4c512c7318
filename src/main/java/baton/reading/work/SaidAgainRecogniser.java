package baton.reading.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Statement;
import baton.reading.document.Topic;
import baton.reading.found.AgentsInText;
import baton.reading.found.AgentsInText.Named;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.Phrases;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * What overviews and summaries say of somebody's work: "A1 scans the hall and draws the zones, A2 installs the
 * server."
 *
 * <p>
 * None of it is a job by itself. Linking keeps what names a job that stands elsewhere and forgets the rest, so nothing is taken
 * here.
 */
public final class SaidAgainRecogniser implements Recogniser {

    private static final Phrases IN_SHORT = Phrases.of("TOLD_IN_SHORT");
    private static final int STATEMENTS_MAX = 2_000;
    private static final int CHARS_MAX = 600;
    private static final int WORDS_MAX = 25;
    private static final Pattern BETWEEN = Pattern
            .compile(
                    "(?iu)\\s*[,;:]\\s+|\\s+(?:and|und|et|y|e|en|и|i|then|dann|puis|luego|poi|depois)\\s+|\\s+[–—-]\\s+|[。，；、]");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        List<Statement> statements = Statement.of(document);
        if (statements.size() > STATEMENTS_MAX || findings.tasks.isEmpty()) {
            return;
        }
        Set<Integer> jobs = new HashSet<>();
        findings.tasks.stream().map(FoundTask::draft).filter(task -> task.place.file().equals(document.file()))
                .forEach(task -> jobs.add(task.place.line()));
        statements.stream().filter(statement -> statement.raw().length() <= CHARS_MAX)
                .filter(statement -> !jobs.contains(statement.line()) && tells(statement.passage()))
                .forEach(statement -> read(Words.plain(statement.raw()), new Place(document.file(), statement.line()),
                        findings));
    }

    private static boolean tells(Passage passage) {
        return passage.about(Topic.PROSE)
                || (passage.topics().isEmpty() && IN_SHORT.isIn(passage.section().key()));
    }

    /** Whoever is named before a stretch of words does what they say; where the name stands behind in brackets, what is before. */
    private static void read(String text, Place place, Findings findings) {
        List<String> words = AgentsInText.words(text);
        List<Named> named = AgentsInText.inAnyCase(words, findings.roster);
        for (int i = 0; i < named.size(); i++) {
            Named one = named.get(i);
            int end = i + 1 < named.size() ? named.get(i + 1).from() : words.size();
            int before = i == 0 ? 0 : named.get(i - 1).to();
            boolean bracketed = text.contains("(" + String.join(" ", words.subList(one.from(), one.to())));
            List<String> said = bracketed ? words.subList(before, one.from()) : words.subList(one.to(), end);
            String part = String.join(" ", said);
            List<String> parts = new ArrayList<>(List.of(BETWEEN.split(part, -1)));
            parts.forEach(piece -> add(piece, one.id(), place, findings));
        }
    }

    private static void add(String words, String agent, Place place, Findings findings) {
        String title = TaskTitles.of(words.replaceAll("[()]", " "));
        if (title.isEmpty() || Words.count(title) > WORDS_MAX) {
            return;
        }
        var draft = new TaskDraft("", title, agent);
        draft.kind = TaskSpec.Kind.ASSIGNMENT;
        draft.runs = false;
        draft.place = place;
        findings.saidAgain.add(new FoundTask(draft, List.of(), "said"));
    }
}
