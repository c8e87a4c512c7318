package baton.plan.lint;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Plan;
import baton.plan.PlannedTemplate;

/** Dependencies of templates that are phrases: nothing can wait for them. */
final class LooseTemplateNeeds implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        var called = new Called(plan);
        List<String> phrases = new ArrayList<>();
        List<PlannedTemplate> holders = new ArrayList<>();
        for (PlannedTemplate template : plan.templates()) {
            template.slots().stream().filter(slot -> Called.key(slot.name()).startsWith("depend"))
                    .flatMap(slot -> slot.values().stream())
                    .filter(value -> !value.isBlank() && !value.matches("(?i)none\\b.*|-"))
                    .filter(value -> plan.task(name(value)).isEmpty() && called.find(name(value)).isEmpty())
                    .forEach(value -> {
                        phrases.add("\"" + value + "\"");
                        holders.add(template);
                    });
        }
        if (!phrases.isEmpty()) {
            report.warning("template-needs-phrase", holders.getFirst().place(),
                    "templates depend on phrases, not on ids: "
                            + String.join(", ", phrases) + "; nothing can wait for them",
                    "Name the task or agent that delivers each.");
        }
    }

    /** The name alone, without what is told of it in brackets. */
    private static String name(String value) {
        String bare = value.strip().replaceFirst("\\s*[(\\[].*$", "");
        return bare.isEmpty() ? value.strip() : bare;
    }
}
