package baton.reading.linking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.plan.TaskDraft;

/**
 * Who waits for whom, directly or through others, while arrows are still being added.
 *
 * <p>
 * It is asked for nearly every arrow, so it searches from both ends at once and stops where either has nothing more: in a long
 * chain that grows at its end, one of the two is the end.
 */
final class Waits {

    private final Map<String, TaskDraft> byId;
    private final IdentityHashMap<TaskDraft, List<String>> ids = new IdentityHashMap<>();
    private final Map<String, List<TaskDraft>> waiting = new HashMap<>();
    private final IdentityHashMap<TaskDraft, Integer> known = new IdentityHashMap<>();
    private final Deque<TaskDraft> asked = new ArrayDeque<>();

    /** @param byId the tasks by every id that means them */
    Waits(Map<String, TaskDraft> byId) {
        this.byId = byId;
        byId.forEach((id, task) -> ids.computeIfAbsent(task, _ -> new ArrayList<>()).add(id));
        ids.keySet().forEach(this::look);
    }

    /** Takes in what a task waits for since it was last looked at. */
    void look(TaskDraft task) {
        if (ids.containsKey(task)) {
            int from = known.getOrDefault(task, 0);
            task.dependsOn.subList(from, task.dependsOn.size())
                    .forEach(id -> waiting.computeIfAbsent(id, _ -> new ArrayList<>()).add(task));
            known.put(task, task.dependsOn.size());
        }
    }

    /** True where {@code to} waits for {@code from}; whoever is asked about may be given an arrow before the next question. */
    boolean reaches(TaskDraft from, TaskDraft to) {
        while (!asked.isEmpty()) {
            look(asked.remove());
        }
        asked.add(from);
        asked.add(to);
        if (from.id.equals(to.id)) {
            return true;
        }
        var back = new Search(to.id);
        var forth = new Search(from.id);
        while (!back.open.isEmpty() && !forth.open.isEmpty()) {
            if (back.work <= forth.work) {
                TaskDraft task = byId.get(back.open.remove());
                if (task != null && back.all(task.dependsOn, from.id)) {
                    return true;
                }
            } else {
                for (TaskDraft task : waiting.getOrDefault(forth.open.remove(), List.of())) {
                    if (forth.all(ids.getOrDefault(task, List.of()), to.id)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What was found from one end. */
    private static final class Search {
        private final Set<String> seen = new HashSet<>();
        private final Deque<String> open = new ArrayDeque<>();
        private int work;

        Search(String first) {
            seen.add(first);
            open.add(first);
        }

        /** Goes on to these; true where the one that is sought is among them. */
        boolean all(List<String> next, String sought) {
            for (String id : next) {
                work++;
                if (id.equals(sought)) {
                    return true;
                }
                if (seen.add(id)) {
                    open.add(id);
                }
            }
            work++;
            return false;
        }
    }
}
