package baton.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings of one sort that many tasks share, said once with all their lines instead of once a task. */
final class Gathered {
    private static final int TOLD_ONE_BY_ONE_MAX = 4;
    private static final int NAMED_MAX = 12;
    /** What is said instead, by the code of the findings. */
    private static final Map<String, String> TOGETHER = together();

    private Gathered() {}

    private static Map<String, String> together() {
        var together = new LinkedHashMap<String, String>();
        together.put("task-open-ended", "tasks name neither an output nor criteria");
        together.put("task-without-output", "tasks name no output");
        together.put("task-without-criteria", "tasks name no criteria");
        together.put("task-without-owner", "tasks belong to none of the agents; the orchestrator does them");
        together.put("task-without-agent", "tasks have no agent");
        together.put("decision-gates-nothing", "decisions are linked to no task; nothing waits for them");
        return together;
    }

    static List<Problem> of(List<Problem> problems) {
        Map<String, List<Problem>> byCode = new LinkedHashMap<>();
        problems.forEach(problem -> byCode.computeIfAbsent(problem.code(), _ -> new ArrayList<>()).add(problem));
        Set<String> told = new LinkedHashSet<>();
        List<Problem> gathered = new ArrayList<>();
        for (Problem problem : problems) {
            List<Problem> alike = byCode.getOrDefault(problem.code(), List.of());
            String words = TOGETHER.get(problem.code());
            if (words == null || alike.size() <= TOLD_ONE_BY_ONE_MAX) {
                gathered.add(problem);
            } else if (told.add(problem.code())) {
                gathered.add(new Problem(problem.severity(), problem.code(),
                        alike.size() + " " + words + " (" + lines(alike) + ")", problem.place(), problem.hint()));
            }
        }
        return gathered;
    }

    private static String lines(List<Problem> alike) {
        List<String> lines = alike.stream().map(problem -> String.valueOf(problem.place().line())).distinct().toList();
        String named = String.join(", ", lines.subList(0, Math.min(NAMED_MAX, lines.size())));
        return "lines " + named + (lines.size() > NAMED_MAX ? " and " + (lines.size() - NAMED_MAX) + " more" : "");
    }
}
