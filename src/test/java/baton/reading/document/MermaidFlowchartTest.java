package baton.reading.document;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MermaidFlowchartTest {

    @Test
    void arrowsOfEveryLengthAndKindAreRead() {
        assertEquals(List.of("a>b", "b>c", "c>d", "d>e", "e>f", "f>g", "g>h"),
                arrows("graph TD", "a --> b", "b ----> c", "c -.-> d", "d ==> e", "e --- f", "f --x g", "g --o h"));
    }

    @Test
    void labelsStandInEitherForm() {
        assertEquals(List.of("a>b:go", "b>c:go on", "c>d:x", "d>e:y z", "e>f:w"),
                arrows("flowchart LR", "a -->|go| b", "b -- go on --> c", "c -. x .-> d", "d == y z ==> e",
                        "e -->|\"w\"| f"));
    }

    @Test
    void chainsAndFansAreTakenApart() {
        assertEquals(List.of("a>b", "b>c", "x>z", "x>w", "y>z", "y>w"),
                arrows("graph LR", "a --> b --> c", "x & y --> z & w"));
    }

    @Test
    void nodesKeepTheWordsOfEveryShape() {
        var chart = chart("flowchart TB", "a[One] --> b(Two)", "c{Three} --> d((Four))", "e([Five]) --> f[[Six]]",
                "g[(Seven)] --> h{{Eight}}", "i[\"Nine: [9]\"] --> j>Ten]", "k-1[Agent 1: Data<br/>and more] --> l");
        assertEquals(List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine: [9]", "Ten",
                "Agent 1: Data and more", "l"),
                chart.arrows().stream().flatMap(arrow -> List.of(arrow.from(), arrow.to()).stream()).map(chart::nameOf)
                        .toList());
    }

    @Test
    void whatSaysNothingAboutOrderIsPassedOver() {
        var chart = chart("%% who waits", "graph TD;", "a-->b;b-->c;", "subgraph one [First]", "direction LR", "end",
                "style a fill:#f9f", "classDef x stroke:red", "a:::x --> d", "lonely[Alone]");
        assertEquals(List.of("a>b", "b>c", "a>d"), shown(chart));
        assertEquals(List.of(), chart.unknownLines());
    }

    @Test
    void lineThatIsNothingKnownIsKeptAndHarmsNoOther() {
        var chart = chart("graph TD", "a --> b", "--> oops", "c => d", "e --> f");
        assertEquals(List.of("a>b", "e>f"), shown(chart));
        assertEquals(List.of(3, 4), chart.unknownLines());
    }

    @Test
    void headerMayShareItsLineWithTheFirstArrows() {
        assertEquals(List.of("a>b", "b>c", "c>d"), arrows("graph TD; a --> b; b --> c", "c --> d"));
        assertEquals(List.of("a>b"), arrows("graph LR a --> b;"));
        assertEquals(List.of(), arrows("graph LR a --> b"));
    }

    @Test
    void otherDiagramsAreNoFlowcharts() {
        assertFalse(MermaidFlowchart.isFlowchart(lines("sequenceDiagram", "A->>B: hi")));
        assertFalse(MermaidFlowchart.isFlowchart(lines("gantt", "title x")));
        assertTrue(MermaidFlowchart.isFlowchart(lines("---", "title: x", "---", "flowchart TD")));
    }

    private static List<String> arrows(String... lines) {
        return shown(chart(lines));
    }

    private static List<String> shown(MermaidFlowchart chart) {
        return chart.arrows().stream().map(arrow -> arrow.from() + ">" + arrow.to()
                + (arrow.label().isEmpty() ? "" : ":" + arrow.label())).toList();
    }

    private static MermaidFlowchart chart(String... lines) {
        return MermaidFlowchart.parse(lines(lines));
    }

    private static List<Block.TextLine> lines(String... lines) {
        List<Block.TextLine> all = new ArrayList<>();
        for (String line : lines) {
            all.add(new Block.TextLine(line, all.size() + 1));
        }
        return all;
    }
}
