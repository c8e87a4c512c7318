package baton.reading.tree;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.WordLists;
import baton.reading.language.Words;

/**
 * Tasks in the front matter of a Markdown file: a list of them, or a file that is one task with its id, agent and order at the
 * head and its words below.
 */
public final class FrontMatterRecogniser implements Recogniser {

    private static final Pattern COUNT = Pattern.compile("^#\\d+\\s+");
    private static final String[] ORDER = {"depends_on", "dependsOn", "dependencies", "blocked_by", "blockedBy",
        "after"};

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (!document.matter().present()) {
            return;
        }
        var fields = new TreeFields(document.matter().fields());
        var tree = new TreeDocument(document.file(), document.matter().fields());
        Optional<OwnShape.Found> own = OwnShape.find(document.matter().fields());
        if (own.isPresent()) {
            own.get().read(document.file(), findings);
            claims.take(1, document.matter().bodyLine() - 1);
        } else if (LooseTasks.areIn(fields)) {
            LooseTasks.read(fields, tree, findings);
            document.matter().fields().fields().forEach(new MappingTopics(document.file(), findings)::read);
            claims.take(1, document.matter().bodyLine() - 1);
        } else if (fields.hasAny("id", "task_id", "task")
                && (fields.hasAny(ORDER) || fields.hasAny("agent", "assignee"))
                && !fields.hasAny("model", "tools", "color")) {
            single(fields, document, findings);
            claims.take(1, document.lines().size());
        }
    }

    /** A file that is one task; its agent, if any, is known by name only. */
    private static void single(TreeFields fields, MarkdownDocument document, Findings findings) {
        String agent = fields.text("agent", "assignee", "owner");
        var place = new Place(document.file(), 1);
        String title = Stream.of(fields.text("title", "name"),
                document.sections().map(Section::title).filter(text -> !text.isEmpty()).findFirst().orElse(""),
                fields.text("task", "description")).filter(text -> !text.isEmpty()).findFirst().orElse("");
        if (title.isEmpty()) {
            return;
        }
        var draft = new TaskDraft(fields.text("id", "task_id"), title,
                agent.isEmpty() ? PlanLint.ORCHESTRATOR : agent);
        if (!agent.isEmpty()) {
            findings.agents.add(new FoundAgent(AgentName.of(agent), place));
        }
        draft.place = place;
        draft.priority = fields.text("priority");
        draft.runs = !fields.text("status").matches("(?i)done|completed|cancelled");
        draft.outputs.addAll(fields.texts("outputs", "output", "files", "writes"));
        document.sections().filter(section -> Label.all(section.title()).contains(Label.CRITERIA))
                .flatMap(Section::items).map(item -> COUNT.matcher(Words.plain(item.raw())).replaceFirst(""))
                .forEach(draft.acceptance::add);
        draft.contract.add(document.matter().body().strip());
        List<String> needs = fields.texts(ORDER).stream().flatMap(text -> WordLists.split(text).stream()).toList();
        findings.tasks.add(new FoundTask(draft, needs, "front matter"));
        findings.own(document.file(), 1, document.lines().size());
    }
}
