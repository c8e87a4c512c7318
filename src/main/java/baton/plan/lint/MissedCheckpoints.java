package baton.plan.lint;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Checkpoint;
import baton.plan.Plan;

/** A checkpoint expects nothing of an agent of whom the others expect something. */
final class MissedCheckpoints implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        Map<Checkpoint, Set<String>> named = new LinkedHashMap<>();
        for (Checkpoint checkpoint : plan.checkpoints()) {
            Set<String> agents = new LinkedHashSet<>();
            checkpoint.criteria().stream().map(Checkpoint.Criterion::agent).filter(name -> !name.isEmpty())
                    .forEach(agents::add);
            if (agents.size() > 1) {
                named.put(checkpoint, agents);
            }
        }
        Set<String> all = new LinkedHashSet<>();
        named.values().forEach(all::addAll);
        named.forEach((checkpoint, agents) -> all.stream().filter(agent -> !agents.contains(agent))
                .filter(agent -> named.values().stream().filter(others -> others.contains(agent)).count() * 2 > named
                        .size())
                .map(agent -> plan.agent(agent).map(AgentSpec::name).orElse(agent))
                .forEach(agent -> report.warning("checkpoint-misses-agent", checkpoint.place(),
                        "\"" + checkpoint.name() + "\" expects nothing of " + agent
                                + ", of whom the other checkpoints do; it is reached without that agent",
                        "Write what " + agent + " must have ready, or that nothing is due.")));
    }
}
