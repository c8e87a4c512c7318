package baton.reading;

import baton.plan.Edge;
import baton.plan.Place;
import baton.reading.Findings.FoundEdge;

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
        claims.take(fence);
        for (int line : chart.unknownLines()) {
            findings.note("mermaid-line", new Place(document.file(), line),
                    "this line of the diagram was not understood");
        }
    }
}
