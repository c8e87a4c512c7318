package baton.reading.linking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.found.Findings.FoundTask;

/**
 * The tasks that stand above a line of a document, for "both" and "everything above".
 *
 * <p>
 * Where everything is more than anybody lists, it is those for which nothing else above waits: whoever waits for them waits for
 * all, and a long list in which each entry waits for everything keeps as many arrows as it has entries.
 */
final class TasksAbove {

    private static final int ALL_MAX = 400;

    private final Map<String, OfFile> files = new HashMap<>();

    TasksAbove(List<FoundTask> tasks) {
        tasks.stream().map(FoundTask::draft).filter(task -> task.runs && !task.agent.equals(PlanLint.ORCHESTRATOR))
                .forEach(task -> files.computeIfAbsent(task.place.file(), _ -> new OfFile()).add(task));
    }

    /** The last so many that stand above the task, in the order of the document. */
    List<TaskDraft> nearest(TaskDraft task, int count) {
        OfFile file = files.get(task.place.file());
        return file == null ? List.of() : file.nearest(task.place.line(), count);
    }

    private static final class OfFile {

        private final List<TaskDraft> tasks = new ArrayList<>();
        private boolean sorted = true;
        private final Map<String, TaskDraft> seen = new LinkedHashMap<>();
        private final SequencedSet<TaskDraft> ends = new LinkedHashSet<>();

        void add(TaskDraft task) {
            sorted &= tasks.isEmpty() || tasks.getLast().place.line() <= task.place.line();
            tasks.add(task);
        }

        List<TaskDraft> nearest(int line, int count) {
            List<TaskDraft> above = sorted
                    ? tasks.subList(0, firstFrom(line))
                    : tasks.stream().filter(task -> task.place.line() < line).toList();
            boolean all = sorted && count >= above.size() && above.size() > ALL_MAX;
            return all
                    ? ends(above)
                    : above.subList(Math.max(0, above.size() - Math.min(count, above.size())),
                            above.size());
        }

        /** How many of the tasks stand above the line. */
        private int firstFrom(int line) {
            int from = 0;
            int to = tasks.size();
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (tasks.get(middle).place.line() < line) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }

        /** Those for which none of the others waits; asked from the top of the document to its end, so each is looked at once. */
        private List<TaskDraft> ends(List<TaskDraft> above) {
            if (above.size() < seen.size()) {
                seen.clear();
                ends.clear();
            }
            for (TaskDraft task : above.subList(seen.size(), above.size())) {
                seen.put(task.id, task);
                ends.add(task);
                task.dependsOn.forEach(id -> ends.remove(seen.get(id)));
            }
            return List.copyOf(ends);
        }
    }
}
