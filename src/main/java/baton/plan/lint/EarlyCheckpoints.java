package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Checkpoint;
import baton.plan.Phase;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** The first checkpoint of a calendar expects something of an agent whose work lies in a later phase. */
final class EarlyCheckpoints implements LintRule {
    private static final Pattern PHASE = Pattern.compile("(?i)\\D*?(\\d{1,3}).*");
    private static final Pattern FIRST = Pattern
            .compile("(?i).*\\b(week|day|woche|tag|semaine|jour|semana|día|settimana)\\s*1\\b.*");
    private static final Pattern SAYS_PHASE = Pattern.compile("(?i).*\\b(phases?|fase|fases|фаза)\\s*\\d.*");

    @Override
    public void check(Plan plan, Report report) {
        var first = plan.checkpoints().stream().filter(point -> FIRST.matcher(point.name()).matches()).findFirst();
        boolean apart = plan.phases().size() > 1
                && plan.checkpoints().stream().allMatch(point -> point.phase().isEmpty()
                        && !SAYS_PHASE.matcher(point.name()).matches());
        if (first.isEmpty() || !apart) {
            return;
        }
        OptionalInt begin = plan.phases().stream().mapToInt(EarlyCheckpoints::number).filter(number -> number >= 0)
                .min();
        Map<String, Integer> begins = begins(plan);
        for (Checkpoint.Criterion criterion : first.get().criteria()) {
            Integer own = begins.get(criterion.agent());
            if (own != null && begin.isPresent() && own > begin.getAsInt()) {
                report.warning("checkpoint-before-phase", first.get().place(),
                        "\"" + first.get().name() + "\" expects \""
                                + criterion.text() + "\" of " + name(criterion.agent(), plan)
                                + ", whose work begins in phase "
                                + own
                                + "; nothing relates the calendar to the phases, so the tasks are not held back",
                        "Say which phases the checkpoint belongs to.");
                return;
            }
        }
    }

    /** The first phase in which each agent has work, by its number. */
    private static Map<String, Integer> begins(Plan plan) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        plan.phases().forEach(phase -> numbers.putIfAbsent(phase.id(), number(phase)));
        Map<String, Integer> begins = new LinkedHashMap<>();
        for (TaskSpec task : plan.tasks()) {
            Integer number = numbers.get(task.phase());
            if (number != null) {
                begins.merge(task.agent(), number, Math::min);
            }
        }
        return begins;
    }

    private static int number(Phase phase) {
        Matcher matcher = PHASE.matcher(phase.id());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static String name(String agent, Plan plan) {
        return plan.agent(agent).map(AgentSpec::name).orElse(agent);
    }
}
