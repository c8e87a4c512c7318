package baton.reading.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.MermaidFlowchart;
import baton.reading.document.Section;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Words;
import baton.reading.work.TableRecogniser;

/** Arrows of Mermaid flowcharts, each as "the second after the first", with the nodes' labels for names. */
public final class MermaidRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<Block.Fence, Section> charts = new LinkedHashMap<>();
        document.sections().forEach(section -> section.blocks().forEach(block -> {
            if (block instanceof Block.Fence fence && (fence.info().equals("mermaid") || fence.info().isEmpty())
                    && MermaidFlowchart.isFlowchart(fence.lines())) {
                charts.put(fence, section);
            }
        }));
        if (!charts.isEmpty()) {
            var around = new AroundCharts(document);
            charts.forEach((fence, section) -> {
                take(document, fence, around, claims, findings);
                claims.take(section.line(), section.line());
            });
        }
    }

    private static void take(MarkdownDocument document, Block.Fence fence, AroundCharts around, Claims claims,
            Findings findings) {
        var chart = MermaidFlowchart.parse(fence.lines());
        Map<String, MermaidWork.Job> jobs = MermaidWork.in(chart, around.speakOfAgents(fence),
                code -> around.hold(code, fence));
        long agents = chart.places().keySet().stream().filter(node -> NameIndex.saysAgent(chart.nameOf(node))).count();
        // Nodes that are called agents are those agents, whatever the letters of the headings are.
        boolean ids = jobs.isEmpty() && agents * 2 < chart.places().size()
                && around.speakOfIds(fence, chart.places().keySet());
        for (MermaidFlowchart.Arrow arrow : (jobs.isEmpty() ? chart.joined() : chart.forward())) {
            findings.edges.add(new FoundEdge(name(arrow.from(), chart, jobs, ids), name(arrow.to(), chart, jobs, ids),
                    arrow.label(), Edge.Source.MERMAID, new Place(document.file(), arrow.line())));
        }
        if (jobs.isEmpty()) {
            frames(document, chart, findings);
        } else {
            jobs.forEach((node, job) -> job(node, job, document, chart, findings));
        }
        if (ids) {
            tables(document, chart, around, claims, findings);
        }
        claims.take(fence);
        for (int line : chart.unknownLines()) {
            findings.note("mermaid-line", new Place(document.file(), line),
                    "this line of the diagram was not understood");
        }
    }

    private static String name(String node, MermaidFlowchart chart, Map<String, MermaidWork.Job> jobs, boolean ids) {
        return jobs.containsKey(node) ? jobs.get(node).what() : ids ? node : chart.nameOf(node);
    }

    /** A node that says who does what is a job, and the frame around it a stage. */
    private static void job(String node, MermaidWork.Job job, MarkdownDocument document, MermaidFlowchart chart,
            Findings findings) {
        var place = new Place(document.file(), chart.places().getOrDefault(node, 1));
        boolean human = Lexicon.WORDS.words("HUMAN").contains(Words.key(job.who()));
        if (!human) {
            var agent = new FoundAgent(AgentName.of(job.who()), place);
            agent.mention = true;
            findings.agents.add(agent);
        }
        String id = job.id().isEmpty() && node.matches("\\p{L}{1,4}-?\\d{1,4}") ? node : job.id();
        var draft = new TaskDraft(id, job.what(), job.who());
        draft.place = place;
        draft.kind = TaskSpec.Kind.TASK;
        draft.outputs.addAll(job.paths());
        Optional.ofNullable(chart.framed().get(node)).map(MermaidFlowchart.Framed::frame).ifPresent(frame -> {
            draft.phase = Words.slug(frame);
            findings.phases.add(new FoundPhase(new Phase(draft.phase, frame, Phase.Mode.PARALLEL, List.of(), false,
                    place), place.line(), 0, Optional.empty(), List.of(), List.of()));
        });
        findings.tasks.add(new FoundTask(draft, List.of(), "diagram"));
    }

    /**
     * A table that lists the nodes by their ids says what stands behind them; it is read as if it said "id" there. With one
     * row for each agent it is a list of the team and left to those who read these.
     */
    private static void tables(MarkdownDocument document, MermaidFlowchart chart, AroundCharts around, Claims claims,
            Findings findings) {
        around.tablesOf(chart.places().keySet(), claims).forEach(table -> {
            if (!claims.isTaken(table.line()) && isOfNodes(table, chart)) {
                List<String> header = new ArrayList<>(table.header());
                header.set(0, "id");
                int told = IntStream.range(1, header.size()).filter(i -> longest(table, i)).findFirst().orElse(0);
                if (told > 0) {
                    header.set(told, "task");
                }
                if (TableRecogniser.take(new Block.Table(header, table.rows(), table.line(), table.lastLine()),
                        document, findings)) {
                    claims.take(table);
                }
            }
        });
    }

    private static boolean isOfNodes(Block.Table table, MermaidFlowchart chart) {
        return table.rows().stream().allMatch(row -> !row.cells().isEmpty()
                && chart.places().containsKey(Words.plain(row.cells().getFirst()))) && isShared(table);
    }

    /** True where one agent stands in several rows. */
    private static boolean isShared(Block.Table table) {
        return IntStream.range(1, table.header().size())
                .anyMatch(i -> Label.all(table.header().get(i)).contains(Label.AGENT)
                        && table.rows().stream().filter(row -> i < row.cells().size())
                                .map(row -> NameIndex.key(row.cells().get(i))).distinct()
                                .count() < table.rows().size());
    }

    /** True for the column with the most words. */
    private static boolean longest(Block.Table table, int column) {
        return IntStream.range(1, table.header().size()).allMatch(i -> words(table, i) <= words(table, column));
    }

    private static int words(Block.Table table, int column) {
        return table.rows().stream().filter(row -> column < row.cells().size())
                .mapToInt(row -> Words.count(row.cells().get(column))).sum();
    }

    /** Frames that are all agents hold their jobs. */
    private static void frames(MarkdownDocument document, MermaidFlowchart chart, Findings findings) {
        boolean agents = !chart.framed().isEmpty() && chart.framed().entrySet().stream()
                .allMatch(entry -> NameIndex.saysAgent(entry.getValue().frame())
                        && !NameIndex.saysAgent(chart.nameOf(entry.getKey()))
                        && Words.count(chart.nameOf(entry.getKey())) > 1);
        if (!agents) {
            return;
        }
        chart.framed().forEach((node, framed) -> {
            var place = new Place(document.file(), framed.line());
            var agent = new FoundAgent(AgentName.of(framed.frame()), place);
            agent.mention = true;
            findings.agents.add(agent);
            var draft = new TaskDraft("", chart.nameOf(node), framed.frame());
            draft.place = place;
            draft.kind = TaskSpec.Kind.TASK;
            findings.tasks.add(new FoundTask(draft, List.of(), "diagram", true, Optional.empty()));
        });
    }
}
