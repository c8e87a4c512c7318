package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Sentences;
import baton.reading.found.Clause;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.JobWords;
import baton.reading.found.StatedOutput;
import baton.reading.language.Doing;
import baton.reading.language.Lexicon;
import baton.reading.language.Paths;
import baton.reading.language.Phrases;
import baton.reading.language.TitleWords;
import baton.reading.language.Words;

/**
 * The jobs that the words of one sentence give, with what each waits for.
 *
 * <p>
 * "Draws the course, and when the times are there she lets the dots move" are two; what was told last is what "that" and "both"
 * mean.
 */
final class ToldJobs {

    private static final Pattern IT = Pattern
            .compile("(?iu)^(?:[^,:]{2,40}:\\s+)?(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?(?:"
                    + Lexicon.WORDS.pattern("THEN") + ",?\\s+)?" + Lexicon.WORDS.pattern("IT") + "\\s+");
    private static final Pattern AND_IT = Pattern
            .compile("(?iu)\\s*(?:[,;]\\s+(?:i\\.e\\.\\s+)?(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?(?:"
                    + Lexicon.WORDS.pattern("THEN") + ",?\\s+)?|\\s+" + Lexicon.WORDS.pattern("BUT") + "\\s+)(?="
                    + Lexicon.WORDS.pattern("IT") + "\\s)");
    private static final Pattern THEN_IT = Pattern
            .compile("(?iu)[,;]\\s+(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?" + Lexicon.WORDS.pattern("AFTERWARDS")
                    + ",?\\s*$");
    /** "Find out how far it reaches, and write the firmware": a second verb with a thing of its own. */
    private static final Pattern AND_VERB = Pattern.compile("(?iu),\\s+" + Lexicon.WORDS.pattern("BUT")
            + "\\s+(?!" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s)(?=\\p{L}{3,}\\s+(?:"
            + Lexicon.WORDS.pattern("ARTICLE") + "|" + Lexicon.WORDS.pattern("EACH_ONE") + ")\\s)");
    /** "Gets the photos and writes the texts": what is only taken is no job. */
    private static final Pattern TAKES = Pattern
            .compile("(?iu)^" + Lexicon.WORDS.pattern("TAKES") + "\\s");
    private static final Pattern AND = Pattern.compile("(?iu)\\s" + Lexicon.WORDS.pattern("BUT") + "\\s+");
    /** "Draws the course, and when the times are there she lets the dots move". */
    private static final Pattern AND_WHEN_IT = Pattern.compile("(?iu)^(.{6,}?),?\\s+" + Lexicon.WORDS.pattern("BUT")
            + ",?\\s+" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s+([^,]{3,100}?),?\\s+(?="
            + Lexicon.WORDS.pattern("IT")
            + "\\s)(.{6,})$");
    /** "Compare the stones, and, once the lines are there, draw the plan". */
    private static final Pattern AND_WHEN = Pattern.compile("(?iu)^(.{6,}?),?\\s+" + Lexicon.WORDS.pattern("BUT")
            + ",?\\s+" + Lexicon.WORDS.pattern("ONLY_WHEN") + "\\s+([^,]{3,120}),\\s+(.{6,})$");
    /** "Hands over to Mei" is no job of its own. */
    private static final Pattern HANDS_ON = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("HANDS_ON")
                    + "\\s+(?-i:\\p{Lu})[\\p{L}-]*(?:\\s(?-i:\\p{Lu})[\\p{L}-]*)?");
    private static final Pattern SERIES = Pattern
            .compile("(?iu)\\s*,\\s+(?:" + Lexicon.WORDS.pattern("BUT") + "\\s+)?|\\s+(?:and|und|et|y|e|en|и|i)\\s+");
    private static final Set<String> PRONOUNS = Stream.of("IT", "REFERS", "THEM")
            .flatMap(list -> Lexicon.WORDS.words(list).stream()).collect(Collectors.toSet());
    private static final Phrases MODAL = Phrases.of("MODAL");

    private final MarkdownDocument document;
    private final Findings findings;
    private final boolean all;
    private final boolean english;
    private final Map<String, List<String>> waiting = new HashMap<>();
    private final Map<TaskDraft, List<String>> needsOf = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();
    private String before = "";
    /** What the job told last needs; more may be said of it in the next sentence. */
    private List<String> open = new ArrayList<>();

    ToldJobs(MarkdownDocument document, Findings findings, boolean all) {
        this.document = document;
        this.findings = findings;
        this.all = all;
        this.english = Sentences.areEnglish(document);
    }

    boolean isEnglish() {
        return english;
    }

    /** The job told right before; empty where there is none. */
    String before() {
        return before;
    }

    /** A paragraph or an item ends: nothing more is said of its last job. */
    void close() {
        open = new ArrayList<>();
    }

    /** What the job told last needs besides. */
    void alsoNeeds(List<String> needs) {
        open.addAll(needs);
    }

    /** Somebody waits, whatever is given to them next. */
    void waits(String agent, List<String> needs) {
        waiting.computeIfAbsent(agent, _ -> new ArrayList<>()).addAll(needs);
    }

    /** The jobs told so far with what each of them needs, which may still grow. */
    Map<TaskDraft, List<String>> needs() {
        return needsOf;
    }

    /** "It computes the lines" behind a sentence about somebody. */
    Optional<String> said(String sentence) {
        return Doing.of(IT.matcher(sentence).replaceFirst(""), english).filter(doing -> doing.kind() == Doing.Kind.JOB)
                .map(Doing::words);
    }

    void jobs(String agent, String words, List<String> needs, int line, boolean lasting) {
        String given = TAKES.matcher(words).find() ? taken(words) : words;
        List<String> parts = Stream.of(AND_IT.split(given, -1))
                .flatMap(part -> Stream.of(AND_VERB.split(part, -1))).flatMap(part -> series(part).stream()).toList();
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
                job(agent, it.group(1), earlier, line, lasting);
                job(agent, said(it.group(3)).get(), new ArrayList<>(Clause.before(it.group(2))), line, lasting);
            } else if (and.matches() && MODAL.begins(Words.key(and.group(3)))) {
                job(agent, and.group(1), earlier, line, lasting);
                job(agent, Doing.of(and.group(3), english).map(Doing::words).orElse(and.group(3)),
                        new ArrayList<>(Clause.before(and.group(2))), line, lasting);
            } else {
                job(agent, job, earlier, line, lasting);
            }
        }
    }

    /** "Drafts the menu, asks the baker, and orders plates" are three; "drafts the menu, prices it, and …" begin with one. */
    private List<String> series(String words) {
        List<String> split = List.of(SERIES.split(words, -1));
        boolean verbs = split.size() > 2 && split.stream().allMatch(part -> Doing.of(part, english).isPresent())
                && split.subList(0, split.size() - 1).stream().allMatch(ToldJobs::hasThing);
        if (!verbs) {
            return List.of(words);
        }
        List<String> jobs = new ArrayList<>();
        for (String part : split) {
            boolean same = !jobs.isEmpty() && PRONOUNS.contains(second(part));
            if (same) {
                jobs.set(jobs.size() - 1, jobs.getLast() + ", " + part);
            } else {
                jobs.add(part);
            }
        }
        return jobs;
    }

    /** A verb with its thing right behind it, which no noun has. */
    private static boolean hasThing(String part) {
        String word = second(part);
        return PRONOUNS.contains(word) || Lexicon.WORDS.words("ARTICLE").contains(word)
                || Lexicon.WORDS.words("DETERMINER").contains(word) || Lexicon.WORDS.words("POSSESSIVE").contains(word)
                || word.matches("\\d+");
    }

    private static String second(String part) {
        List<String> words = List.of(Words.key(part).split(" ", -1));
        return words.size() > 1 ? words.get(1) : "";
    }

    private String taken(String words) {
        return AND.matcher(words).results().map(and -> words.substring(and.end()))
                .filter(rest -> Doing.of(rest, english).isPresent()).findFirst().orElse(words);
    }

    private void job(String agent, String words, List<String> needs, int line, boolean lasting) {
        JobWords job = JobWords.of(words, findings.roster);
        List<String> own = new ArrayList<>(needs);
        own.addAll(job.needs());
        List<String> meant = own.stream().flatMap(need -> meant(need).stream()).filter(need -> !need.isBlank())
                .distinct().toList();
        if (Words.areSeveral(job.title()) && !HANDS_ON.matcher(job.title()).matches()) {
            add(agent, job.title(), meant, line, "list", lasting);
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
        boolean refers = (Lexicon.WORDS.words("REFERS").contains(first)
                || Lexicon.WORDS.words("POSSESSIVE").contains(first))
                && titles.stream().noneMatch(title -> TitleWords.shared(TitleWords.of(title), TitleWords.of(need)) > 0);
        return List.of(refers ? before : need);
    }

    void add(String agent, String words, List<String> needs, int line, String shape, boolean implied) {
        var draft = new TaskDraft("", words, agent);
        before = words;
        titles.add(words);
        draft.place = new Place(document.file(), line);
        draft.kind = TaskSpec.Kind.TASK;
        draft.outputs.addAll(StatedOutput.of(words).paths());
        if (all) {
            Paths.in(words).stream().filter(path -> !draft.outputs.contains(path)).forEach(draft.inputs::add);
        }
        open = new ArrayList<>(needs);
        Optional.ofNullable(waiting.remove(agent)).ifPresent(open::addAll);
        needsOf.put(draft, open);
        findings.tasks.add(new FoundTask(draft, open, shape, implied, Optional.empty()));
    }
}
