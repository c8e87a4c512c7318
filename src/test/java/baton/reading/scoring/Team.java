package baton.reading.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import baton.plan.AgentSpec;
import baton.plan.LoadedPlan;
import baton.plan.Plan;

/** Which agent of the truth each agent of the plan is; every spelling counts, two agents for one person do not. */
final class Team {
    private final List<Truth.Item> people;
    private final Map<String, Integer> personById = new TreeMap<>();

    Team(Truth truth, LoadedPlan loaded, Scorecard card) {
        Plan plan = loaded.plan();
        this.people = truth.items("agents");
        Map<Integer, Integer> pairs = Pairing.of(people, plan.agents(), Team::likeness);
        pairs.forEach((person, agent) -> personById.put(plan.agents().get(agent).id(), person));
        if (truth.flag("implicit-agent")) {
            countSomebody(loaded, card);
        } else {
            count(plan, pairs, card);
        }
    }

    /** Where the document names nobody, whoever the reader supplies does everything, and the plan is no worse for it. */
    private static void countSomebody(LoadedPlan loaded, Scorecard card) {
        card.wanted(Kind.AGENTS, !loaded.isRefused(), "somebody");
        for (AgentSpec agent : loaded.plan().agents()) {
            card.found(Kind.AGENTS, loaded.plan().agents().size() == 1, agent.name(), agent.place());
        }
    }

    private void count(Plan plan, Map<Integer, Integer> pairs, Scorecard card) {
        for (int i = 0; i < people.size(); i++) {
            if (!people.get(i).maybe()) {
                card.wanted(Kind.AGENTS, pairs.containsKey(i), people.get(i).name());
            }
        }
        for (AgentSpec agent : plan.agents()) {
            Integer person = personById.get(agent.id());
            if (person == null || !people.get(person).maybe()) {
                card.found(Kind.AGENTS, person != null, agent.name(), agent.place());
            }
        }
    }

    /** The person of the truth that a name of the truth means. */
    Optional<Integer> person(String name) {
        String key = Words.key(name);
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).names().stream().anyMatch(spelling -> Words.key(spelling).equals(key))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The person of the truth that an agent id of the plan means. */
    Optional<Integer> personOf(String agentId) {
        return Optional.ofNullable(personById.get(agentId));
    }

    boolean same(String truthName, String agentId) {
        return person(truthName).isPresent() && person(truthName).equals(personOf(agentId));
    }

    private static double likeness(Truth.Item person, AgentSpec agent) {
        Set<String> spellings = new TreeSet<>();
        for (String name : spellings(agent)) {
            spellings.add(Words.key(name));
        }
        if (person.names().stream().map(Words::key).anyMatch(spellings::contains)) {
            return 1;
        }
        return spellings(agent).stream().mapToDouble(name -> 0.5 * Words.likeness(person.names(), name)).max()
                .orElse(0);
    }

    private static List<String> spellings(AgentSpec agent) {
        List<String> names = new ArrayList<>(agent.aliases());
        names.addFirst(agent.id());
        names.addFirst(agent.name());
        return names;
    }
}
