package baton.plan.lint;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.PlannedTemplate;

/** A template for one week that depends on an agent whose work begins in a later one. */
final class TemplateBeforeNeed implements LintRule {
    private static final Pattern WEEKS = Pattern
            .compile("(?i)\\b(?:weeks?|wochen?|semaines?|semanas?|settiman[ae]|w)\\s*(\\d{1,3})");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,60})\\)");

    @Override
    public void check(Plan plan, Report report) {
        var called = new Called(plan);
        for (PlannedTemplate template : plan.templates()) {
            OptionalInt week = template.slots().stream()
                    .filter(slot -> Called.key(slot.name()).matches("sprint|week|when"))
                    .flatMap(slot -> slot.values().stream()).map(TemplateBeforeNeed::week)
                    .filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt).findFirst();
            if (week.isPresent()) {
                template.slots().stream().filter(slot -> Called.key(slot.name()).startsWith("depend"))
                        .flatMap(slot -> slot.values().stream()).forEach(need -> {
                            Matcher brackets = BRACKETS.matcher(need);
                            if (brackets.find()) {
                                called.find(brackets.group(1).split(",", 2)[0])
                                        .ifPresent(agent -> late(template, week.getAsInt(), need, agent, plan, report));
                            }
                        });
            }
        }
    }

    /** Only an agent without any earlier work makes the need impossible. */
    private static void late(PlannedTemplate template, int week, String need, AgentSpec agent, Plan plan,
            Report report) {
        OptionalInt begins = plan.tasks().stream().filter(task -> task.agent().equals(agent.id()) && task.runs())
                .flatMap(task -> plan.phases().stream().filter(phase -> phase.id().equals(task.phase())))
                .map(phase -> week(phase.name())).filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt).min();
        if (begins.isPresent() && begins.getAsInt() > week) {
            report.warning("work-before-need", template.place(), "\"" + template.name() + "\" is for week " + week
                    + " and depends on \"" + need + "\", whose agent begins in week " + begins.getAsInt(),
                    "Move the template to a later week, or take the dependency away.");
        }
    }

    private static OptionalInt week(String written) {
        Matcher weeks = WEEKS.matcher(written);
        return weeks.find() ? OptionalInt.of(Integer.parseInt(weeks.group(1))) : OptionalInt.empty();
    }
}
