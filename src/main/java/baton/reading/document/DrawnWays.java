package baton.reading.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import baton.reading.document.MermaidFlowchart.Arrow;

/** Where one comes to along the arrows of a chart: forward, in the order in which the nodes are drawn, and through diamonds. */
final class DrawnWays {

    /** Steps that no chart of a person takes; in one that does, what is not looked at by then counts as no way back. */
    private static final int STEPS_MAX = 20_000_000;

    private final MermaidFlowchart chart;
    private final Map<String, Integer> drawn = new HashMap<>();
    private final Map<String, List<Arrow>> from = new HashMap<>();
    private final Map<String, List<String>> forwardInto = new HashMap<>();
    private int steps;

    DrawnWays(MermaidFlowchart chart) {
        this.chart = chart;
        chart.places().keySet().forEach(node -> drawn.put(node, drawn.size()));
        for (Arrow arrow : chart.arrows()) {
            from.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(arrow);
            if (place(arrow.to()) > place(arrow.from())) {
                forwardInto.computeIfAbsent(arrow.to(), _ -> new ArrayList<>()).add(arrow.from());
            }
        }
    }

    private int place(String node) {
        return drawn.getOrDefault(node, -1);
    }

    /** The arrows with those through diamonds joined. */
    List<Arrow> joined() {
        Set<String> diamonds = chart.diamonds();
        List<Arrow> kept = new ArrayList<>(chart.arrows().stream().filter(arrow -> !diamonds.contains(arrow.from())
                && !diamonds.contains(arrow.to())).toList());
        for (String node : chart.places().keySet()) {
            Set<Arrow> beyond = diamonds.contains(node) ? Set.of() : beyond(node);
            Set<String> before = beyond.isEmpty() ? Set.of() : leadingTo(node);
            beyond.stream().filter(last -> !before.contains(last.to()))
                    .forEach(last -> kept.add(new Arrow(node, last.to(), last.label(), last.line())));
        }
        return kept;
    }

    /** Those of the arrows that are no way back. */
    List<Arrow> forward(List<Arrow> arrows) {
        Set<String> leading = Set.of();
        List<Arrow> kept = new ArrayList<>();
        String last = "";
        for (Arrow arrow : arrows) {
            boolean back = place(arrow.to()) <= place(arrow.from());
            if (back && !arrow.from().equals(last)) {
                last = arrow.from();
                leading = leadingTo(last);
            }
            if (!back || !leading.contains(arrow.to())) {
                kept.add(arrow);
            }
        }
        return kept;
    }

    /** The node and all from which one comes to it forward. */
    private Set<String> leadingTo(String node) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.push(node);
        while (!open.isEmpty() && steps < STEPS_MAX) {
            String here = open.pop();
            steps++;
            if (found.add(here)) {
                forwardInto.getOrDefault(here, List.of()).forEach(open::push);
            }
        }
        return found;
    }

    /** The arrows by which one comes out of the diamonds that a node leads to, through others if need be. */
    private Set<Arrow> beyond(String node) {
        Set<Arrow> found = new LinkedHashSet<>();
        for (Arrow arrow : from.getOrDefault(node, List.of())) {
            if (chart.diamonds().contains(arrow.to())) {
                beyond(arrow.to(), found);
            }
        }
        return found;
    }

    private void beyond(String diamond, Set<Arrow> found) {
        Set<String> seen = new HashSet<>();
        seen.add(diamond);
        Deque<Iterator<Arrow>> open = new ArrayDeque<>();
        open.push(from.getOrDefault(diamond, List.of()).iterator());
        while (!open.isEmpty() && steps < STEPS_MAX) {
            steps++;
            if (!open.element().hasNext()) {
                open.pop();
                continue;
            }
            Arrow arrow = open.element().next();
            if (!chart.diamonds().contains(arrow.to())) {
                found.add(arrow);
            } else if (seen.add(arrow.to())) {
                open.push(from.getOrDefault(arrow.to(), List.of()).iterator());
            }
        }
    }
}
