package baton.view.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import baton.settings.ModelFacts.Price;
import baton.view.course.RehearsedRun;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/**
 * What many simulated runs of a plan say together: how long it takes, what decides that, who is busy, what more agents would
 * change, and what it might cost. Every page says that nothing of it was measured.
 */
public final class RehearsedPlan {
    private final List<RehearsedRun> runs;
    private final List<RehearsedRun> others;

    /**
     * At least one run.
     *
     * @param runs all with the same number of agents at once
     * @param others runs with other numbers
     */
    public RehearsedPlan(List<RehearsedRun> runs, List<RehearsedRun> others) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must not be empty");
        }
        this.runs = List.copyOf(runs);
        this.others = List.copyOf(others);
    }

    /** A chain of tasks and in how many runs it decided the end. */
    public record Chain(List<String> tasks, int runs) {}

    /** An agent's work in a run on average, and the share of the run's time. */
    public record Share(String agent, long workedMs, int percent) {}

    /** The median run with so many agents at once. */
    public record Breadth(int agentsMax, int runs, long medianMs) {}

    /** The value that so many percent of the runs do not exceed. */
    public long quantile(int percent, ToLongFunction<RehearsedRun> figure) {
        long[] sorted = runs.stream().mapToLong(figure).sorted().toArray();
        return sorted[Math.clamp((long) Math.ceil(percent / 100.0 * sorted.length) - 1, 0, sorted.length - 1)];
    }

    /** How many runs ended how. */
    public Map<String, Integer> statuses() {
        Map<String, Integer> counts = new TreeMap<>();
        runs.forEach(run -> counts.merge(run.status().toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }

    /** The chains, the most frequent first. */
    public List<Chain> chains() {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        runs.forEach(run -> counts.merge(run.critical(), 1, Integer::sum));
        return counts.entrySet().stream().map(entry -> new Chain(entry.getKey(), entry.getValue()))
                .sorted((one, other) -> Integer.compare(other.runs(), one.runs())).toList();
    }

    public List<Share> shares() {
        long timeMs = Math.max(1, runs.stream().mapToLong(RehearsedRun::durationMs).sum());
        Map<String, Long> worked = new LinkedHashMap<>();
        runs.forEach(run -> run.busy().forEach(busy -> worked.merge(busy.agent(), busy.workedMs(), Long::sum)));
        return worked.entrySet().stream().map(entry -> new Share(entry.getKey(), entry.getValue() / runs.size(),
                (int) Math.round(100.0 * entry.getValue() / timeMs))).toList();
    }

    /** By the number of agents at once, the given one among them. */
    public List<Breadth> breadths() {
        Map<Integer, List<RehearsedRun>> byNumber = new TreeMap<>();
        runs.forEach(run -> byNumber.computeIfAbsent(run.agentsMax(), _ -> new ArrayList<>()).add(run));
        others.forEach(run -> byNumber.computeIfAbsent(run.agentsMax(), _ -> new ArrayList<>()).add(run));
        return byNumber.entrySet().stream().map(entry -> new Breadth(entry.getKey(), entry.getValue().size(),
                new RehearsedPlan(entry.getValue(), List.of()).quantile(50, RehearsedRun::durationMs))).toList();
    }

    /** What the median run would cost at this price, by the offline model's rough count of tokens. */
    public long costMicros(Price price) {
        return price.costMicros(quantile(50, RehearsedRun::inputTokens), quantile(50, RehearsedRun::outputTokens), 0,
                0);
    }

    /** {@code questions} says what became of them, {@code cost} is a sentence on money. */
    public List<StyledLine> page(String name, String questions, String cost, int columnsMax) {
        var page = new Page(columnsMax);
        page.line(StyledLine.of(Tone.ATTENTION, "simulated").and(" · ").and(Tone.STRONG, name).and(" · "
                + Amounts.of(runs.size(), "rehearsal") + " with seeds " + runs.getFirst().seed() + " to "
                + runs.getLast().seed()));
        page.line(StyledLine.of(Tone.DIM, "Offline model, virtual time, " + questions + ": "
                + "nothing here was measured on a real model."));
        page.section("How long it takes (simulated)", page.wrapped(length()));
        page.section("How it ends (simulated)", page.wrapped(endings()));
        page.section("What decides the end (simulated)", chains(page));
        page.section("Who is busy (simulated)", busy(columnsMax));
        page.section("More or fewer agents at once (simulated)", breadth(columnsMax));
        page.section("Tokens and cost (simulated)", page.wrapped("A median run takes about "
                + Amounts.count(quantile(50, RehearsedRun::inputTokens)) + " tokens in and "
                + Amounts.count(quantile(50, RehearsedRun::outputTokens)) + " out. " + cost));
        return page.lines();
    }

    private String length() {
        return "Half of the runs take " + time(50) + " or less; one in ten " + time(10) + " or less, nine in ten "
                + time(90) + " or less. Shortest " + time(0) + ", longest " + time(100) + ".";
    }

    private String time(int percent) {
        return Amounts.duration(quantile(percent, RehearsedRun::durationMs));
    }

    private String endings() {
        var words = new ArrayList<String>();
        statuses().forEach((status, count) -> words.add(count + " " + status));
        return String.join(", ", words) + "; " + quantile(50, RehearsedRun::accepted) + " of "
                + Amounts.of(runs.getFirst().tasks(), "task") + " accepted in a median run.";
    }

    private List<StyledLine> chains(Page page) {
        return chains().stream().limit(3).flatMap(chain -> page.wrapped("In " + chain.runs() + " of " + runs.size()
                + ": " + String.join(" → ", chain.tasks())).stream()).toList();
    }

    private List<StyledLine> busy(int columnsMax) {
        var table = new Table(columnsMax);
        shares().forEach(share -> table.row(Cell.of(share.agent()), Cell.of(share.percent() + " %"),
                Cell.of(Tone.DIM, Amounts.duration(share.workedMs()) + " of work on average")));
        return table.lines(2);
    }

    private List<StyledLine> breadth(int columnsMax) {
        var table = new Table(columnsMax);
        breadths().forEach(breadth -> table.row(Cell.of(Amounts.of(breadth.agentsMax(), "agent")),
                Cell.of(Amounts.duration(breadth.medianMs())),
                Cell.of(Tone.DIM, "median of " + Amounts.of(breadth.runs(), "run")
                        + (breadth.agentsMax() == runs.getFirst().agentsMax() ? ", as set" : ""))));
        return table.lines(2);
    }

    /** The runs that all figures but those of {@link #breadths} rest on. */
    public List<RehearsedRun> runs() {
        return runs;
    }
}
