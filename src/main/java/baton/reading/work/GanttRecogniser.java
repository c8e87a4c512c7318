package baton.reading.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Assignment;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;

/**
 * Bars of a Mermaid gantt chart: sections are agents or topics, bars are jobs with start and length; "after" is an order.
 *
 * <p>
 * The format is described at mermaid.js.org under "Gantt diagrams". Milestones are bars of no length and no job.
 */
public final class GanttRecogniser implements Recogniser {

    private static final Set<String> TAGS = Set.of("done", "active", "crit", "milestone", "vert");
    private static final Pattern SILENT = Pattern.compile(
            "(?:title|dateFormat|axisFormat|tickInterval|excludes|includes|todayMarker|weekday|weekend|accTitle|accDescr|inclusiveEndDates|topAxis|click|%%).*|---.*|gantt\\s*");
    private static final Pattern BAR = Pattern.compile("([^:]{1,120}?)\\s*:\\s*(.*)");
    private static final Pattern LENGTH = Pattern.compile("\\d+(?:\\.\\d+)?(?:ms|s|m|h|d|w|M|y)");
    private static final Pattern DATE = Pattern.compile("\\d[\\d./: T-]*");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (passage.block() instanceof Block.Fence fence && fence.isGantt()) {
                new Chart(passage, fence, findings).read();
                passage.claim(claims);
            }
        }
    }

    /** One chart with the ids of its bars. */
    private static final class Chart {
        private final Passage passage;
        private final Block.Fence fence;
        private final Findings findings;
        private final Map<String, String> titles = new HashMap<>();
        private final List<String[]> after = new ArrayList<>();
        private String section = "";

        Chart(Passage passage, Block.Fence fence, Findings findings) {
            this.passage = passage;
            this.fence = fence;
            this.findings = findings;
        }

        void read() {
            for (Block.TextLine line : fence.lines()) {
                String text = line.raw().strip();
                Matcher bar = BAR.matcher(text);
                if (text.startsWith("section ")) {
                    section = text.substring("section ".length()).strip();
                } else if (!text.isEmpty() && !SILENT.matcher(text).matches() && bar.matches()) {
                    bar(bar.group(1).strip(), List.of(bar.group(2).split("\\s*,\\s*", -1)), line.line());
                }
            }
            for (String[] pair : after) {
                findings.edges.add(new FoundEdge(titles.getOrDefault(pair[0], pair[0]), pair[1], "", Edge.Source.GANTT,
                        new Place(passage.document().file(), Integer.parseInt(pair[2]))));
            }
        }

        private void bar(String title, List<String> parts, int line) {
            boolean milestone = parts.contains("milestone");
            titles.put(title, title);
            var draft = new TaskDraft("", title, PlanLint.ORCHESTRATOR);
            Optional<Assignment> named = Optional.of(Assignment.read(title, findings.roster))
                    .filter(one -> one.agent().isPresent());
            named.ifPresent(one -> draft.title = one.words());
            draft.agent = findings.roster.meant(section).or(() -> named.flatMap(Assignment::agent))
                    .orElse(PlanLint.ORCHESTRATOR);
            draft.kind = TaskSpec.Kind.ASSIGNMENT;
            draft.place = new Place(passage.document().file(), line);
            for (String part : parts) {
                part(part.strip(), title, line, draft);
            }
            if (!milestone && !(draft.agent.equals(PlanLint.ORCHESTRATOR) && findings.roster.isEmpty())) {
                findings.tasks.add(new FoundTask(draft, List.of(), "gantt"));
            }
        }

        private void part(String part, String title, int line, TaskDraft draft) {
            if (part.isEmpty() || TAGS.contains(part)) {
                return;
            }
            if (part.startsWith("after ")) {
                for (String id : part.substring("after ".length()).strip().split("\\s+", -1)) {
                    after.add(new String[]{id, title, Integer.toString(line)});
                }
            } else if (LENGTH.matcher(part).matches()) {
                draft.estimate = part;
            } else if (DATE.matcher(part).matches()) {
                if (draft.start.isEmpty()) {
                    draft.start = part;
                } else {
                    draft.deadline = part;
                }
            } else {
                titles.put(part, title);
                draft.id = part.matches("\\p{L}{1,4}-?\\d{1,4}") ? part : draft.id;
            }
        }
    }
}
