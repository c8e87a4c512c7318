package baton.plan.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import baton.plan.Plan;
import baton.plan.PlannedTemplate;

/** A field that every delegation must carry and that templates do not have. */
final class TemplateFields implements LintRule {
    private static final List<Set<String>> SYNONYMS = List.of(
            new TreeSet<>(List.of("deliverables", "outputs", "output", "expected")),
            new TreeSet<>(List.of("acceptance", "success", "criteria")),
            new TreeSet<>(List.of("dependencies", "depends", "dependency")),
            new TreeSet<>(List.of("deadline", "due")), new TreeSet<>(List.of("agent", "assignee", "owner")));

    @Override
    public void check(Plan plan, Report report) {
        if (plan.templates().isEmpty()) {
            return;
        }
        for (String field : plan.delegationSchema().fields()) {
            var lacking = plan.templates().stream().filter(template -> !has(template, field)).toList();
            if (!lacking.isEmpty()) {
                report.warning("template-field-missing", lacking.getFirst().place(),
                        lacking.size() + " of " + plan.templates().size() + " templates have no \"" + field
                                + "\", which every delegation must carry (" + plan.delegationSchema().place()
                                + "); it is asked for when one is used",
                        "Add the field to " + String.join(", ",
                                lacking.stream().map(template -> "\"" + template.name() + "\"").toList()) + ".");
            }
        }
    }

    private static boolean has(PlannedTemplate template, String field) {
        var wanted = Called.words(field);
        boolean agent = field.toLowerCase(Locale.ROOT).matches(".*(agent|assignee).*") && !template.agent().isEmpty();
        return agent || wanted.isEmpty() || template.slots().stream().map(slot -> Called.words(slot.name()))
                .anyMatch(words -> words.containsAll(wanted) || mean(words, wanted));
    }

    private static boolean mean(List<String> words, List<String> wanted) {
        return SYNONYMS.stream().anyMatch(set -> wanted.stream().anyMatch(set::contains)
                && words.stream().anyMatch(set::contains));
    }
}
