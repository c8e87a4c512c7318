package baton.reading;

import java.util.List;
import java.util.Optional;

import baton.plan.Edge;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.Findings.FoundAgent;
import baton.reading.Findings.FoundEdge;
import baton.reading.Findings.FoundTask;

/** Arrows of Mermaid flowcharts, each as "the second after the first", with the nodes' labels for names. */
final class MermaidRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().forEach(section -> section.blocks().forEach(block -> {
            if (block instanceof Block.Fence fence && (fence.info().equals("mermaid") || fence.info().isEmpty())
                    && MermaidFlowchart.isFlowchart(fence.lines())) {
                take(document, fence, claims, findings);
                claims.take(section.line(), section.line());
            }
        }));
    }

    private static void take(MarkdownDocument document, Block.Fence fence, Claims claims, Findings findings) {
        var chart = MermaidFlowchart.parse(fence.lines());
        for (MermaidFlowchart.Arrow arrow : chart.arrows()) {
            findings.edges.add(new FoundEdge(chart.nameOf(arrow.from()), chart.nameOf(arrow.to()), arrow.label(),
                    Edge.Source.MERMAID, new Place(document.file(), arrow.line())));
        }
        frames(document, chart, findings);
        claims.take(fence);
        for (int line : chart.unknownLines()) {
            findings.note("mermaid-line", new Place(document.file(), line),
                    "this line of the diagram was not understood");
        }
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
