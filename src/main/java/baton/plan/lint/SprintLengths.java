package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Sprints of different lengths: "Week 1-2" here and "Week 5" there. */
final class SprintLengths implements LintRule {
    private static final Pattern WEEKS = Pattern.compile("(?i)weeks?\\s+(\\d{1,3})(?:\\s*[-–]\\s*(\\d{1,3}))?");

    @Override
    public void check(Plan plan, Report report) {
        Map<Integer, Place> lengths = new LinkedHashMap<>();
        Map<Integer, String> words = new LinkedHashMap<>();
        for (TaskSpec task : plan.tasks()) {
            Matcher weeks = WEEKS.matcher(task.sprint());
            boolean sprint = task.kind() == TaskSpec.Kind.TEMPLATE && weeks.matches();
            if (sprint) {
                int first = Integer.parseInt(weeks.group(1));
                int last = weeks.group(2) == null ? first : Integer.parseInt(weeks.group(2));
                lengths.putIfAbsent(last - first + 1, task.place());
                words.putIfAbsent(last - first + 1, task.sprint());
            }
        }
        if (lengths.size() > 1) {
            var said = words.entrySet().stream().map(entry -> entry.getKey() + " (\"" + entry.getValue() + "\" at "
                    + lengths.get(entry.getKey()) + ")").toList();
            report.warning("sprint-lengths", lengths.values().iterator().next(),
                    "sprints last different numbers of weeks: "
                            + String.join(" and ", said) + "; their order counts, not their length",
                    "Make them alike, or say why they differ.");
        }
    }
}
