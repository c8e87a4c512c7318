package baton.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/**
 * Systems that one document gives work on and that no agent's description in another document speaks of.
 *
 * <p>Only plans of several documents are looked at: within one document the work itself says who has it.
 */
final class UnownedSystems implements LintRule {
    private static final Pattern SETS_UP = Pattern.compile(
            "(?i).*\\b(deploy|set ?up|configure|integrate|implement|connect|install|provision|build|integration|sync)\\b.*");
    private static final Pattern SYSTEM = Pattern
            .compile("(?<=\\s)(\\p{Lu}\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*|\\p{Lu}\\p{Ll}{4,}|\\p{Lu}{2,}\\p{Ll}+\\p{L}*)\\b");

    @Override
    public void check(Plan plan, Report report) {
        if (plan.agents().isEmpty()) {
            return;
        }
        var described = new StringBuilder();
        plan.agents().forEach(agent -> described.append(text(agent)));
        List<String> homes = plan.agents().stream().map(agent -> agent.place().file()).distinct().toList();
        plan.tasks().stream().filter(task -> homes.contains(task.place().file()))
                .forEach(task -> described.append(' ').append(task.title()));
        String known = described.toString().toLowerCase(Locale.ROOT);
        Map<String, Place> unowned = new LinkedHashMap<>();
        plan.tasks().stream().filter(TaskSpec::runs).filter(task -> !homes.contains(task.place().file()))
                .filter(task -> SETS_UP.matcher(task.title()).matches()).forEach(task -> {
                    Matcher system = SYSTEM.matcher(task.title());
                    while (system.find()) {
                        if (!known.contains(system.group(1).toLowerCase(Locale.ROOT))) {
                            unowned.putIfAbsent(system.group(1), task.place());
                        }
                    }
                });
        if (!unowned.isEmpty()) {
            report.warning("system-unowned", new ArrayList<>(unowned.values()).getFirst(),
                    "no agent's description speaks of " + String.join(", ", unowned.keySet())
                            + "; the agents named beside them get the work without being asked for it",
                    "Add each to the agent that owns it.");
        }
    }

    private static String text(AgentSpec agent) {
        return " " + agent.name() + " " + agent.role() + " " + String.join(" ", agent.responsibilities()) + " "
                + String.join(" ", agent.topics()) + " " + String.join(" ", agent.outputs()) + " "
                + String.join(" ", agent.owns().stream().map(AgentSpec.OwnedArea::path).toList());
    }
}
