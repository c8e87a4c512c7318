package baton.plan.lint;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Checkpoint;
import baton.plan.Phase;
import baton.plan.Plan;

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
        for (Checkpoint.Criterion criterion : first.get().criteria()) {
            OptionalInt own = plan.tasks().stream().filter(task -> task.agent().equals(criterion.agent()))
                    .flatMap(task -> plan.phases().stream().filter(phase -> phase.id().equals(task.phase())))
                    .mapToInt(EarlyCheckpoints::number).min();
            if (own.isPresent() && begin.isPresent() && own.getAsInt() > begin.getAsInt()) {
                report.warning("checkpoint-before-phase", first.get().place(),
                        "\"" + first.get().name() + "\" expects \""
                                + criterion.text() + "\" of " + name(criterion.agent(), plan)
                                + ", whose work begins in phase "
                                + own.getAsInt()
                                + "; nothing relates the calendar to the phases, so the tasks are not held back",
                        "Say which phases the checkpoint belongs to.");
                return;
            }
        }
    }

    private static int number(Phase phase) {
        Matcher matcher = PHASE.matcher(phase.id());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static String name(String agent, Plan plan) {
        return plan.agent(agent).map(AgentSpec::name).orElse(agent);
    }
}
