package baton.view.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A graph without cycles drawn downwards in lanes: one row a node, its arrows as lines beside it.
 *
 * <p>Arrows to the same node share a lane, so a drawing needs no more lanes than there are nodes that something already drawn
 * leads to. Lanes are two columns wide. Where even that is more than the caller allows, nothing is drawn.
 */
final class LaneGraph {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;
    private static final String UNICODE = " ╵╷│╴╯╮┤╶╰╭├─┴┬┼";
    private static final String ASCII = " ||| '.+ `.+-+++";

    private final Map<String, List<String>> after;
    private final Set<String> critical;
    private final String signs;
    private final boolean ascii;
    private final List<String> lanes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** One line of the drawing: its lanes, and what stands beside them. */
    record Row(String lanes, Beside beside, String node) {
        /** A node, room for a heading, or nothing because the line holds arrows alone. */
        enum Beside {
            NODE, HEADING, NOTHING
        }
    }

    private LaneGraph(Map<String, List<String>> after, Set<String> critical, boolean ascii) {
        this.after = after;
        this.critical = critical;
        this.ascii = ascii;
        this.signs = ascii ? ASCII : UNICODE;
    }

    /**
     * Draws the nodes in the order given, in which every node stands behind all that lead to it.
     *
     * @param order the nodes from top to bottom; an empty text stands for a heading between them
     * @param after for each node those it leads to
     * @param critical nodes that get the other mark
     */
    static List<Row> draw(List<String> order, Map<String, List<String>> after, Set<String> critical, boolean ascii) {
        var graph = new LaneGraph(new LinkedHashMap<>(after), critical, ascii);
        order.forEach(graph::node);
        return List.copyOf(graph.rows);
    }

    /** Columns that the widest row takes. */
    static int width(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.lanes().length()).max().orElse(0);
    }

    private void node(String node) {
        if (node.isEmpty()) {
            rows.add(new Row(straight(-1, ' '), Row.Beside.HEADING, ""));
            return;
        }
        int own = lanes.indexOf(node);
        own = own < 0 ? free() : own;
        lanes.set(own, node);
        char mark = critical.contains(node) ? (ascii ? '#' : '◆') : ascii ? 'o' : '●';
        rows.add(new Row(straight(own, mark), Row.Beside.NODE, node));
        lanes.set(own, "");
        arrows(own, after.getOrDefault(node, List.of()));
        while (!lanes.isEmpty() && lanes.getLast().isEmpty()) {
            lanes.removeLast();
        }
    }

    private int free() {
        int free = lanes.indexOf("");
        if (free < 0) {
            lanes.add("");
            free = lanes.size() - 1;
        }
        return free;
    }

    /** A row in which every used lane goes straight down, with a mark in one of them. */
    private String straight(int at, char mark) {
        var row = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            row.append(i == at ? mark : lanes.get(i).isEmpty() ? ' ' : signs.charAt(UP | DOWN)).append(' ');
        }
        return row.toString().stripTrailing();
    }

    /** The row that leads from a node to the lanes of those behind it; none where there is only a way straight down. */
    private void arrows(int own, List<String> next) {
        var before = new ArrayList<>(lanes);
        var ends = new TreeSet<Integer>();
        for (String node : next) {
            int lane = lanes.indexOf(node);
            if (lane < 0) {
                lane = lanes.get(own).isEmpty() ? own : free();
                lanes.set(lane, node);
            }
            ends.add(lane);
        }
        boolean straight = ends.isEmpty() || (ends.size() == 1 && ends.contains(own));
        if (straight) {
            return;
        }
        int first = Math.min(own, ends.getFirst());
        int last = Math.max(own, ends.getLast());
        var row = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            boolean used = i < before.size() && !before.get(i).isEmpty();
            int lines = used ? UP | DOWN : 0;
            lines |= i == own ? UP : 0;
            lines |= ends.contains(i) ? DOWN : 0;
            lines |= i > first && i <= last ? LEFT : 0;
            lines |= i >= first && i < last ? RIGHT : 0;
            row.append(signs.charAt(lines)).append(i >= first && i < last ? signs.charAt(LEFT | RIGHT) : ' ');
        }
        rows.add(new Row(row.toString().stripTrailing(), Row.Beside.NOTHING, ""));
    }
}
