package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.ContextDocument;
import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * The blueprint inside a product requirement prompt: a heading that announces a list of tasks, and a fence in which each
 * begins with "Task 1:". Levels of validation are the run's gates.
 *
 * <p>
 * The lines are no YAML, whatever the fence says. Where the heading speaks of an order, each task waits for the one before.
 */
public final class BlueprintRecogniser implements Recogniser {

    private static final Pattern TITLE = Pattern.compile(".*\\b(tasks?|blueprint|implementation|steps)\\b.*");
    private static final Pattern ORDERED = Pattern.compile(".*\\b(order|ordered|sequence|one after another)\\b.*");
    private static final Pattern TASK = Pattern
            .compile("(?i)^\\s{0,2}(?:#+\\s*)?\\**task\\s+(\\d{1,3})\\s*[:.–-]\\s*\\**(.*)$");
    private static final Pattern VALIDATION = Pattern.compile("validation( loop| gates?)?|level \\d.*|validation .*");
    private static final Pattern WORK = Pattern
            .compile("^\\s*-?\\s*(?:CREATE|MODIFY|UPDATE|ADD|WRITE|EDIT)\\s+`?([^\\s`:,]+)`?.*");
    private static final Pattern READ = Pattern.compile("^\\s*-\\s*(?:file|docfile)\\s*:\\s*(\\S+)\\s*$");
    private static final int TASKS_MIN = 1;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        boolean found = false;
        for (Section section : document.sections().toList()) {
            if (TITLE.matcher(section.key()).matches()) {
                for (Block block : section.blocks()) {
                    found |= block instanceof Block.Fence fence && fence(fence, section, document, claims, findings);
                }
            }
        }
        if (found) {
            document.sections().forEach(section -> {
                if (VALIDATION.matcher(section.key()).matches()) {
                    gate(section, document, claims, findings);
                }
                context(section, document, claims, findings);
            });
        }
    }

    private static boolean fence(Block.Fence fence, Section section, MarkdownDocument document, Claims claims,
            Findings findings) {
        List<TaskDraft> tasks = new ArrayList<>();
        for (Block.TextLine line : fence.lines()) {
            Matcher head = TASK.matcher(line.raw());
            if (head.matches()) {
                var draft = new TaskDraft("", Words.plain(head.group(2)), PlanLint.ORCHESTRATOR);
                draft.place = new Place(document.file(), line.line());
                tasks.add(draft);
            } else if (!tasks.isEmpty() && !line.raw().isBlank()) {
                detail(tasks.getLast(), line.raw());
            }
        }
        if (tasks.size() < TASKS_MIN) {
            return false;
        }
        boolean ordered = ORDERED.matcher(section.key()).matches();
        for (int i = 0; i < tasks.size(); i++) {
            TaskDraft task = tasks.get(i);
            task.id = "Task-" + (i + 1);
            task.title = task.title.isEmpty() ? "Task " + (i + 1) : task.title;
            if (ordered && i > 0) {
                task.dependsOn.add(tasks.get(i - 1).id);
            }
            findings.tasks.add(new FoundTask(task, List.of(), "blueprint"));
        }
        claims.take(fence);
        claims.take(section.line(), section.line());
        return true;
    }

    private static void detail(TaskDraft task, String raw) {
        Matcher work = WORK.matcher(raw);
        if (work.matches() && Paths.isPath(work.group(1)) && !task.outputs.contains(work.group(1))) {
            task.outputs.add(work.group(1));
        }
        String words = raw.strip().replaceFirst("^[-*]\\s+", "");
        if (task.title.isEmpty()) {
            task.title = words.replaceFirst(":$", "");
        } else {
            task.contract.add(words);
        }
    }

    /** Commands of a fence below a heading about validation; comments tell what they are for. */
    private static void gate(Section section, MarkdownDocument document, Claims claims, Findings findings) {
        List<Gate.Check> checks = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Fence fence && fence.info().matches("bash|sh|shell|console|")) {
                fence.lines().stream().map(Block.TextLine::raw).map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.replaceFirst("\\s+#.*$", ""))
                        .forEach(line -> checks.add(new Gate.Check(line, line, "")));
                claims.take(fence);
            }
        }
        if (!checks.isEmpty()) {
            findings.draft.gates.add(new Gate(section.title(), Gate.Scope.RUN, "", checks,
                    new Place(document.file(), section.line())));
            claims.take(section.line(), section.line());
        }
    }

    private static void context(Section section, MarkdownDocument document, Claims claims, Findings findings) {
        fences(section).forEach(fence -> fence.lines().forEach(line -> path(line.raw()).ifPresent(path -> {
            findings.draft.context.add(new ContextDocument(path, ContextDocument.Existence.UNKNOWN,
                    new Place(document.file(), line.line())));
            claims.take(fence);
        })));
    }

    private static Stream<Block.Fence> fences(Section section) {
        return section.blocks().stream().filter(Block.Fence.class::isInstance).map(Block.Fence.class::cast);
    }

    private static Optional<String> path(String line) {
        Matcher read = READ.matcher(line);
        return read.matches() && Paths.isPath(read.group(1)) ? Optional.of(read.group(1)) : Optional.empty();
    }
}
