package baton.reading.found;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;

/**
 * Who takes part, once all places that describe or name agents have been seen.
 *
 * <p>
 * A place that describes an agent makes one unless it names a known one exactly; a place that only names somebody joins
 * the one agent it can mean.
 */
public final class Roster {

    private final NameIndex index = new NameIndex();
    private final Map<String, List<FoundAgent>> byId = new LinkedHashMap<>();
    private final Map<String, FoundAgent> described = new HashMap<>();

    public Roster() {}

    /** Settles who is who, and says where a name stands twice. */
    static Roster of(Findings findings) {
        var roster = new Roster();
        findings.agents.stream().filter(agent -> !agent.mention).forEach(agent -> roster.describe(agent, findings));
        findings.agents.stream().filter(agent -> agent.mention).forEach(roster::join);
        return roster;
    }

    private void describe(FoundAgent agent, Findings findings) {
        String id = known(agent).orElse(agent.name.id());
        FoundAgent other = agent.section
                ? described.putIfAbsent(agent.place.file() + " " + NameIndex.key(agent.name.written()), agent)
                : null;
        if (other != null) {
            findings.warn("agent-twice", agent.place,
                    "\"" + agent.name.written() + "\" is described a second time, first at " + other.place
                            + "; the two are taken for one agent",
                    "Give one of them another name, or join the two sections.");
        }
        add(id, agent);
    }

    private void join(FoundAgent agent) {
        Optional<String> known = known(agent);
        add(known.or(() -> NameIndex.saysAgent(agent.name.written()) || agent.name.isIdentifier()
                ? index.shortened(agent.name.written())
                : Optional.empty()).orElse(agent.name.id()), agent);
    }

    private Optional<String> known(FoundAgent agent) {
        return index.find(agent.name.written()).or(() -> agent.aliases.stream()
                .flatMap(alias -> index.find(alias).stream()).findFirst());
    }

    private void add(String id, FoundAgent agent) {
        byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(agent);
        index.add(agent.name.written(), id);
        index.add(id, id);
        agent.aliases.forEach(alias -> index.add(alias, id));
        agent.name.initials().ifPresent(alias -> index.add(alias, id));
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** True where agents are only named and none is described. */
    public boolean isNamesOnly() {
        return byId.values().stream().allMatch(mentions -> mentions.stream().allMatch(agent -> agent.mention));
    }

    /** A whole name, or the first words of one with "agent" behind them. */
    Optional<String> inText(String written) {
        boolean says = NameIndex.saysAgent(written) || written.startsWith("@");
        return find(written.replaceFirst("^@", "")).or(() -> says ? index.begun(written) : Optional.empty());
    }

    /** The agent of exactly this name, also where the name stands behind its number, as in "Agent 2: Backend". */
    public Optional<String> find(String written) {
        return index.find(written).or(() -> AgentName.of(written).aliases().stream()
                .flatMap(alias -> index.find(alias).stream()).findFirst());
    }

    /** The agent whose title this is, whatever stands in brackets or behind a dash after the name. */
    public Optional<String> titled(String written) {
        return find(written).or(() -> find(AgentName.of(written).written()));
    }

    /** The agent that is meant where one is expected: a shorter form will do. */
    public Optional<String> meant(String written) {
        String bare = written.strip().replaceFirst("^@", "");
        return bare.isEmpty() ? Optional.empty() : find(bare).or(() -> index.shortened(bare));
    }

    /** The agent that a node of a graph is: its name, its name with "agent", or the first words of it. */
    public Optional<String> node(String written) {
        return said(written).or(() -> index.begun(written));
    }

    /** The same in running text, where the words must say that they mean an agent. */
    public Optional<String> said(String written) {
        return find(written).or(() -> NameIndex.saysAgent(written) || written.strip().startsWith("@")
                ? meant(written)
                : Optional.empty());
    }

    public List<String> spellings() {
        return index.spellings();
    }

    public void responsible(String id, String text) {
        byId.getOrDefault(id, List.of()).stream().findFirst().ifPresent(agent -> agent.responsibilities.add(text));
    }

    public List<AgentSpec> specs() {
        List<AgentSpec> specs = new ArrayList<>();
        byId.forEach((id, mentions) -> specs.add(merged(id, mentions)));
        return specs;
    }

    private static AgentSpec merged(String id, List<FoundAgent> mentions) {
        FoundAgent first = mentions.getFirst();
        List<String> spellings = mentions.stream().flatMap(mention -> Stream
                .concat(Stream.of(mention.name.written()), mention.aliases.stream())).distinct()
                .filter(spelling -> !spelling.equals(first.name.written())).toList();
        Map<String, AgentSpec.OwnedArea> owns = new LinkedHashMap<>();
        mentions.forEach(mention -> mention.owns.forEach(area -> owns.putIfAbsent(area.path(), area)));
        // Another way to write the name is no role, and neither is the word between a name and its work.
        Stream<String> roles = mentions.stream().map(mention -> mention.role)
                .filter(role -> !spellings.contains(role) && !Lexicon.WORDS.words("WILL").contains(Words.key(role)));
        return new AgentSpec(id, first.name.written(), spellings, text(mentions.stream().map(mention -> mention.group)),
                text(roles),
                mentions.stream().flatMap(mention -> mention.responsibilities.stream()).distinct().toList(),
                List.copyOf(owns.values()),
                mentions.stream().flatMap(mention -> mention.topics.stream()).distinct().toList(),
                mentions.stream().flatMap(mention -> mention.tools.stream()).distinct().toList(),
                mentions.stream().flatMap(mention -> mention.outputs.stream()).distinct().toList(), first.place);
    }

    private static String text(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
