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
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.found.SpokenJobs;
import baton.reading.language.NeedClause;

/**
 * What the words of a job say that it waits for, where they mean another job: "Check the figures (needs the export)".
 *
 * <p>
 * Words that mean no job of the plan stay where they are and make nobody wait.
 */
public final class NeedClauseRecogniser implements Recogniser {

    private static final Pattern NUMBERED = Pattern
            .compile("^\\s*[>|]?\\s*(?:[-*+]\\s+)?(?:\\[[ xX]\\]\\s*)?[*_]{0,2}(\\d{1,3})\\s*[.):|]");
    private static final int CLAUSES_MAX = 3;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Set<Place> given = new HashSet<>();
        findings.tasks.stream().filter(task -> !task.implied()).forEach(task -> given.add(task.draft().place));
        List<TaskDraft> jobs = findings.tasks.stream()
                .filter(task -> !task.implied() || !given.contains(task.draft().place))
                .map(FoundTask::draft).filter(job -> job.runs).toList();
        if (jobs.size() < 2) {
            return;
        }
        var spoken = new SpokenJobs(jobs, findings.roster);
        var numbers = new LineNumbers(document, jobs);
        findings.tasks.replaceAll(task -> task.draft().place.file().equals(document.file())
                ? read(task, spoken, numbers)
                : task);
    }

    private static FoundTask read(FoundTask task, SpokenJobs spoken, SpokenJobs.Numbers numbers) {
        TaskDraft job = task.draft();
        List<String> needs = new ArrayList<>(task.needs());
        for (int i = 0; i < CLAUSES_MAX; i++) {
            Optional<NeedClause> clause = NeedClause.of(job.title);
            List<TaskDraft> meant = clause.map(one -> spoken.of(one, job, numbers)).orElse(List.of());
            if (meant.isEmpty()) {
                break;
            }
            job.title = clause.get().apart() ? clause.get().head() : job.title;
            meant.stream().map(other -> other.id.isEmpty() ? other.title : other.id).filter(need -> !needs.contains(need))
                    .forEach(needs::add);
            if (!clause.get().apart()) {
                break;
            }
        }
        return needs.size() == task.needs().size()
                ? task
                : new FoundTask(job, needs, task.shape(), task.implied(), task.days());
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
            return Optional.ofNullable(byNumber.getOrDefault(number, new TreeMap<>()).lowerEntry(job.place.line()))
                    .map(Map.Entry::getValue);
        }
    }
}
