package baton.reading.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.TaskDraft;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Statement;
import baton.reading.found.AgentsInText;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.JobWords;
import baton.reading.language.Doing;
import baton.reading.language.Lexicon;
import baton.reading.language.Phrases;
import baton.reading.language.SpokenWords;
import baton.reading.language.Words;
import baton.reading.team.TeamWords;

/**
 * What the sentences of one document have told so far: of whom they speak, and what they give to whom.
 *
 * <p>
 * Where the sentences alone tell who takes part, "he" is whoever was named last, remarks say what the last job waits for, and a
 * line that ends in a colon leads to the jobs below it.
 */
final class Narration {

    private static final Pattern AFTERWARDS = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("AFTERWARDS") + "(?![\\p{L}])");
    private static final Pattern THEN = Pattern
            .compile("(?iu)^(?:\\S+\\s+){1,3}?" + Lexicon.WORDS.pattern("AFTERWARDS") + "\\s");
    private static final Pattern IT = Pattern
            .compile("(?iu)^(?:[^,:]{2,40}:\\s+)?(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?(?:"
                    + Lexicon.WORDS.pattern("THEN") + ",?\\s+)?" + Lexicon.WORDS.pattern("IT") + "\\s+");
    private static final Pattern ITS_JOB = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("ITS_JOB") + "\\s*:?\\s+");
    private static final Pattern AND_IT = Pattern
            .compile("(?iu)\\s*(?:[,;]\\s+(?:i\\.e\\.\\s+)?(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?(?:"
                    + Lexicon.WORDS.pattern("THEN") + ",?\\s+)?|\\s+" + Lexicon.WORDS.pattern("BUT") + "\\s+)(?="
                    + Lexicon.WORDS.pattern("IT") + "\\s)");
    /** "The start-up procedure has to wait for the drift fix". */
    private static final Pattern WAITS = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("ARTICLE")
            + "\\s+)?(.{3,60}?)\\s+" + Lexicon.WORDS.pattern("PRESUPPOSES") + "\\s+([^,]{3,80}?)(?:,\\s.*)?$");
    private static final Pattern ID = Pattern.compile("^([A-Z]{1,5}-?\\d{1,3})[:.)]?\\s");
    private static final Pattern HOW = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("NO_JOB") + "(?![\\p{L}]).*");
    private static final int DUE_WORDS_MAX = 5;
    private static final Phrases IF = Phrases.of("IF");
    private static final Phrases NOT = Phrases.of("NOT_AT_ALL");
    private static final Phrases MODAL = Phrases.of("MODAL");
    private static final Phrases MYSELF = Phrases.of("MYSELF");
    private static final Phrases ME = Phrases.of("ME");
    private static final String HUMAN = Lexicon.WORDS.words("HUMAN").iterator().next();

    private final MarkdownDocument document;
    private final Findings findings;
    private final boolean all;
    private final boolean english;
    private final ToldJobs jobs;
    private final Set<String> introduced = new HashSet<>();
    private String last = "";
    /** Whom the line above a list names, where it leads to it. */
    private String leads = "";

    /**
     * @param all
     *            true where nothing but the sentences gives work
     */
    Narration(MarkdownDocument document, Findings findings, boolean all) {
        this.document = document;
        this.findings = findings;
        this.all = all;
        this.jobs = new ToldJobs(document, findings, all);
        this.english = jobs.isEnglish();
    }

    void read(Statement statement) {
        String sentence = Words.plain(statement.raw()).strip();
        if (statement.first()) {
            jobs.close();
        }
        Optional<Clause> waits = Clause.waiting(sentence, findings.roster);
        if (waits.isPresent()) {
            last = waits.get().agent();
            jobs.waits(last, waits.get().needs());
        } else if (all) {
            told(sentence, statement);
        } else {
            sentence(sentence, statement.line());
        }
    }

    private void sentence(String sentence, int line) {
        Optional<Clause> clause = Clause.of(sentence, findings.roster);
        clause.ifPresent(said -> last = said.agent());
        String job = clause.map(Clause::words).orElse(sentence);
        boolean it = IT.matcher(job).find();
        if ((clause.isPresent() || it) && !last.isEmpty()) {
            String words = it ? Clause.bare(IT.matcher(job).replaceFirst("")) : job;
            List<String> needs = new ArrayList<>(clause.map(Clause::needs).orElse(List.of()));
            if (AFTERWARDS.matcher(sentence).find() && !jobs.before().isEmpty()) {
                needs.add(jobs.before());
            }
            if (!HOW.matcher(words).matches() && Words.count(words) > 1) {
                jobs.add(last, words, needs, line, FoundTask.TOLD,
                        clause.filter(Clause::ordered).isEmpty());
            }
        }
    }

    private void told(String sentence, Statement statement) {
        boolean condition = IF.begins(Words.key(sentence));
        boolean asks = sentence.endsWith("?");
        leads = statement.item() ? leads : "";
        last = statement.item() && statement.first() && !leads.isEmpty() ? leads : last;
        List<Clause> clauses = condition
                ? List.of()
                : Clause.told(sentence.replaceFirst("[?]$", ""), findings.roster, english).stream()
                        .filter(clause -> !asks || clause.ordered()).toList();
        clauses(clauses, sentence, statement);
        if (!statement.item() && sentence.endsWith(":")) {
            leads = clauses.isEmpty()
                    ? AgentsInText.of(sentence, findings.roster).stream().findFirst().orElse("")
                    : clauses.getLast().agent();
        }
        if (clauses.isEmpty() && !asks && !condition) {
            myself(sentence, Words.key(sentence), statement.line());
            remark(sentence, statement);
        }
    }

    private void clauses(List<Clause> clauses, String sentence, Statement statement) {
        boolean introduces = clauses.stream().anyMatch(Clause::lasting);
        for (Clause clause : clauses) {
            last = clause.agent();
            List<String> needs = new ArrayList<>(clause.needs());
            if (AFTERWARDS.matcher(sentence).find() || THEN.matcher(sentence).find()) {
                needs.add(jobs.before());
            }
            boolean first = introduced.add(clause.agent());
            boolean lasting = (introduces && first) || (!clause.ordered() && isOfTeam(statement));
            boolean it = IT.matcher(clause.words()).find();
            int from = findings.tasks.size();
            jobs.jobs(last, it ? jobs.said(clause.words()).orElse("") : clause.words(), needs, statement.line(),
                    lasting);
            Matcher id = ID.matcher(sentence);
            if (id.find() && statement.first() && findings.tasks.size() > from) {
                findings.tasks.get(from).draft().id = id.group(1);
            }
        }
    }

    /** A sentence that gives nobody known a job by name: it goes on about somebody, or about a job. */
    private void remark(String sentence, Statement statement) {
        // "The mason begins: it cuts the stone", and whoever only speaks may be "he" in the next sentence.
        Optional<Clause> spoken = Clause.of(sentence, findings.roster);
        spoken.ifPresent(one -> last = one.agent());
        String behind = spoken.map(Clause::words).orElse(sentence);
        Matcher job = ITS_JOB.matcher(behind);
        Optional<String> words = job.find()
                ? Doing.of(behind.substring(job.end()), english).map(Doing::words)
                : IT.matcher(behind).find() ? jobs.said(behind) : Optional.empty();
        List<String> needs = AND_IT.splitAsStream(sentence).flatMap(part -> JobWords.waits(part).stream()).toList();
        String due = JobWords.deadline(sentence);
        boolean named = !last.isEmpty() && (spoken.isPresent() || !statement.first() || !leads.isEmpty());
        if (words.isEmpty() && !needs.isEmpty()) {
            jobs.alsoNeeds(needs);
        } else if (!statement.first() && !due.isEmpty()
                && (Words.count(sentence) <= DUE_WORDS_MAX || (words.isEmpty() && IT.matcher(sentence).find()))
                && !findings.tasks.isEmpty()) {
            findings.tasks.getLast().draft().deadline = due;
        } else if (named && words.isPresent()) {
            boolean then = AFTERWARDS.matcher(sentence).find();
            jobs.jobs(last, words.get(), then ? List.of(jobs.before()) : List.of(), statement.line(), false);
        }
        spoken.ifPresentOrElse(this::presupposed, () -> ofThing(sentence));
        if (needs.isEmpty() && words.isEmpty() && statement.item() && statement.first() && !leads.isEmpty()) {
            jobs.jobs(last, sentence, List.of(), statement.line(), false);
        } else if (needs.isEmpty() && words.isEmpty()) {
            AgentsInText.of(sentence, findings.roster).stream().reduce((_, two) -> two).ifPresent(one -> last = one);
        }
    }

    /** What is said of a job by its thing: the one told job that speaks of it waits. */
    private void ofThing(String sentence) {
        Matcher waits = WAITS.matcher(sentence);
        if (waits.matches() && !NOT.isIn(Words.key(sentence))) {
            Set<String> words = SpokenWords.of(waits.group(1));
            List<TaskDraft> meant = jobs.needs().keySet().stream()
                    .filter(draft -> SpokenWords.shared(words, SpokenWords.of(draft.title)) == words.size()).toList();
            if (!words.isEmpty() && meant.size() == 1) {
                jobs.needs().computeIfAbsent(meant.getFirst(), _ -> new ArrayList<>())
                        .addAll(Clause.before(waits.group(2)));
            }
        }
    }

    /** "The hammer needs the account first": for what it has to do already. */
    private void presupposed(Clause spoken) {
        List<String> needs = JobWords.waits(spoken.words());
        findings.tasks.stream().filter(task -> task.draft().agent.equals(spoken.agent())
                && task.draft().place.file().equals(document.file()) && !needs.isEmpty())
                .reduce((_, two) -> two).ifPresent(task -> jobs.needs().getOrDefault(task.draft(), new ArrayList<>())
                        .addAll(needs));
    }

    /** "I read the proofs myself" is work for whoever writes. */
    private void myself(String sentence, String key, int line) {
        boolean due = !JobWords.deadline(sentence).isEmpty() && !Doing.isPast(ME.behind(key))
                && Doing.of("will " + ME.behind(key), true).isPresent();
        if (ME.begins(key) && (due || MYSELF.isIn(key))) {
            String own = MYSELF.replaced(ME.behind(key), "").replaceAll("\\s+", " ").strip();
            jobs.add(HUMAN, MODAL.begins(own) ? MODAL.behind(own) : own, new ArrayList<>(), line, "list", false);
        }
    }

    /** Under a title that announces the team a sentence says what somebody is there for. */
    private static boolean isOfTeam(Statement statement) {
        return !statement.item() && statement.passage().titles().limit(1)
                .anyMatch(title -> TeamWords.isTeam(title.key()) || TeamWords.isOfAgents(title.key())
                        || List.of(title.key().split(" ", -1)).stream()
                                .anyMatch(Lexicon.WORDS.words("WORKFORCE")::contains));
    }
}
