package baton.reading.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
import baton.reading.language.Words;

/**
 * A user story as agile agents keep it: status, story, numbered acceptance criteria, and tasks that say which criteria they
 * serve.
 *
 * <p>
 * The boxes below a task are its steps. Tasks are done in their order, as the form has it; what is ticked is done. The goal of
 * the plan is the story's own sentence.
 */
public final class StoryRecogniser implements Recogniser {

    private static final Pattern CRITERIA = Pattern.compile("acceptance criteria( acs?)?|acs");
    private static final Pattern TASKS = Pattern.compile("tasks( subtasks)?( list)?|task list");
    private static final Pattern REFERS = Pattern
            .compile("\\s*\\(?\\bACs?\\s*:?\\s*#?((?:\\d+(?:\\s*(?:,|and|&|-)\\s*)?)+)\\)?\\s*$");
    private static final Pattern COUNTED = Pattern
            .compile("^(?:\\*\\*)?(?:Task\\s+)?(\\d{1,3})\\s*[:.)–-]\\s*(?:\\*\\*)?\\s*");
    private static final Pattern WANT = Pattern.compile("(?is).*\\bas an?\\b.*\\bi want\\b.*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Optional<Section> tasks = section(document, TASKS);
        Optional<Section> criteria = section(document, CRITERIA);
        Optional<Section> story = document.sections().filter(section -> section.key().matches("(user )?story"))
                .findFirst();
        boolean told = story.map(StoryRecogniser::words).filter(text -> WANT.matcher(text).matches()).isPresent();
        if (tasks.isEmpty() || criteria.isEmpty() || !told) {
            return;
        }
        findings.draft.goal = findings.draft.goal.isBlank() ? words(story.orElseThrow()) : findings.draft.goal;
        List<Section> read = Stream.of(tasks, criteria, story).flatMap(Optional::stream).toList();
        read.forEach(section -> {
            claims.take(section.line(), section.ownLastLine());
            findings.own(document.file(), section.line(), section.ownLastLine());
        });
        new Tasks(document, findings, criteria(criteria.orElseThrow())).read(tasks.orElseThrow());
    }

    private static Optional<Section> section(MarkdownDocument document, Pattern title) {
        return document.sections().filter(section -> title.matcher(section.key()).matches()
                && section.items().findAny().isPresent()).findFirst();
    }

    private static String words(Section section) {
        Stream<String> paragraphs = section.blocks().stream().filter(Block.Paragraph.class::isInstance)
                .flatMap(block -> ((Block.Paragraph) block).lines().stream()).map(Block.TextLine::raw);
        return Words.plain(String.join(" ", Stream.concat(paragraphs, section.items().map(Block.Item::raw)).toList()));
    }

    private static List<String> criteria(Section section) {
        return section.items().map(item -> Words.plain(item.raw()).replaceFirst("^(?:AC)?#?\\d+[:.)]\\s+", ""))
                .toList();
    }

    /** Reads the list of tasks. */
    private static final class Tasks {
        private final MarkdownDocument document;
        private final Findings findings;
        private final List<String> criteria;
        private String before = "";

        Tasks(MarkdownDocument document, Findings findings, List<String> criteria) {
            this.document = document;
            this.findings = findings;
            this.criteria = criteria;
        }

        void read(Section section) {
            int count = 0;
            for (Block.Item item : section.items().toList()) {
                count++;
                task(item, count);
            }
        }

        private void task(Block.Item item, int count) {
            String raw = item.raw();
            Matcher refers = REFERS.matcher(raw);
            boolean referring = refers.find();
            String title = referring ? raw.substring(0, refers.start()) : raw;
            Matcher counted = COUNTED.matcher(title);
            boolean numbered = counted.find();
            String id = "S-" + (numbered ? counted.group(1) : String.valueOf(count));
            var draft = new TaskDraft(id, Words.plain(numbered ? title.substring(counted.end()) : title),
                    PlanLint.ORCHESTRATOR);
            draft.place = new Place(document.file(), item.line());
            draft.runs = !item.lines().getFirst().raw().matches("\\[[xX]].*");
            draft.acceptance.addAll(referring ? meant(refers.group(1)) : List.of());
            item.subItems().forEach(step -> draft.deliverables.add(Words.plain(step.raw())));
            if (draft.runs) {
                Stream.of(before).filter(other -> !other.isEmpty()).forEach(draft.dependsOn::add);
                before = id;
            }
            findings.tasks.add(new FoundTask(draft, List.of(), "story"));
        }

        private List<String> meant(String written) {
            List<String> meant = new ArrayList<>();
            Matcher range = Pattern.compile("(\\d+)(?:\\s*-\\s*(\\d+))?").matcher(written);
            while (range.find()) {
                int first = Integer.parseInt(range.group(1));
                int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                for (int i = first; i <= Math.min(last, criteria.size()); i++) {
                    if (i > 0) {
                        meant.add(criteria.get(i - 1));
                    }
                }
            }
            return meant;
        }
    }
}
