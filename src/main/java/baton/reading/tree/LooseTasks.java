package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import baton.plan.AgentSpec;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.AgentName;
import baton.reading.language.TimeBoxes;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/**
 * Tasks and agents as lists of mappings whose keys are the usual words ("id", "title", "agent", "depends_on", …), in whatever
 * file or front matter they stand.
 */
final class LooseTasks {

    private static final String[] LISTS = {"tasks", "steps", "task_queue", "taskQueue", "jobs", "work", "todo", "plan",
        "queue", "backlog"};
    private static final String[] TITLES = {"title", "task", "name", "description", "prompt", "what", "goal", "do"};
    private static final String[] AGENTS = {"agent", "assignee", "owner", "assigned_to", "assignedTo", "role", "who",
        "subagent", "by"};
    private static final String[] NEEDS = {"depends_on", "dependsOn", "dependencies", "needs", "after", "blocked_by",
        "blockedBy", "requires", "depends"};

    private LooseTasks() {}

    /** True where a list of this mapping holds tasks with an agent or an order. */
    static boolean areIn(TreeFields fields) {
        List<TreeFields> tasks = tasks(fields);
        return !tasks.isEmpty() && tasks.stream().allMatch(task -> task.hasAny(TITLES))
                && tasks.stream().anyMatch(task -> task.hasAny(AGENTS) || task.hasAny(NEEDS));
    }

    private static List<TreeFields> tasks(TreeFields fields) {
        return fields.mappings(LISTS);
    }

    static void read(TreeFields fields, TreeDocument document, Findings findings) {
        fields.mappings("agents", "team", "roles").forEach(agent -> agent(agent, document, findings));
        limit(fields, document, findings);
        tasks(fields).forEach(task -> task(task, document, findings));
    }

    private static void agent(TreeFields fields, TreeDocument document, Findings findings) {
        String id = fields.text("id", "name", "role");
        String name = fields.text("name", "id", "role");
        if (id.isEmpty()) {
            return;
        }
        var aliases = id.equals(name) ? List.<String>of() : List.of(id);
        var found = new FoundAgent(new AgentName(id.contains(" ") ? Words.slug(id) : id, name, aliases, ""),
                document.at(fields.line()));
        found.role = fields.text("role", "description", "focus");
        found.tools.addAll(fields.texts("tools"));
        fields.texts("owns", "paths", "files").forEach(path -> found.owns.add(new AgentSpec.OwnedArea(path, "")));
        findings.agents.add(found);
    }

    /** How many may work at once, where the file says so. */
    private static void limit(TreeFields fields, TreeDocument document, Findings findings) {
        String most = fields.text("max_parallel", "maxParallel", "max_agents", "maxAgents", "concurrency",
                "parallelism",
                "max_concurrency");
        if (most.matches("[1-9]\\d{0,2}")) {
            findings.figures.add(new Findings.Figure(Findings.Figure.Kind.AGENTS_MAX, Integer.parseInt(most),
                    document.at(fields.line())));
        }
    }

    private static void task(TreeFields fields, TreeDocument document, Findings findings) {
        String agent = fields.text(AGENTS);
        var draft = new TaskDraft(fields.text("id", "key"), fields.text(TITLES),
                agent.isEmpty() ? PlanLint.ORCHESTRATOR : agent);
        draft.place = document.at(fields.line());
        if (!agent.isEmpty()) {
            var named = new FoundAgent(AgentName.of(agent), draft.place);
            named.mention = true;
            findings.agents.add(named);
        }
        draft.kind = TaskSpec.Kind.TASK;
        draft.priority = fields.text("priority");
        draft.deadline = fields.text("deadline", "due");
        draft.estimate = fields.text("estimate", "effort", "duration");
        draft.phase = fields.text("phase", "wave", "stage");
        draft.outputs.addAll(fields.texts("outputs", "output", "files", "writes", "paths", "result", "output_file"));
        TimeBoxes.stated(fields.text("time_box", "timebox", "time_limit", "minutes", "max_minutes"))
                .ifPresent(minutes -> draft.timeBox = Optional.of(new TaskSpec.Minutes(minutes)));
        draft.acceptance.addAll(fields.texts("acceptance", "acceptance_criteria", "criteria", "done_when"));
        draft.inputs.addAll(fields.texts("inputs", "reads", "context"));
        draft.tools.addAll(fields.texts("tools"));
        boolean named = fields.hasAny("title", "task", "name");
        Stream.of(named ? fields.text("description", "prompt", "details", "instructions") : "")
                .filter(text -> !text.isEmpty()).forEach(draft.contract::add);
        String status = fields.text("status");
        draft.runs = !status.matches("(?i)done|completed|cancelled");
        List<String> needs = new ArrayList<>(fields.texts(NEEDS));
        Optional<Yaml> single = fields.value(NEEDS).filter(Yaml.Scalar.class::isInstance);
        if (single.isPresent()) {
            needs.clear();
            needs.addAll(WordLists.split(YamlTexts.inline(single.get())));
        }
        findings.tasks.add(new FoundTask(draft, needs, "mappings"));
    }
}
