package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.data.Yaml;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.AgentName;

/**
 * Task Master's {@code tasks.json}: tasks with nested subtasks, dependencies by id, and in newer files one list per tag.
 *
 * <p>
 * A task with subtasks comes after them, and they wait for what it waits for. What is done stays done and does not run; of
 * several tags only one is the plan, as in the program itself. Nobody is named in most such files, so the work is the
 * orchestrator's.
 */
final class TaskmasterShape implements TreeShape {

    private static final String TAG_OF_PLAN = "master";
    private static final String[] HALLMARKS = {"dependencies", "subtasks", "testStrategy", "details", "status"};
    private static final Set<String> DONE = Set.of("done", "completed");
    private static final Set<String> GIVEN_UP = Set.of("cancelled", "canceled", "deferred");

    /** One list of tasks. */
    private record Tag(String name, TreeFields fields, List<TreeFields> tasks) {}

    @Override
    public boolean fits(Yaml.Fields root) {
        var fields = new TreeFields(root);
        List<Tag> tags = tags(fields);
        return !fields.hasAny("agents", "edges") && !tags.isEmpty()
                && tags.stream().flatMap(tag -> tag.tasks.stream()).limit(20).allMatch(TaskmasterShape::isTask)
                && tags.stream().anyMatch(tag -> !tag.tasks.isEmpty());
    }

    private static boolean isTask(TreeFields item) {
        return item.has("id") && item.has("title") && item.hasAny(HALLMARKS)
                && !item.hasAny("dependsOn", "depends_on", "acceptance");
    }

    private static List<Tag> tags(TreeFields root) {
        Optional<Yaml> tasks = root.value("tasks").filter(Yaml.Items.class::isInstance);
        if (tasks.isPresent()) {
            return List.of(new Tag("", root, root.mappings("tasks")));
        }
        List<Tag> tags = new ArrayList<>();
        root.fields().fields().forEach(field -> TreeFields.of(field.value())
                .filter(inner -> inner.value("tasks").filter(Yaml.Items.class::isInstance).isPresent())
                .ifPresent(inner -> tags.add(new Tag(field.key(), inner, inner.mappings("tasks")))));
        return tags;
    }

    @Override
    public void read(List<TreeDocument> documents, Findings findings) {
        for (TreeDocument document : documents) {
            List<Tag> tags = tags(new TreeFields(document.root()));
            Tag plan = tags.stream().filter(tag -> tag.name.equals(TAG_OF_PLAN)).findFirst().orElse(tags.getFirst());
            plan.fields.value("meta", "metadata").flatMap(TreeFields::of).ifPresent(meta -> {
                findings.draft.name = findings.draft.name.isBlank()
                        ? meta.text("projectName", "project", "name")
                        : findings.draft.name;
                findings.draft.goal = findings.draft.goal.isBlank() ? meta.text("description") : findings.draft.goal;
            });
            for (Tag tag : tags) {
                var reading = new Reading(document, findings, tag, tag.equals(plan), new TreeSet<>());
                tag.tasks.forEach(task -> reading.noteDone(task, ""));
                reading.read();
            }
        }
    }

    /** Reads the tasks of one tag. */
    private record Reading(TreeDocument document, Findings findings, Tag tag, boolean isPlan,
            Set<String> done) {

        void noteDone(TreeFields item, String parent) {
            String id = id(parent, item.text("id"));
            if (DONE.contains(item.text("status"))) {
                done.add(id);
            }
            item.mappings("subtasks").forEach(inner -> noteDone(inner, id));
        }

        void read() {
            if (!isPlan && !tag.tasks.isEmpty()) {
                findings.note("tag-not-run", document.at(tag.tasks.getFirst().line()), "the tag \"" + tag.name
                        + "\" is another context; its " + tag.tasks.size() + " tasks do not run");
            }
            tag.tasks.forEach(task -> task(task, "", List.of()));
        }

        /** Reads a task and, before it, its subtasks; answers its id. */
        private String task(TreeFields item, String parent, List<String> parentNeeds) {
            String id = id(parent, item.text("id"));
            List<String> needs = item.texts("dependencies").stream().map(need -> id(parent, need)).toList();
            List<String> all = Stream.concat(parentNeeds.stream(), needs.stream()).distinct().toList();
            var draft = draft(item, id);
            List<TreeFields> inner = item.mappings("subtasks");
            Stream.concat(parentNeeds.stream(), inner.stream().map(subtask -> id(id, subtask.text("id"))))
                    .filter(need -> !done.contains(need)).forEach(draft.dependsOn::add);
            findings.tasks
                    .add(new FoundTask(draft, needs.stream().filter(need -> !done.contains(need)).toList(), "tasks"));
            needs.stream().filter(done::contains).forEach(need -> findings.draft.edges
                    .add(new Edge(need, id, "done", Edge.Kind.TASK, false, Edge.Source.YAML, draft.place)));
            inner.forEach(subtask -> task(subtask, id, all));
            return id;
        }

        /** Inside a task a bare number means a subtask beside; with a dot it is the whole way. */
        private String id(String parent, String written) {
            boolean whole = parent.isEmpty() || written.contains(".") || !written.matches("\\d+");
            String id = whole ? written : parent + "." + written;
            return isPlan || tag.name.isEmpty() || id.startsWith(tag.name + "/") ? id : tag.name + "/" + id;
        }

        private TaskDraft draft(TreeFields item, String id) {
            String agent = item.text("assignee", "agent", "assignedTo", "assigned_to", "owner");
            var draft = new TaskDraft(id, item.text("title"), agent.isEmpty() ? PlanLint.ORCHESTRATOR : agent);
            if (!agent.isEmpty()) {
                findings.agents.add(new Findings.FoundAgent(AgentName.of(agent), document.at(item.line())));
            }
            draft.place = document.at(item.line());
            draft.priority = item.text("priority");
            draft.track = tag.name;
            draft.estimate = item.text("estimate", "estimatedHours", "effort");
            Stream.of(item.text("description"), item.text("details")).filter(text -> !text.isEmpty())
                    .forEach(draft.contract::add);
            draft.acceptance.addAll(item.texts("testStrategy", "acceptanceCriteria"));
            String status = item.text("status").replace(' ', '-');
            draft.runs = isPlan && !DONE.contains(status) && !GIVEN_UP.contains(status);
            if (isPlan && !draft.runs) {
                findings.note("task-settled", draft.place, id + " is " + status + " and does not run");
            }
            return draft;
        }
    }
}
