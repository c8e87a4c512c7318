package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/** Two agents are to set up the same named system; found by names such as PostgreSQL behind words for setting up. */
final class SharedTopics implements LintRule {
    private static final Pattern SETS_UP = Pattern
            .compile(
                    "(?i)\\b(set ?up|setup|deploy|deployment|provision|install|configure|configuration|cluster|instance"
                            + "|database setup|infrastructure)\\b");
    private static final Pattern SYSTEM = Pattern
            .compile("\\b(\\p{Lu}\\p{L}*\\p{Ll}\\p{L}*\\p{Lu}\\p{L}*|Redis|Kafka|Postgres|Elasticsearch"
                    + "|Grafana|Prometheus|Keycloak|Vault|Kubernetes|Terraform|Kamailio|Nginx|Cassandra|Mongo)\\b");
    private static final List<String> NO_SYSTEM = List.of("JavaScript", "TypeScript", "GitHub", "OpenAPI", "GraphQL",
            "WebSocket", "WebRTC", "DevOps", "README");

    @Override
    public void check(Plan plan, Report report) {
        Map<String, Set<String>> owners = new LinkedHashMap<>();
        plan.tasks().stream().filter(task -> task.kind() != TaskSpec.Kind.HUMAN).forEach(task -> {
            note(task.title(), task.title(), task.agent(), owners);
            task.deliverables().forEach(text -> note(text, task.title() + " " + text, task.agent(), owners));
        });
        owners.forEach((system, agents) -> {
            if (agents.size() > 1) {
                var place = plan.agents().stream().filter(agent -> agents.contains(agent.id())).map(AgentSpec::place)
                        .reduce((first, last) -> last).orElseThrow();
                report.warning("system-set-up-twice", place, system + " is set up by " + String.join(" and by ", agents)
                        + "; each would do it its own way", "Give " + system + " to one of them.");
            }
        });
    }

    private static void note(String text, String around, String agent, Map<String, Set<String>> owners) {
        if (!agent.isEmpty() && SETS_UP.matcher(around).find()) {
            SYSTEM.matcher(text).results().map(found -> found.group(1)).filter(name -> !NO_SYSTEM.contains(name))
                    .forEach(name -> owners.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(agent));
        }
    }
}
