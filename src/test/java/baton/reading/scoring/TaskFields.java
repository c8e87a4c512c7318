package baton.reading.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import baton.plan.PlanLimits;
import baton.plan.TaskSpec;

/** The smaller things a document says of a task. */
final class TaskFields {
    private final Truth.Job job;
    private final TaskSpec task;
    private final PlanLimits limits;
    private final Scorecard card;

    TaskFields(Truth.Job job, TaskSpec task, PlanLimits limits, Scorecard card) {
        this.limits = limits;
        this.job = job;
        this.task = task;
        this.card = card;
    }

    void count() {
        text("id", task.id());
        text("priority", task.priority());
        text("deadline", task.deadline());
        text("estimate", task.estimate());
        text("box", box());
        number("criteria", task.acceptance());
        number("deliverables", task.deliverables());
        paths("writes", task.outputs());
        paths("reads", task.inputs());
    }

    /** A task without a box of its own has that of all tasks. */
    private String box() {
        String ofAll = limits.timeBoxMinutes().isPresent()
                ? Integer.toString(limits.timeBoxMinutes().getAsInt())
                : "";
        return task.timeBox().map(box -> Integer.toString(box.minutes())).orElse(ofAll);
    }

    private void text(String key, String found) {
        String wanted = job.text(key);
        if (!wanted.isEmpty()) {
            check(key, wanted, found, Words.key(found).contains(Words.key(wanted)));
        }
    }

    private void number(String key, List<String> found) {
        String wanted = job.text(key);
        if (!wanted.isEmpty()) {
            check(key, wanted, Integer.toString(found.size()), wanted.equals(Integer.toString(found.size())));
        }
    }

    private void paths(String key, List<String> found) {
        if (job.fields().containsKey(key) && Truth.list(job.fields().get(key)).isEmpty()) {
            check(key, "nothing", found.toString(), found.isEmpty());
        }
        for (Object wanted : Truth.list(job.fields().get(key))) {
            String path = Objects.toString(wanted).toLowerCase(Locale.ROOT);
            check(key, path, found.toString(),
                    found.stream().anyMatch(candidate -> candidate.toLowerCase(Locale.ROOT).contains(path)));
        }
    }

    private void check(String key, String wanted, String found, boolean right) {
        card.wanted(Kind.FIELDS, right, job.item().name() + ": " + key + " " + wanted + " (is " + found + ")");
    }
}
