package baton.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    /** The product right behind the verb, in a title that is not all capitals: "Set up Redis clusters". */
    private static final Pattern SET_UP = Pattern
            .compile("^(?:[Dd]eploy|[Ss]et ?up|[Cc]onfigure|[Ii]ntegrate|[Ii]mplement"
                    + "|[Cc]onnect|[Ii]nstall|[Pp]rovision|[Bb]uild|[Cc]reate|[Ii]nitiali[sz]e|[Ee]nable|[Mm]igrate)\\s+(?:the |a |an )?"
                    + "(\\p{Lu}\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*|\\p{Lu}{2,}\\p{Ll}\\p{L}*|\\p{Lu}\\p{Ll}{4,})(?= \\p{Ll}| \\p{Lu}{2,5} \\p{Ll}|$)");
    /** A name that only a product has, at the head: "RTPEngine Deployment". */
    private static final Pattern LEADING = Pattern.compile(
            "^(\\p{Lu}\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*|\\p{Lu}{2,}\\p{Ll}\\p{L}*) (?:\\p{L}+ )?(?i:deployment|integration|installation"
                    + "|configuration|setup|connection|sync|migration)$");
    /** Ways of doing a thing, not things that somebody has to look after. */
    private static final List<String> TECHNIQUES = List.of("websocket", "websockets", "openapi", "graphql", "oauth",
            "typescript", "javascript", "github", "gitlab");

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
                .forEach(task -> system(task.title()).filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
                        .ifPresent(name -> unowned.putIfAbsent(name, task.place())));
        if (!unowned.isEmpty()) {
            report.warning("system-unowned", new ArrayList<>(unowned.values()).getFirst(),
                    "no agent's description speaks of " + String.join(", ", unowned.keySet())
                            + "; the agents named beside them get the work without being asked for it",
                    "Add each to the agent that owns it.");
        }
    }

    private static Optional<String> system(String title) {
        return Stream.of(SET_UP, LEADING).map(pattern -> pattern.matcher(title)).filter(Matcher::find)
                .map(found -> found.group(1)).filter(name -> !TECHNIQUES.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String text(AgentSpec agent) {
        return " " + agent.name() + " " + agent.role() + " " + String.join(" ", agent.responsibilities()) + " "
                + String.join(" ", agent.topics()) + " " + String.join(" ", agent.outputs()) + " "
                + String.join(" ", agent.owns().stream().map(AgentSpec.OwnedArea::path).toList());
    }
}
