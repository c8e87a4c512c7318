package baton.reading.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.AgentName;
import baton.reading.language.Words;

/**
 * CrewAI's {@code agents.yaml} and {@code tasks.yaml}, in two files or one: mappings by key with role, goal and backstory, and
 * with description, expected output, agent and context.
 *
 * <p>
 * {@code context} lists the tasks whose results are needed, and so is an order that binds. Words in single braces are
 * variables that the crew's own program would fill; they are said and left as they stand.
 */
final class CrewShape implements TreeShape {

    private static final String[] OF_AGENT = {"role", "goal", "backstory"};
    private static final Pattern VARIABLE = Pattern.compile("(?<![{$])\\{([A-Za-z_][A-Za-z0-9_]*)}(?!})");
    private static final int ALIAS_WORDS_MAX = 6;

    /** A mapping with the name under which others speak of it. */
    private record Entry(String key, TreeFields fields) {}

    @Override
    public boolean fits(Yaml.Fields root) {
        return !agents(root).isEmpty() || !tasks(root).isEmpty();
    }

    private static List<Entry> agents(Yaml.Fields root) {
        return entries(root, "agents", CrewShape::isAgent);
    }

    private static List<Entry> tasks(Yaml.Fields root) {
        return entries(root, "tasks", CrewShape::isTask);
    }

    private static boolean isAgent(TreeFields fields) {
        return Stream.of(OF_AGENT).filter(fields::has).count() >= 2 && !fields.has("expected_output");
    }

    private static boolean isTask(TreeFields fields) {
        return fields.has("description") && fields.hasAny("expected_output", "expectedOutput")
                && !fields.has("backstory");
    }

    /** All entries of one kind: below their own key, or the whole file; one that does not fit makes the list another thing. */
    private static List<Entry> entries(Yaml.Fields root, String key, Predicate<TreeFields> fits) {
        Yaml within = new TreeFields(root).value(key).orElse(root);
        List<Entry> entries = switch (within) {
            case Yaml.Fields(var fields, _, _) -> fields.stream().flatMap(field -> TreeFields.of(field.value())
                    .map(inner -> new Entry(field.key(), inner)).stream()).toList();
            case Yaml.Items items -> TreeFields.items(items).flatMap(item -> TreeFields.of(item).stream())
                    .map(inner -> new Entry(inner.text("name", "id", "role"), inner)).toList();
            case Yaml.Scalar _ -> List.of();
        };
        List<Entry> fitting = entries.stream().filter(entry -> fits.test(entry.fields)).toList();
        return fitting.size() * 2 > entries.size() ? fitting : List.of();
    }

    @Override
    public void read(List<TreeDocument> documents, Findings findings) {
        documents.forEach(document -> agents(document.root())
                .forEach(entry -> findings.agents.add(agent(entry, document))));
        boolean described = !findings.agents.isEmpty();
        for (TreeDocument document : documents) {
            List<Entry> tasks = tasks(document.root());
            tasks.forEach(entry -> task(entry, tasks, document, described, findings));
            if (new TreeFields(document.root()).text("process").endsWith("sequential")) {
                inOrder(tasks, document, findings);
            }
            variables(document, findings);
        }
    }

    private static FoundAgent agent(Entry entry, TreeDocument document) {
        String role = entry.fields.text("role");
        List<String> aliases = Words.count(role) <= ALIAS_WORDS_MAX && !role.isEmpty() ? List.of(role) : List.of();
        var agent = new FoundAgent(new AgentName(entry.key, entry.key, aliases, role),
                document.at(entry.fields.line()));
        agent.role = role;
        Stream.of(entry.fields.text("goal"), entry.fields.text("backstory")).filter(text -> !text.isEmpty())
                .forEach(agent.responsibilities::add);
        agent.tools.addAll(entry.fields.texts("tools"));
        return agent;
    }

    private static void task(Entry entry, List<Entry> beside, TreeDocument document, boolean described,
            Findings findings) {
        TreeFields fields = entry.fields;
        String agent = fields.text("agent");
        var draft = new TaskDraft(entry.key, fields.text("description"),
                agent.isEmpty() ? PlanLint.ORCHESTRATOR : agent);
        draft.place = document.at(fields.line());
        if (!described && !agent.isEmpty()) {
            findings.agents.add(new FoundAgent(new AgentName(agent, agent, List.of(), ""), draft.place));
        }
        draft.acceptance.addAll(fields.texts("expected_output", "expectedOutput"));
        draft.acceptance.addAll(fields.texts("guardrail", "guardrails"));
        draft.outputs.addAll(fields.texts("output_file"));
        draft.returns.addAll(fields.texts("output_json", "output_pydantic"));
        draft.tools.addAll(fields.texts("tools"));
        List<String> needs = new ArrayList<>();
        List<String> keys = beside.stream().map(Entry::key).toList();
        for (String need : fields.texts("context", "depends_on", "dependencies")) {
            if (keys.contains(need)) {
                findings.edges.add(new FoundEdge(need, entry.key, "", Edge.Source.YAML, draft.place));
            } else {
                needs.add(need);
            }
        }
        findings.tasks.add(new FoundTask(draft, needs, "crew"));
    }

    private static void inOrder(List<Entry> tasks, TreeDocument document, Findings findings) {
        for (int i = 1; i < tasks.size(); i++) {
            findings.edges.add(new FoundEdge(tasks.get(i - 1).key, tasks.get(i).key, "", Edge.Source.YAML,
                    document.at(tasks.get(i).fields.line())));
        }
    }

    private static void variables(TreeDocument document, Findings findings) {
        Set<String> names = new LinkedHashSet<>();
        VARIABLE.matcher(YamlTexts.inline(document.root())).results().forEach(found -> names.add(found.group(1)));
        if (!names.isEmpty()) {
            findings.warn("variable-open", document.at(1),
                    "nobody fills in " + names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "))
                            + "; agents are given the words as they stand",
                    "Write the values into the file, or say them to the agents.");
        }
    }
}
