package baton.tui.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.plan.PlanGraph;
import baton.tui.frame.Canvas;
import baton.tui.frame.Ink;
import baton.tui.state.Scene;
import baton.tui.state.UiState;
import baton.view.Tags;
import baton.view.TaskCard;
import baton.view.course.Schedule;

/** Tasks as boxes from left to right, each behind what it needs; double lines are the critical path. */
final class PlanGraphPart {
    private static final int BOX_MIN = 15;
    private static final int BOX_WIDE = 26;
    private static final int BOX_MAX = 36;
    private static final int GAP = 5;
    private static final int NORTH = 1;
    private static final int EAST = 2;
    private static final int SOUTH = 4;
    private static final int WEST = 8;
    private static final int ALL = 15;
    /** Part of the critical path, which shows by double lines where they go straight on. */
    private static final int CRITICAL = 16;
    /** The line sign for every set of directions. */
    private static final String LINES = "   └ │┌├ ┘─┴┐┤┬┼";

    private final Scene scene;
    private final Tags tags;
    private final UiState state;
    private final Schedule schedule;
    private final Canvas canvas;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final int[][] lines;
    /** Rows from one box to the next: 3 with borders all around, less where a layer has more tasks. */
    private int pitch = 3;
    /** Columns of a box: as many as there is room for, so that titles can be read. */
    private int box = BOX_MIN;

    private record Place(int column, int row) {}

    PlanGraphPart(Scene scene, Tags tags, UiState state, Schedule schedule, Canvas canvas) {
        this.scene = scene;
        this.tags = tags;
        this.state = state;
        this.schedule = schedule;
        this.canvas = canvas;
        this.lines = new int[canvas.rows() + 1][canvas.columns() + 1];
    }

    void paint(Optional<PlanGraph> known, String chosen) {
        if (known.isEmpty()) {
            canvas.text(2, 0, "This session has no plan of its own; its tasks stand in the timeline (z).", Ink.DIM);
            return;
        }
        var graph = known.get();
        List<List<String>> layers = graph.layers().stream()
                .map(layer -> layer.stream().filter(task -> !state.switches().criticalOnly()
                        || schedule.critical().contains(task)).toList())
                .filter(layer -> !layer.isEmpty()).toList();
        if (layers.size() == 1) {
            layers = beside(layers.getFirst());
        }
        int widest = layers.stream().mapToInt(List::size).max().orElse(1);
        pitch = widest * 3 <= canvas.rows() - 1 ? 3 : widest * 2 <= canvas.rows() ? 2 : 1;
        box = Math.clamp((canvas.columns() - 3 + GAP) / Math.max(1, layers.size()) - GAP, BOX_MIN, BOX_MAX);
        int across = Math.max(1, (canvas.columns() - 2 + GAP) / (box + GAP));
        int at = layerOf(layers, chosen);
        int first = BoardScreen.first(at, across, layers.size());
        for (int i = 0; i < across && first + i < layers.size(); i++) {
            layer(layers.get(first + i), 2 + i * (box + GAP), chosen);
        }
        places.keySet().forEach(task -> graph.dependenciesOf(task).stream().filter(places::containsKey)
                .forEach(needed -> connect(needed, task)));
        drawLines();
        places.forEach((task, place) -> scene.session().task(task).ifPresent(card -> frame(card, place, chosen)));
        edges(first, across, layers.size());
    }

    /** Where nothing waits for anything there are no edges, and tasks may stand in as many columns as there is room for. */
    private List<List<String>> beside(List<String> tasks) {
        int columns = Math.max(1, (canvas.columns() - 2 + GAP) / (BOX_WIDE + GAP));
        int each = Math.max((tasks.size() + columns - 1) / columns, Math.min(tasks.size(), (canvas.rows() - 1) / 3));
        var beside = new ArrayList<List<String>>();
        for (int from = 0; from < tasks.size(); from += Math.max(1, each)) {
            beside.add(tasks.subList(from, Math.min(tasks.size(), from + Math.max(1, each))));
        }
        return beside;
    }

    private void edges(int first, int across, int count) {
        if (first > 0) {
            canvas.text(0, 0, "◂", Ink.ACCENT);
        }
        if (first + across < count) {
            canvas.text(canvas.columns() - 1, 0, "▸", Ink.ACCENT);
        }
    }

    private static int layerOf(List<List<String>> layers, String task) {
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).contains(task)) {
                return i;
            }
        }
        return 0;
    }

    private void layer(List<String> layer, int column, String chosen) {
        String phase = scene.session().task(layer.getFirst()).map(task -> task.spec().phase()).orElse("");
        canvas.text(column, 0, Paint.cut(phaseName(phase), box + GAP - 2), Ink.DIM);
        int most = Math.max(1, (canvas.rows() - 1) / pitch);
        int first = BoardScreen.first(Math.max(0, layer.indexOf(chosen)), most, layer.size());
        for (int i = 0; i < most && first + i < layer.size(); i++) {
            places.put(layer.get(first + i), new Place(column, 1 + i * pitch));
        }
        if (layer.size() > most) {
            canvas.textUpTo(column + box + GAP - 1, 0, "+" + (layer.size() - most), Ink.ACCENT);
        }
    }

    private String phaseName(String id) {
        return scene.session().head().plan().flatMap(plan -> plan.phases().stream()
                .filter(phase -> phase.id().equals(id)).findFirst()).map(phase -> phase.name()).orElse(id);
    }

    /** From the right edge of one box to the left edge of the other, turning in the gap before the latter. */
    private void connect(String from, String to) {
        var start = places.get(from);
        var end = places.get(to);
        if (start == null || end == null || end.column() - start.column() != box + GAP) {
            return;
        }
        int turn = end.column() - 3;
        int a = middle(start);
        int b = middle(end);
        int kind = schedule.critical().contains(from) && schedule.critical().contains(to) ? CRITICAL : 0;
        for (int column = start.column() + box; column < turn; column++) {
            link(column, a, EAST | WEST | kind);
        }
        if (a == b) {
            link(turn, a, EAST | WEST | kind);
        } else {
            link(turn, a, WEST | (b > a ? SOUTH : NORTH));
            for (int row = Math.min(a, b) + 1; row < Math.max(a, b); row++) {
                link(turn, row, NORTH | SOUTH);
            }
            link(turn, b, EAST | (b > a ? NORTH : SOUTH));
        }
        link(turn + 1, b, EAST | WEST | kind);
    }

    /** The row of a box that its words stand in. */
    private int middle(Place place) {
        return place.row() + (pitch == 3 ? 1 : 0);
    }

    private void link(int column, int row, int directions) {
        if (row >= 0 && row < lines.length && column >= 0 && column < lines[0].length) {
            lines[row][column] |= directions;
        }
    }

    private void drawLines() {
        for (int row = 0; row < canvas.rows(); row++) {
            for (int column = 0; column < canvas.columns(); column++) {
                int line = lines[row][column] & ALL;
                if (line != 0) {
                    boolean twice = line == (EAST | WEST) && (lines[row][column] & CRITICAL) != 0;
                    canvas.text(column, row, twice ? "═" : LINES.substring(line, line + 1), Ink.DIM);
                }
            }
        }
        places.forEach((task, place) -> {
            if (place.column() > 2 && lines[middle(place)][place.column() - 2] != 0) {
                canvas.text(place.column() - 1, middle(place), "▸", Ink.DIM);
            }
        });
    }

    private void frame(TaskCard task, Place place, String chosen) {
        boolean critical = schedule.critical().contains(task.id());
        boolean here = task.id().equals(chosen);
        int ink = here ? Ink.ACCENT | Ink.BOLD : Ink.DIM;
        String sides = critical ? "╔═╗║╚╝" : "┌─┐│└┘";
        int right = place.column() + box - 1;
        int row = middle(place);
        canvas.text(place.column(), row, sides.substring(3, 4), ink);
        canvas.text(right, row, sides.substring(3, 4), ink);
        if (pitch == 3) {
            border(place.column(), row - 1, sides.substring(0, 3), ink);
            border(place.column(), row + 1, sides.substring(4, 5) + sides.substring(1, 2) + sides.substring(5, 6), ink);
        }
        if (here) {
            canvas.text(place.column() - 1, row, ">", Ink.ACCENT | Ink.BOLD);
        }
        inside(task, place.column() + 1, row, here);
    }

    private void border(int column, int row, String signs, int ink) {
        canvas.text(column, row, signs.substring(0, 1), ink);
        canvas.repeat(column + 1, row, signs.substring(1, 2), box - 2, ink);
        canvas.text(column + box - 1, row, signs.substring(2, 3), ink);
    }

    private void inside(TaskCard task, int column, int row, boolean here) {
        var mark = Mark.of(task.stand());
        var tag = tags.of(task.spec().agent());
        int at = canvas.text(column, row, mark.sign + " ", mark.ink);
        at = canvas.text(at, row, Paint.cut(task.id(), 5), here ? Ink.BOLD : Ink.PLAIN);
        at = canvas.text(at + 1, row, tag.letters(), Ink.agent(tag.number()) | Ink.BOLD);
        String state = mark == Mark.RUN || mark == Mark.CHECKED ? task.percent() + "%" : mark.letters;
        int end = canvas.textUpTo(column + box - 2, row, state, mark.ink);
        if (end - at > 6) {
            canvas.text(at + 1, row, Paint.cut(task.spec().title(), end - at - 2), Ink.DIM);
        }
    }
}
