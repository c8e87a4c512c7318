package baton.plan.lint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import baton.plan.Plan;
import baton.plan.PlannedDecision;

/** Decisions that hold up nothing, offer no choice, or whose recommendation takes several of the options. */
final class LooseDecisions implements LintRule {
    private static final Pattern EVERYWHERE = Pattern
            .compile("(?i)\\b(everywhere|throughout|überall|partout|dappertutto|en todas partes)\\b");
    private static final Pattern PART = Pattern.compile("(?i)\\b(for|für|pour|para|per)\\s+\\p{L}");

    @Override
    public void check(Plan plan, Report report) {
        for (PlannedDecision decision : plan.decisions()) {
            if (decision.gates().isEmpty()) {
                report.note("decision-gates-nothing", decision.place(), decision.id() + " \"" + decision.title()
                        + "\" is linked to no task; nothing waits for it",
                        "Name the tasks or agents that need the answer.");
            }
            var named = decision.options().stream().filter(option -> isIn(option, decision.recommendation())).toList();
            int taken = named.size();
            boolean one = isException(named) || named.stream()
                    .anyMatch(option -> named.stream().allMatch(other -> isIn(other, option.text())));
            if (decision.options().size() > 1 && taken > 1 && !one) {
                report.warning("recommendation-combines", decision.place(),
                        "the recommendation of " + decision.id() + " \""
                                + decision.title() + "\" takes " + taken
                                + " of its options; choosing one of them is not what is recommended",
                        "Write the combination as an option of its own.");
            }
        }
    }

    /** "A everywhere" beside "B for the fast paths": whoever takes the second keeps the first for the rest. */
    private static boolean isException(List<PlannedDecision.Option> named) {
        return named.size() == 2
                && named.stream().filter(option -> EVERYWHERE.matcher(option.text()).find()).count() == 1
                && named.stream().filter(option -> PART.matcher(option.text()).find()).count() == 1;
    }

    /** The option's key or its leading name stands in the recommendation. */
    private static boolean isIn(PlannedDecision.Option option, String recommendation) {
        String said = " " + String.join(" ", Called.words(recommendation)) + " ";
        var words = Called.words(option.text());
        boolean key = option.key().matches("\\p{L}|\\d")
                && said.contains(" option " + option.key().toLowerCase(Locale.ROOT) + " ");
        return key
                || (!words.isEmpty() && words.getFirst().length() > 2 && said.contains(" " + words.getFirst() + " "));
    }
}
