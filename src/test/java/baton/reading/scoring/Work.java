package baton.reading.scoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Which job of the truth each task of the plan is, with who does it, when, and what else the document says of it. */
final class Work {
    private final List<Truth.Job> jobs;
    private final Plan plan;
    private final Team team;
    private final Scorecard card;
    private final Map<Integer, TaskSpec> taskByJob = new TreeMap<>();
    private final Map<String, Integer> jobById = new TreeMap<>();

    Work(Truth truth, Plan plan, Team team, Scorecard card) {
        this.jobs = truth.jobs();
        this.plan = plan;
        this.team = team;
        this.card = card;
        List<TaskSpec> running = plan.tasks().stream().filter(Work::counts).toList();
        Pairing.of(jobs, running, this::likeness).forEach((job, task) -> taskByJob.put(job, running.get(task)));
        taskByJob.forEach((job, task) -> jobById.put(task.id(), job));
        plan.tasks().forEach(task -> task.sameAs().forEach(mention -> {
            Integer job = jobById.get(task.id());
            if (job != null) {
                jobById.putIfAbsent(mention, job);
            }
        }));
        countTasks(running);
        for (int i = 0; i < jobs.size(); i++) {
            if (!jobs.get(i).item().maybe()) {
                countJob(jobs.get(i), Optional.ofNullable(taskByJob.get(i)));
            }
        }
    }

    private static boolean counts(TaskSpec task) {
        return switch (task.kind()) {
            case HUMAN -> true;
            case TEMPLATE, NEXT_STEP -> task.runs();
            case TASK, ASSIGNMENT, OPENING, FOLLOW_UP -> task.runs();
        };
    }

    private double likeness(Truth.Job job, TaskSpec task) {
        boolean sameId = !job.text("id").isEmpty() && Words.key(job.text("id")).equals(Words.key(task.id()));
        double words = Words.likeness(job.item().names(), task.title());
        if (words == 0 && !sameId) {
            return 0;
        }
        boolean sameAgent = !job.text("by").isEmpty() && team.same(job.text("by"), task.agent());
        return words + (sameId ? 0.5 : 0) + (sameAgent ? 0.3 : 0)
                + (job.isKind("human") == (task.kind() == TaskSpec.Kind.HUMAN) ? 0.1 : 0);
    }

    private void countTasks(List<TaskSpec> running) {
        for (int i = 0; i < jobs.size(); i++) {
            Truth.Job job = jobs.get(i);
            if (!job.item().maybe()) {
                boolean hit = Optional.ofNullable(taskByJob.get(i))
                        .filter(task -> job.isKind("human") == (task.kind() == TaskSpec.Kind.HUMAN)).isPresent();
                card.wanted(Kind.TASKS, hit, job.item().name());
            }
        }
        for (TaskSpec task : running) {
            Integer job = jobById.get(task.id());
            boolean opening = job == null && jobs.stream().anyMatch(
                    candidate -> candidate.isKind("opening")
                            && Words.likeness(candidate.item().names(), task.title()) > 0);
            if (!opening && (job == null || !jobs.get(job).item().maybe())) {
                card.found(Kind.TASKS, job != null, task.id() + " " + task.agent() + ": " + task.title(), task.place());
            }
        }
    }

    private void countJob(Truth.Job job, Optional<TaskSpec> task) {
        String what = job.item().name();
        String by = job.text("by");
        if (!by.isEmpty()) {
            boolean right = task.isPresent() && team.same(by, task.get().agent());
            card.wanted(Kind.ASSIGNMENT, right,
                    what + " by " + by + task.map(found -> " (is " + found.agent() + ")").orElse(" (no such task)"));
            task.filter(found -> !found.agent().isEmpty()).ifPresent(found -> card.found(Kind.ASSIGNMENT, right,
                    found.title() + " by " + found.agent(), found.place()));
        }
        task.ifPresent(found -> {
            countPhase(job, found);
            countMentions(job, found);
            new TaskFields(job, found, plan.limits(), card).count();
        });
    }

    private void countPhase(Truth.Job job, TaskSpec task) {
        String in = job.text("in");
        if (!in.isEmpty()) {
            String phase = plan.phases().stream().filter(candidate -> candidate.id().equals(task.phase()))
                    .map(candidate -> candidate.name() + " " + candidate.id()).findFirst().orElse(task.phase());
            card.wanted(Kind.PLACING, Words.likeness(in, phase) > 0 || Words.within(in, phase),
                    job.item().name() + " in " + in + " (is " + phase + ")");
        }
    }

    private void countMentions(Truth.Job job, TaskSpec task) {
        int wanted = job.fields().containsKey("mentions")
                ? Integer.parseInt(job.text("mentions"))
                : job.item().names().size();
        boolean merges = job.fields().containsKey("mentions") || job.fields().containsKey("also");
        int found = 1 + task.sameAs().size();
        if (merges) {
            card.wanted(Kind.MERGES, found == wanted,
                    job.item().name() + " has " + wanted + " mentions (is " + found + ")");
        }
        if (found > 1 && !job.text("merge").equals("maybe")) {
            card.found(Kind.MERGES, merges, "mentions of " + task.title() + ": " + task.sameAs(), task.place());
        }
    }

    /** The job that a task id of the plan means, mentions included. */
    Optional<Integer> jobOf(String taskId) {
        return Optional.ofNullable(jobById.get(taskId));
    }

    /** The job that a name or id of the truth means. */
    Optional<Integer> job(String name) {
        String key = Words.key(name);
        for (int i = 0; i < jobs.size(); i++) {
            Truth.Job job = jobs.get(i);
            if (Words.key(job.text("id")).equals(key)
                    || job.item().names().stream().anyMatch(title -> Words.key(title).equals(key))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether a task of the plan, run or not, is called like a job. */
    boolean isCalled(int job, TaskSpec task) {
        return Words.likeness(jobs.get(job).item().names(), task.title()) > 0;
    }

    Truth.Job jobAt(int index) {
        return jobs.get(index);
    }

    /** Whether a task of the plan is the only one of its agent, so that an arrow to the agent means the task. */
    boolean isSoleTask(String taskId) {
        return plan.task(taskId).map(task -> plan.tasks().stream()
                .filter(other -> counts(other) && other.agent().equals(task.agent())).count() == 1).orElse(false);
    }
}
