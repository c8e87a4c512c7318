package baton.reading.tree;

import java.util.List;
import java.util.stream.Stream;

import baton.reading.data.Yaml;
import baton.reading.found.Findings;

/**
 * Agents and tasks as lists of mappings in the usual words, in files of no known program.
 *
 * <p>
 * What uses the words of {@code plan.yaml} and no others is left to its own strict reader, which says what is wrong in it.
 */
final class LooseShape implements TreeShape {

    private static final String[] FOREIGN_LISTS = {"steps", "team", "jobs", "work", "task_queue", "taskQueue", "todo"};
    private static final String[] FOREIGN_KEYS = {"assignee", "owner", "depends_on", "blockedBy", "blocked_by", "needs",
        "after", "assigned_to", "assignedTo", "task", "output", "dependencies", "acceptance_criteria", "who"};

    @Override
    public boolean fits(Yaml.Fields root) {
        var fields = new TreeFields(root);
        boolean foreign = Stream.of(FOREIGN_LISTS).anyMatch(key -> !fields.mappings(key).isEmpty())
                || fields.mappings("tasks").stream().anyMatch(task -> task.hasAny(FOREIGN_KEYS));
        return foreign && !fields.hasAny("edges", "phases") && LooseTasks.areIn(fields);
    }

    @Override
    public void read(List<TreeDocument> documents, Findings findings) {
        for (TreeDocument document : documents) {
            var fields = new TreeFields(document.root());
            findings.draft.name = findings.draft.name.isBlank() ? fields.text("name", "title") : findings.draft.name;
            findings.draft.goal = findings.draft.goal.isBlank()
                    ? fields.text("goal", "objective", "description")
                    : findings.draft.goal;
            LooseTasks.read(fields, document, findings);
        }
    }
}
