package baton.plan.lint;

import java.util.LinkedHashSet;
import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.NearMiss;
import baton.plan.Plan;

/** One agent under several spellings, or two agents whose names only a slip of the pen tells apart. */
final class Spellings implements LintRule {
    private static final int NAME_CHARS_MIN = 6;

    @Override
    public void check(Plan plan, Report report) {
        plan.agents().forEach(agent -> spellings(agent, report));
        List<AgentSpec> agents = plan.agents();
        for (int i = 0; i < agents.size(); i++) {
            for (int j = i + 1; j < agents.size(); j++) {
                alike(agents.get(i), agents.get(j), report);
            }
        }
    }

    /** "Agent 2" beside "Backend" is a number; "Testing" beside "Testing & QA" is another spelling. */
    private static void spellings(AgentSpec agent, Report report) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(agent.name());
        agent.aliases().stream().filter(alias -> !alias.matches("(?iu).*[\\s-]\\w{1,3}|\\p{Lu}\\d{1,3}|@.*"))
                .filter(alias -> !alias.equalsIgnoreCase(agent.name()) && !alias.equalsIgnoreCase(agent.id()))
                .forEach(spellings::add);
        if (spellings.size() > 1) {
            report.note("agent-spellings", agent.place(), agent.name() + " is also written "
                    + String.join(", ", spellings.stream().skip(1).map(name -> "\"" + name + "\"").toList())
                    + "; all of them count as one agent", "Write one name everywhere.");
        }
    }

    private static void alike(AgentSpec one, AgentSpec other, Report report) {
        String first = Called.key(one.name()).replaceAll("\\d", "");
        String second = Called.key(other.name()).replaceAll("\\d", "");
        boolean numbered = !first.equals(Called.key(one.name())) || !second.equals(Called.key(other.name()));
        boolean near = Math.min(first.length(), second.length()) >= NAME_CHARS_MIN
                && NearMiss.edits(first, second) <= 1;
        if (near && !numbered) {
            report.warning("agents-alike", other.place(), "\"" + other.name() + "\" and \"" + one.name() + "\" at "
                    + one.place() + " are taken for two agents",
                    "If they are one, write the same name in both places.");
        }
    }
}
