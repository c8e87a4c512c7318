package baton.view.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import baton.engine.fact.SessionEvent.Casting;
import baton.plan.Edge;
import baton.plan.Needs;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanOrder;
import baton.plan.TaskSpec;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What waits for what, who takes its tasks in which order, and what only orders. */
final class OrderSection {
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    /** Fewer ids than this in a row are written out. */
    private static final int RUN_MIN = 3;
    private static final int SOFT_MAX = 8;
    /** More tasks than this would make the page two. */
    private static final int TITLED_MAX = 24;
    /** Where fewer columns are, titles need those in which it would say where the document says so. */
    private static final int PLACES_COLUMNS_MIN = 100;

    private final Plan plan;
    private final List<Casting> castings;
    private final Page page;
    /** Each task's place in the document. */
    private final Map<String, Integer> ranks = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs;

    private OrderSection(Plan plan, List<Casting> castings, Page page) {
        this.plan = plan;
        this.castings = castings;
        this.page = page;
        this.needs = Needs.of(plan);
        plan.tasks().forEach(task -> ranks.put(task.id(), ranks.size()));
    }

    static List<StyledLine> of(Plan plan, List<Casting> castings, Page page) {
        var section = new OrderSection(plan, castings, page);
        return Stream.of(section.tasks(), section.oneByOne(), section.soft()).flatMap(List::stream)
                .toList();
    }

    /** What the task waits for, the phases that the document closes off included. */
    private List<String> needs(TaskSpec task) {
        return List.copyOf(needs.getOrDefault(task.id(), new LinkedHashSet<>()));
    }

    private Stream<TaskSpec> runs() {
        return plan.tasks().stream().filter(TaskSpec::runs);
    }

    /** Every task by its title where that fits a page; else those that wait for the same in one row. */
    private List<StyledLine> tasks() {
        return runs().count() <= TITLED_MAX ? byTitle() : byNeed();
    }

    private List<StyledLine> byTitle() {
        var table = new Table(page.columnsMax());
        boolean isWide = page.columnsMax() >= PLACES_COLUMNS_MIN;
        Stream.concat(runs().filter(task -> needs(task).isEmpty()),
                runs().filter(task -> !needs(task).isEmpty()))
                .forEach(task -> table.row(Cell.of(task.id()), Cell.of(task.agent()), Cell.of(task.title()),
                        Cell.of(after(task)),
                        Cell.of(Tone.DIM, isWide && !needs(task).isEmpty() ? why(task) : "")));
        return table.lines(2);
    }

    private List<StyledLine> byNeed() {
        var free = runs().filter(task -> needs(task).isEmpty()).map(TaskSpec::id).toList();
        var lines = new ArrayList<>(free.isEmpty() ? List.of() : page.wrapped("Wait for nothing: " + ids(free)));
        var groups = new LinkedHashMap<List<String>, List<TaskSpec>>();
        runs().filter(task -> !needs(task).isEmpty())
                .forEach(task -> groups.computeIfAbsent(List.of(task.agent(), after(task), why(task)),
                        _ -> new ArrayList<>()).add(task));
        var table = new Table(page.columnsMax());
        groups.forEach((same, tasks) -> table.row(Cell.of(ids(tasks.stream().map(TaskSpec::id).toList())),
                Cell.of(same.getFirst()), Cell.of(same.get(1)), Cell.of(Tone.DIM, same.getLast())));
        lines.addAll(table.lines(2));
        return lines;
    }

    private String after(TaskSpec task) {
        return needs(task).isEmpty() ? "at once" : "after " + ids(inOrder(needs(task)));
    }

    private List<String> inOrder(List<String> needs) {
        return needs.stream().sorted(Comparator.comparing(id -> ranks.getOrDefault(id, Integer.MAX_VALUE))).toList();
    }

    /** Where the document says that the task waits; its own lines where no edge says so. */
    private String why(TaskSpec task) {
        String places = plan.edges().stream()
                .filter(edge -> edge.to().equals(task.id()) || edge.to().equals(task.agent()))
                .map(this::said).distinct().collect(Collectors.joining(", "));
        return places.isEmpty()
                ? plan.phases().stream().filter(phase -> phase.id().equals(task.phase()) && phase.barrier()).findFirst()
                        .map(phase -> line(phase.place()) + " \"" + phase.name() + "\"").orElse(line(task.place()))
                : places;
    }

    private String said(Edge edge) {
        return line(edge.place()) + (edge.label().isBlank() ? "" : " \"" + edge.label() + "\"");
    }

    /** Only the line where the page has named the file already. */
    private String line(Place place) {
        return place.file().equals(plan.source()) && place.line() > 0 ? "line " + place.line() : place.toString();
    }

    /** Agents with more tasks than they do at a time, and the order they take them in. */
    private List<StyledLine> oneByOne() {
        var byAgent = new LinkedHashMap<String, List<String>>();
        castings.forEach(casting -> byAgent.put(casting.agent(), new ArrayList<>()));
        var agents = new LinkedHashMap<String, String>();
        runs().forEach(task -> agents.put(task.id(), task.agent()));
        PlanOrder.of(plan)
                .forEach(id -> byAgent.computeIfAbsent(agents.getOrDefault(id, ""), _ -> new ArrayList<>()).add(id));
        var table = new Table(page.columnsMax());
        boolean isAny = false;
        for (var casting : castings) {
            var own = byAgent.getOrDefault(casting.agent(), List.of());
            if (casting.atOnceMax() > 0 && own.size() > casting.atOnceMax()) {
                isAny = true;
                table.row(Cell.of(casting.agent()), Cell.of(ids(own)), Cell.of(Tone.DIM,
                        casting.atOnceMax() == 1 ? "" : Amounts.of(casting.atOnceMax(), "task") + " at a time"));
            }
        }
        return isAny ? titled("One task at a time, in this order:", table) : List.of();
    }

    private List<StyledLine> soft() {
        var edges = plan.edges().stream().filter(edge -> !edge.binding() && !isHeldBack(edge)).toList();
        var table = new Table(page.columnsMax());
        edges.stream().limit(SOFT_MAX)
                .forEach(edge -> table.row(Cell.of(edge.from() + " before " + edge.to()),
                        Cell.of(Tone.DIM, said(edge))));
        if (edges.size() > SOFT_MAX) {
            table.row(Cell.of(Tone.DIM, "and " + (edges.size() - SOFT_MAX) + " more"));
        }
        return edges.isEmpty() ? List.of() : titled("Only an order, nobody is held back:", table);
    }

    /** A task of the one agent waits for a task of the other anyway, and the page has said so. */
    private boolean isHeldBack(Edge edge) {
        return runs().filter(task -> task.agent().equals(edge.to())).flatMap(task -> needs(task).stream())
                .anyMatch(need -> plan.task(need).map(task -> task.agent().equals(edge.from())).orElse(false));
    }

    private List<StyledLine> titled(String title, Table table) {
        var lines = new ArrayList<>(page.wrapped(title));
        lines.addAll(table.lines(4));
        return lines;
    }

    /** "T-1 to T-9, API-1" for a list in which nine ids follow one another. */
    private static String ids(List<String> ids) {
        var parts = new ArrayList<String>();
        for (int from = 0; from < ids.size();) {
            int to = from + 1;
            while (to < ids.size() && isNext(ids.get(to - 1), ids.get(to))) {
                to++;
            }
            if (to - from >= RUN_MIN) {
                parts.add(ids.get(from) + " to " + ids.get(to - 1));
            } else {
                parts.addAll(ids.subList(from, to));
            }
            from = to;
        }
        return String.join(", ", parts);
    }

    private static boolean isNext(String one, String other) {
        var first = NUMBERED.matcher(one);
        var second = NUMBERED.matcher(other);
        return first.matches() && second.matches() && first.group(1).equals(second.group(1))
                && first.group(2).length() <= second.group(2).length()
                && Integer.parseInt(first.group(2)) + 1 == Integer.parseInt(second.group(2));
    }
}
