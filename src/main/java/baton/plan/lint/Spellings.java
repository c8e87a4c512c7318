package baton.plan.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.NearMiss;
import baton.plan.Plan;

/** One agent under several spellings, or two agents whose names only a slip of the pen tells apart. */
final class Spellings implements LintRule {
    private static final int NAME_CHARS_MIN = 6;
    private static final int NAME_CHARS_MAX = 200;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    @Override
    public void check(Plan plan, Report report) {
        plan.agents().forEach(agent -> spellings(agent, report));
        alike(plan.agents(), report);
    }

    /** Names one edit apart have a form in common that lacks one letter or none, so only such names are compared. */
    private static void alike(List<AgentSpec> agents, Report report) {
        var keys = agents.stream().map(agent -> Called.key(agent.name())).toList();
        var byForm = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < keys.size(); i++) {
            for (String form : forms(keys.get(i))) {
                byForm.computeIfAbsent(form, _ -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            var near = new TreeSet<Integer>();
            for (String form : forms(keys.get(i))) {
                near.addAll(byForm.getOrDefault(form, List.of()));
            }
            for (int j : near.tailSet(i, false)) {
                alike(agents.get(i), agents.get(j), keys.get(i), keys.get(j), report);
            }
        }
    }

    /** The name, and the name without each of its letters; nothing for short names and for those with a number. */
    private static Set<String> forms(String key) {
        var forms = new LinkedHashSet<String>();
        if (key.length() >= NAME_CHARS_MIN && key.length() <= NAME_CHARS_MAX && !DIGIT.matcher(key).find()) {
            forms.add(key);
            for (int i = 0; i < key.length(); i++) {
                forms.add(key.substring(0, i) + key.substring(i + 1));
            }
        }
        return forms;
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

    private static void alike(AgentSpec one, AgentSpec other, String first, String second, Report report) {
        if (NearMiss.edits(first, second) <= 1) {
            report.warning("agents-alike", other.place(), "\"" + other.name() + "\" and \"" + one.name() + "\" at "
                    + one.place() + " are taken for two agents",
                    "If they are one, write the same name in both places.");
        }
    }
}
