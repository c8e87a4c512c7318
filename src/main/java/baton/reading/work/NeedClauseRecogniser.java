package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.SpokenJobs;
import baton.reading.language.NeedClause;
import baton.reading.language.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a job say that it waits for, where they mean another job: "Check the figures (needs the export)".
 *
 * <p>
 * Words that mean no job of the plan stay where they are and make nobody wait.
 */
public final class NeedClauseRecogniser implements Recogniser {

    private static final Pattern NUMBERED = Pattern
            .compile("^\\s*[>|]?\\s*(?:#{1,6}\\s+)?(?:[-*+]\\s+)?(?:\\[[ xX]\\]\\s*)?[*_]{0,2}(\\d{1,3})\\s*[.):|]");
    private static final int CLAUSES_MAX = 3;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Set<Place> given = new HashSet<>();
        findings.tasks.stream().filter(task -> !task.implied()).forEach(task -> given.add(task.draft().place));
        List<FoundTask> jobs = SpokenJobs.among(findings);
        if (jobs.size() < 2) {
            return;
        }
        var spoken = new SpokenJobs(jobs, findings.roster);
        var numbers = new LineNumbers(document, jobs.stream().map(FoundTask::draft).toList());
        var below = new HashMap<Integer, Block.Item>();
        document.sections().flatMap(Section::items).forEach(item -> below.put(item.line(), item));
        findings.tasks.replaceAll(task -> task.draft().place.file().equals(document.file())
                ? read(task, below(below.get(task.draft().place.line()), given, document), spoken, numbers)
                : task);
    }

    /** The lines below an item that give nobody else a job. */
    private static List<String> below(Block.@Nullable Item item, Set<Place> given, MarkdownDocument document) {
        return item == null
                ? List.of()
                : item.subItems().stream().filter(inner -> !given.contains(new Place(document.file(), inner.line())))
                        .map(inner -> Words.plain(inner.raw())).toList();
    }

    private static FoundTask read(FoundTask task, List<String> below, SpokenJobs spoken, SpokenJobs.Numbers numbers) {
        TaskDraft job = task.draft();
        List<String> needs = new ArrayList<>(task.needs());
        needs.replaceAll(need -> spoken.numbered(need, job, numbers).map(NeedClauseRecogniser::name).orElse(need));
        for (int i = 0; i < CLAUSES_MAX; i++) {
            Optional<NeedClause> clause = NeedClause.of(job.title);
            List<TaskDraft> meant = clause.map(one -> spoken.of(one, job, numbers)).orElse(List.of());
            if (meant.isEmpty()) {
                break;
            }
            job.title = clause.get().apart() ? clause.get().head() : job.title;
            meant.stream().map(NeedClauseRecogniser::name).filter(need -> !needs.contains(need)).forEach(needs::add);
            if (!clause.get().apart()) {
                break;
            }
        }
        for (String line : below) {
            NeedClause.of(job.title + " — " + line).filter(clause -> clause.head().equals(job.title)).stream()
                    .flatMap(clause -> spoken.of(clause, job, numbers).stream()).map(NeedClauseRecogniser::name)
                    .filter(need -> !needs.contains(need)).forEach(needs::add);
        }
        return needs.equals(task.needs())
                ? task
                : new FoundTask(job, needs, task.shape(), task.implied(), task.days());
    }

    private static String name(TaskDraft job) {
        return job.id.isEmpty() ? job.title : job.id;
    }

    /** The numbers that stand in front of jobs in the file. */
    private static final class LineNumbers implements SpokenJobs.Numbers {

        private final Map<Integer, NavigableMap<Integer, TaskDraft>> byNumber = new HashMap<>();

        LineNumbers(MarkdownDocument document, List<TaskDraft> jobs) {
            for (TaskDraft job : jobs) {
                boolean here = job.place.file().equals(document.file()) && job.place.line() > 0
                        && job.place.line() <= document.lines().size();
                Matcher number = NUMBERED.matcher(here ? document.lines().get(job.place.line() - 1) : "");
                if (number.find()) {
                    byNumber.computeIfAbsent(Integer.valueOf(number.group(1)), _ -> new TreeMap<>())
                            .putIfAbsent(job.place.line(), job);
                }
            }
        }

        @Override
        public Optional<TaskDraft> above(TaskDraft job, int number) {
            NavigableMap<Integer, TaskDraft> some = byNumber.getOrDefault(number, new TreeMap<>());
            return Optional.ofNullable(some.lowerEntry(job.place.line()))
                    .or(() -> Optional.ofNullable(some.size() == 1 ? some.firstEntry() : null))
                    .map(Map.Entry::getValue);
        }
    }
}
