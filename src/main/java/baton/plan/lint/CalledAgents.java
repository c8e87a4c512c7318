package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import baton.plan.ConflictRule;
import baton.plan.EscalationRule;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.SeverityLevel;

/** Agents that escalations, severities and conflict rules call and that nobody is. */
final class CalledAgents implements LintRule {
    /** Words for whoever it is at the time, and for people. */
    private static final Pattern ANYBODY = Pattern.compile(
            "(?i).*\\b(all|any|anybody|anyone|every|everybody|everyone|somebody|someone|whoever|each|relevant|affected|available|appropriate|responsible|owners?|feature|orchestrator|lead|team|people|person"
                    + "|human|user|manager|stakeholders?|both|others?|consensus|majority)\\b.*");

    /** "Assign senior engineer subagent": the words before the one that says what is meant. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?:\\b(?:[Aa]ssign|[Cc]all|[Ee]ngage|[Aa]sk|[Nn]otify|[Ii]nvolve|[Bb]y|[Tt]o)\\s+(?:an? |the )?)((?:[\\p{L}-]+\\s+){1,3}(?:[Ss]ub)?[Aa]gent)\\b");

    @Override
    public void check(Plan plan, Report report) {
        Map<String, Place> called = new LinkedHashMap<>();
        for (SeverityLevel severity : plan.severities()) {
            severity.agents().forEach(name -> called.putIfAbsent(name, severity.place()));
        }
        for (EscalationRule rule : plan.escalations()) {
            rule.agents().forEach(name -> called.putIfAbsent(name, rule.place()));
            SOMEBODY.matcher(rule.action()).results()
                    .forEach(found -> called.putIfAbsent(found.group(1).strip(), rule.place()));
        }
        for (ConflictRule rule : plan.conflictRules()) {
            List.of(rule.owner(), rule.decisionMaker()).forEach(name -> called.putIfAbsent(name, rule.place()));
            rule.reviewers().forEach(name -> called.putIfAbsent(name, rule.place()));
        }
        var known = new Called(plan);
        called.forEach((name, place) -> {
            if (name.isBlank() || known.find(name).isPresent() || isContact(name, plan)) {
                return;
            }
            if (ANYBODY.matcher(name).matches()) {
                report.note("called-by-description", place, "\"" + name
                        + "\" is a description, not an agent; who that is gets asked when it happens",
                        "Name the agents.");
            } else {
                report.warning("called-agent-unknown", place, "\"" + name
                        + "\" is called here, and no agent is that; a person is called instead",
                        known.near(name).map(near -> "Did you mean " + near + "?")
                                .orElse("Add the agent, or name one."));
            }
        });
    }

    private static boolean isContact(String name, Plan plan) {
        return plan.contacts().stream().anyMatch(contact -> contact.name().equalsIgnoreCase(name)
                || contact.subject().equalsIgnoreCase(name));
    }
}
