package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Field;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Sentences;
import baton.reading.document.Statement;
import baton.reading.document.Topic;
import baton.reading.found.AgentsInText;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.JobWords;
import baton.reading.found.Recogniser;
import baton.reading.found.StatedOutput;
import baton.reading.language.Doing;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Phrases;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;
import baton.reading.team.TeamWords;

/**
 * Work that is told in sentences: "The <b>safety agent</b> begins: it writes the assessment. Once it stands, the <b>crane
 * agent</b> draws the plan."
 *
 * <p>
 * Where something else gives an agent work, what a sentence tells of it does not count; where the sentences alone tell who takes
 * part, those of lists are read too, and all of them count.
 */
public final class NarratedWorkRecogniser implements Recogniser {

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
    private static final Pattern THEN_IT = Pattern
            .compile("(?iu)[,;]\\s+(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?" + Lexicon.WORDS.pattern("AFTERWARDS")
                    + ",?\\s*$");
    /** "The start-up procedure has to wait for the drift fix". */
    private static final Pattern WAITS = Pattern.compile("(?iu)^(?:" + Lexicon.WORDS.pattern("ARTICLE")
            + "\\s+)?(.{3,60}?)\\s+" + Lexicon.WORDS.pattern("PRESUPPOSES") + "\\s+([^,]{3,80}?)(?:,\\s.*)?$");
    /** "Find out how far it reaches, and write the firmware": a second verb with a thing of its own. */
    private static final Pattern AND_VERB = Pattern.compile("(?iu),\\s+" + Lexicon.WORDS.pattern("BUT")
            + "\\s+(?!" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s)(?=\\p{L}{3,}\\s+(?:"
            + Lexicon.WORDS.pattern("ARTICLE") + "|" + Lexicon.WORDS.pattern("EACH_ONE") + ")\\s)");
    /** "Gets the photos and writes the texts": what is only taken is no job. */
    private static final Pattern TAKES = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("TAKES") + "\\s");
    private static final Pattern AND = Pattern.compile("(?iu)\\s" + Lexicon.WORDS.pattern("BUT") + "\\s+");
    private static final Pattern ID = Pattern.compile("^([A-Z]{1,5}-?\\d{1,3})[:.)]?\\s");
    /** "Draws the course, and when the times are there she lets the dots move". */
    private static final Pattern AND_WHEN_IT = Pattern.compile("(?iu)^(.{6,}?),?\\s+" + Lexicon.WORDS.pattern("BUT")
            + ",?\\s+" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s+([^,]{3,100}?),?\\s+(?="
            + Lexicon.WORDS.pattern("IT")
            + "\\s)(.{6,})$");
    /** "Compare the stones, and, once the lines are there, draw the plan". */
    private static final Pattern AND_WHEN = Pattern.compile("(?iu)^(.{6,}?),?\\s+" + Lexicon.WORDS.pattern("BUT")
            + ",?\\s+" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s+([^,]{3,120}),\\s+(.{6,})$");
    private static final Pattern HOW = Pattern.compile("(?iu)^" + Lexicon.WORDS.pattern("NO_JOB") + "(?![\\p{L}]).*");
    private static final Set<Topic> WORK = Set.of(Topic.TASKS, Topic.FIRST_ACTIONS);
    private static final Set<Topic> TOLD = Set.of(Topic.TASKS, Topic.FIRST_ACTIONS, Topic.NEXT_STEPS, Topic.TIMELINE,
            Topic.PROSE, Topic.HUMAN_TASKS, Topic.DECISIONS);
    private static final int DUE_WORDS_MAX = 5;
    private static final Phrases IF = Phrases.of("IF");
    private static final Phrases NOT = Phrases.of("NOT_AT_ALL");
    private static final Phrases MODAL = Phrases.of("MODAL");
    private static final Phrases MYSELF = Phrases.of("MYSELF");
    private static final Phrases ME = Phrases.of("ME");
    private static final String HUMAN = Lexicon.WORDS.words("HUMAN").iterator().next();

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (findings.roster.isEmpty()) {
            return;
        }
        boolean given = findings.tasks.stream()
                .anyMatch(task -> !task.implied() && task.draft().place.file().equals(document.file()));
        boolean all = findings.told.contains(document.file()) || !given;
        var told = new Told(document, findings, all);
        for (Passage passage : document.passages()) {
            Set<Topic> topics = all ? passage.nearTopics() : passage.topics();
            boolean work = topics.isEmpty() || topics.stream().anyMatch((all ? TOLD : WORK)::contains);
            boolean open = work && !passage.inFence() && !findings.isOwn(document.file(), passage.line());
            if (open && passage.block() instanceof Block.Paragraph paragraph
                    && (all || Field.of(List.of(paragraph)).isEmpty())) {
                int before = findings.tasks.size();
                Statement.of(passage).forEach(told::read);
                if (all && findings.tasks.size() > before) {
                    findings.told.add(document.file());
                }
            } else if (open && all && passage.block() instanceof Block.Listing list
                    && (!claims.isTaken(passage.line()) || passage.about(Topic.DECISIONS))) {
                int before = findings.tasks.size();
                // What is to be decided was read already; behind it somebody may be asked to prepare it.
                boolean taken = claims.isTaken(passage.line());
                Statement.of(passage).stream().filter(statement -> !taken || !statement.first()).forEach(told::read);
                if (findings.tasks.size() > before) {
                    findings.told.add(document.file());
                    passage.claim(claims);
                    claims.take(list);
                }
            }
        }
    }

    /** What has been told so far. */
    private static final class Told {
        private final MarkdownDocument document;
        private final Findings findings;
        private final boolean all;
        private final boolean english;
        private final Map<String, List<String>> waiting = new HashMap<>();
        private final Map<TaskDraft, List<String>> needsOf = new IdentityHashMap<>();
        private final Set<String> introduced = new HashSet<>();
        private final List<String> titles = new ArrayList<>();
        private String last = "";
        private String before = "";
        /** Whom the line above a list names, where it leads to it. */
        private String leads = "";
        /** What the job told last needs; more may be said of it in the next sentence. */
        private List<String> open = new ArrayList<>();

        Told(MarkdownDocument document, Findings findings, boolean all) {
            this.document = document;
            this.findings = findings;
            this.all = all;
            this.english = Sentences.areEnglish(document);
        }

        void read(Statement statement) {
            String sentence = Words.plain(statement.raw()).strip();
            if (statement.first()) {
                open = new ArrayList<>();
            }
            Optional<Clause> waits = Clause.waiting(sentence, findings.roster);
            if (waits.isPresent()) {
                last = waits.get().agent();
                waiting.computeIfAbsent(last, _ -> new ArrayList<>()).addAll(waits.get().needs());
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
                if (AFTERWARDS.matcher(sentence).find() && !before.isEmpty()) {
                    needs.add(before);
                }
                if (!HOW.matcher(words).matches() && Words.count(words) > 1) {
                    add(words, needs, line, FoundTask.TOLD,
                            clause.filter(Clause::ordered).isEmpty());
                }
            }
        }

        private void told(String sentence, Statement statement) {
            String key = Words.key(sentence);
            boolean asks = sentence.endsWith("?");
            leads = statement.item() ? leads : "";
            if (statement.item() && statement.first() && !leads.isEmpty()) {
                last = leads;
            }
            List<Clause> clauses = IF.begins(key)
                    ? List.of()
                    : Clause.told(sentence.replaceFirst("[?]$", ""), findings.roster, english).stream()
                            .filter(clause -> !asks || clause.ordered()).toList();
            boolean introduces = clauses.stream().anyMatch(Clause::lasting);
            for (Clause clause : clauses) {
                last = clause.agent();
                List<String> needs = new ArrayList<>(clause.needs());
                if (AFTERWARDS.matcher(sentence).find() || THEN.matcher(sentence).find()) {
                    needs.add(before);
                }
                boolean first = introduced.add(clause.agent());
                boolean lasting = (introduces && first) || (!clause.ordered() && isOfTeam(statement));
                boolean it = IT.matcher(clause.words()).find();
                int from = findings.tasks.size();
                jobs(it ? said(clause.words()).orElse("") : clause.words(), needs, statement.line(), lasting);
                Matcher id = ID.matcher(sentence);
                if (id.find() && statement.first() && findings.tasks.size() > from) {
                    findings.tasks.get(from).draft().id = id.group(1);
                }
            }
            if (!statement.item() && sentence.endsWith(":")) {
                leads = clauses.isEmpty()
                        ? AgentsInText.of(sentence, findings.roster).stream().findFirst().orElse("")
                        : clauses.getLast().agent();
            }
            if (clauses.isEmpty() && !asks && !IF.begins(key)) {
                myself(sentence, key, statement.line());
                // "The mason begins: it cuts the stone", and whoever only speaks may be "he" in the next sentence.
                Optional<Clause> spoken = Clause.of(sentence, findings.roster);
                spoken.ifPresent(one -> last = one.agent());
                String behind = spoken.map(Clause::words).orElse(sentence);
                Matcher job = ITS_JOB.matcher(behind);
                Optional<String> words = job.find()
                        ? Doing.of(behind.substring(job.end()), english).map(Doing::words)
                        : IT.matcher(behind).find() ? said(behind) : Optional.empty();
                List<String> needs = AND_IT.splitAsStream(sentence).flatMap(part -> JobWords.waits(part).stream())
                        .toList();
                boolean then = AFTERWARDS.matcher(sentence).find() && words.isPresent();
                String due = JobWords.deadline(sentence);
                if (words.isEmpty() && !needs.isEmpty()) {
                    open.addAll(needs);
                } else if (!statement.first() && !due.isEmpty() && Words.count(sentence) <= DUE_WORDS_MAX
                        && !findings.tasks.isEmpty()) {
                    findings.tasks.getLast().draft().deadline = due;
                } else if (!last.isEmpty() && (spoken.isPresent() || !statement.first() || !leads.isEmpty())) {
                    List<String> earlier = new ArrayList<>(then ? List.of(before) : List.of());
                    words.ifPresent(one -> jobs(one, earlier, statement.line(), false));
                }
                spoken.ifPresentOrElse(this::presupposed, () -> ofThing(sentence));
                if (statement.item() && statement.first() && !leads.isEmpty() && words.isEmpty() && needs.isEmpty()) {
                    jobs(sentence, new ArrayList<>(), statement.line(), false);
                } else if (needs.isEmpty() && words.isEmpty()) {
                    AgentsInText.of(sentence, findings.roster).stream().reduce((_, two) -> two)
                            .ifPresent(one -> last = one);
                }
            }
        }

        /** What is said of a job by its thing: the one told job that speaks of it waits. */
        private void ofThing(String sentence) {
            Matcher waits = WAITS.matcher(sentence);
            if (waits.matches() && !NOT.isIn(Words.key(sentence))) {
                Set<String> words = TitleWords.of(waits.group(1));
                List<TaskDraft> meant = needsOf.keySet().stream()
                        .filter(draft -> TitleWords.shared(TitleWords.of(draft.title), words) == words.size()).toList();
                if (meant.size() == 1) {
                    needsOf.get(meant.getFirst()).addAll(Clause.before(waits.group(2)));
                }
            }
        }

        /** "The hammer needs the account first": for what it has to do already. */
        private void presupposed(Clause spoken) {
            List<String> needs = JobWords.waits(spoken.words());
            findings.tasks.stream().filter(task -> task.draft().agent.equals(spoken.agent())
                    && task.draft().place.file().equals(document.file()) && !needs.isEmpty())
                    .reduce((_, two) -> two).ifPresent(task -> needsOf.getOrDefault(task.draft(), new ArrayList<>())
                            .addAll(needs));
        }

        /** "It computes the lines" behind a sentence about somebody. */
        private Optional<String> said(String sentence) {
            return Doing.of(IT.matcher(sentence).replaceFirst(""), english)
                    .filter(doing -> doing.kind() == Doing.Kind.JOB)
                    .map(Doing::words);
        }

        /** "I read the proofs myself" is work for whoever writes. */
        private void myself(String sentence, String key, int line) {
            boolean due = !JobWords.deadline(sentence).isEmpty() && !Doing.isPast(ME.behind(key))
                    && Doing.of("will " + ME.behind(key), true).isPresent();
            if (ME.begins(key) && (due || MYSELF.isIn(key))) {
                String own = MYSELF.replaced(ME.behind(key), "").replaceAll("\\s+", " ").strip();
                String agent = last;
                last = HUMAN;
                add(MODAL.begins(own) ? MODAL.behind(own) : own, new ArrayList<>(), line, "list", false);
                last = agent;
            }
        }

        /** Under a title that announces the team a sentence says what somebody is there for. */
        private static boolean isOfTeam(Statement statement) {
            return !statement.item() && statement.passage().titles().limit(1)
                    .anyMatch(title -> TeamWords.isTeam(title.key()) || TeamWords.isOfAgents(title.key())
                            || List.of(title.key().split(" ", -1)).stream()
                                    .anyMatch(Lexicon.WORDS.words("WORKFORCE")::contains));
        }

        private void jobs(String words, List<String> needs, int line, boolean lasting) {
            String given = TAKES.matcher(words).find() ? taken(words) : words;
            List<String> parts = Stream.of(AND_IT.split(given, -1))
                    .flatMap(part -> Stream.of(AND_VERB.split(part, -1))).toList();
            List<String> earlier = needs;
            for (String part : parts) {
                String job = IT.matcher(part).find() ? said(part).orElse("") : part;
                if (job.isEmpty()) {
                    open.addAll(JobWords.waits(part));
                    continue;
                }
                int at = given.indexOf(part);
                boolean then = at > 0 && THEN_IT.matcher(given.substring(0, at)).find();
                earlier = then ? List.of(before) : earlier;
                Matcher and = AND_WHEN.matcher(job);
                Matcher it = AND_WHEN_IT.matcher(job);
                if (it.matches() && said(it.group(3)).isPresent()) {
                    job(it.group(1), earlier, line, lasting);
                    job(said(it.group(3)).get(), new ArrayList<>(Clause.before(it.group(2))), line, lasting);
                } else if (and.matches() && MODAL.begins(Words.key(and.group(3)))) {
                    job(and.group(1), earlier, line, lasting);
                    job(Doing.of(and.group(3), english).map(Doing::words).orElse(and.group(3)),
                            new ArrayList<>(Clause.before(and.group(2))), line, lasting);
                } else {
                    job(job, earlier, line, lasting);
                }
            }
        }

        private String taken(String words) {
            return AND.matcher(words).results().map(and -> words.substring(and.end()))
                    .filter(rest -> Doing.of(rest, english).isPresent()).findFirst().orElse(words);
        }

        private void job(String words, List<String> needs, int line, boolean lasting) {
            JobWords job = JobWords.of(words, findings.roster);
            List<String> own = new ArrayList<>(needs);
            own.addAll(job.needs());
            List<String> meant = own.stream().flatMap(need -> meant(need).stream()).filter(need -> !need.isBlank())
                    .distinct().toList();
            if (Words.count(job.title()) > 1) {
                add(job.title(), meant, line, "list", lasting);
                findings.tasks.getLast().draft().deadline = job.deadline();
            }
        }

        /** "That list" and "both" are what was told right before. */
        private List<String> meant(String need) {
            String key = Words.key(need);
            if (Lexicon.WORDS.words("BOTH").contains(key)) {
                return titles.subList(Math.max(0, titles.size() - 2), titles.size());
            }
            String first = key.split(" ", 2)[0];
            boolean refers = Lexicon.WORDS.words("REFERS").contains(first)
                    && titles.stream()
                            .noneMatch(title -> TitleWords.shared(TitleWords.of(title), TitleWords.of(need)) > 0);
            return List.of(refers ? before : need);
        }

        private void add(String words, List<String> needs, int line, String shape, boolean implied) {
            var draft = new TaskDraft("", words, last);
            before = words;
            titles.add(words);
            draft.place = new Place(document.file(), line);
            draft.kind = TaskSpec.Kind.TASK;
            draft.outputs.addAll(StatedOutput.of(words).paths());
            if (all) {
                Paths.in(words).stream().filter(path -> !draft.outputs.contains(path)).forEach(draft.inputs::add);
            }
            open = new ArrayList<>(needs);
            Optional.ofNullable(waiting.remove(last)).ifPresent(open::addAll);
            needsOf.put(draft, open);
            findings.tasks.add(new FoundTask(draft, open, shape, implied, Optional.empty()));
        }
    }
}
