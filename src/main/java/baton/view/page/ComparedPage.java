package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

import baton.view.compare.Comparison;
import baton.view.compare.Comparison.JobSide;
import baton.view.compare.Comparison.Output;
import baton.view.compare.Parting.Next;
import baton.view.compare.Side;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.Folding;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;

/** Two sessions side by side as a page: where they part, and what differs; of what is the same only how much there is. */
public final class ComparedPage {
    private static final int SENTENCE_LINES_MAX = 3;
    /** From so many columns on there is room for more than the two sides. */
    private static final int WIDE = 100;
    private static final String ABSENT = "–";

    private final Comparison compared;
    private final Page page;

    private ComparedPage(Comparison compared, int columnsMax) {
        this.compared = compared;
        this.page = new Page(columnsMax);
    }

    public static List<StyledLine> of(Comparison compared, int columnsMax) {
        return new ComparedPage(compared, columnsMax).lines();
    }

    private List<StyledLine> lines() {
        head("A", compared.a());
        head("B", compared.b());
        page.section("Beginning", beginning());
        page.section("Decisions, questions, blockers", matters());
        page.section("Tasks", tasks());
        page.section("Files", files());
        page.section("Figures", figures());
        page.section("Figures of the plan", metrics());
        return page.lines();
    }

    private void head(String letter, Side side) {
        page.line(StyledLine.of(Tone.STRONG, letter + "  " + side.session()));
        String how = side.plan() + " · " + side.model() + " · " + side.status()
                + (side.reason().isBlank() ? "" : ": " + side.reason());
        Folding.of(StyledLine.of("   " + how), page.columnsMax(), 3, SENTENCE_LINES_MAX).forEach(page::line);
        if (!side.forkedFrom().isEmpty()) {
            page.line(StyledLine.of(Tone.DIM, "   forked from " + side.forkedFrom() + " at event " + side.forkedAt()));
        }
    }

    private List<StyledLine> beginning() {
        var common = compared.common();
        if (common.events() == 0) {
            return page.wrapped("They have no event in common: they were begun apart, and are matched by ids.");
        }
        var lines = new ArrayList<StyledLine>(page.wrapped("The first " + Amounts.of(common.events(), "event")
                + " are the same: " + Amounts.duration(common.durationMs()) + ", "
                + Amounts.of(common.turns(), "model call") + ", which were made once."));
        if (common.a().equals(Next.NONE) && common.b().equals(Next.NONE)) {
            lines.addAll(page.wrapped("Neither has any other event."));
            return lines;
        }
        lines.addAll(page.wrapped("They part at event " + (common.events() + 1) + ":"));
        lines.addAll(next("A", common.a()));
        lines.addAll(next("B", common.b()));
        return lines;
    }

    private List<StyledLine> next(String letter, Next next) {
        var line = StyledLine.of("  " + letter + "  ");
        return Folding.of(next.equals(Next.NONE)
                ? line.and(Tone.DIM, "ends here")
                : line.and(Tone.DIM, next.type() + "  ").and(next.what()), page.columnsMax(), 5, SENTENCE_LINES_MAX);
    }

    private List<StyledLine> matters() {
        var table = headed("A", "B", "");
        var differing = compared.matters().stream().filter(matter -> !matter.same()).toList();
        differing.forEach(matter -> table.row(Cell.of(matter.id()), cell(matter.a(), "never asked"),
                cell(matter.b(), "never asked"), about(matter.what())));
        return shown(table, differing.size(), compared.matters().size(), "matter");
    }

    private List<StyledLine> tasks() {
        var table = headed("A", "B", "");
        var differing = compared.tasks().stream().filter(job -> !job.same()).toList();
        differing.forEach(job -> table.row(Cell.of(job.id()), cell(words(job.a(), job.b()), "not there"),
                cell(words(job.b(), job.a()), "not there"), about(job.title())));
        return shown(table, differing.size(), compared.tasks().size(), "task");
    }

    /** What a row is about gives way first: its id says it too. */
    private Cell about(String words) {
        return Cell.of(Tone.DIM, page.columnsMax() < WIDE ? "" : words);
    }

    /** The agent and the attempts are only worth saying where they differ, or are more than one. */
    private static String words(Optional<JobSide> side, Optional<JobSide> other) {
        return side.map(job -> {
            boolean agents = other.map(JobSide::agent).filter(agent -> !agent.equals(job.agent())).isPresent();
            boolean attempts = job.attempts() > 1 || other.filter(known -> known.attempts() > 1).isPresent();
            return job.state() + (agents ? ", " + job.agent() : "")
                    + (attempts ? ", " + Amounts.of(job.attempts(), "attempt") : "")
                    + (job.attempts() > 0 ? ", " + Amounts.duration(job.workedMs()) : "");
        }).orElse("");
    }

    private List<StyledLine> files() {
        var table = headed("A", "B");
        var differing = compared.files().stream().filter(file -> !file.same()).toList();
        differing.forEach(file -> table.row(Cell.of(file.path()), cell(size(file.aSha256(), file.aBytes()), ABSENT),
                cell(size(file.bSha256(), file.bBytes()), ABSENT), Cell.of(Tone.DIM, how(file))));
        return shown(table, differing.size(), compared.files().size(), "file");
    }

    private static String size(String sha256, long bytes) {
        return sha256.isEmpty() ? "" : Amounts.bytes(bytes);
    }

    private static String how(Output file) {
        if (file.aSha256().isEmpty()) {
            return "only in B";
        }
        return file.bSha256().isEmpty() ? "only in A" : "other content";
    }

    private List<StyledLine> figures() {
        var table = headed("A", "B", "B − A");
        row(table, "tasks accepted", Side::accepted, Amounts::count);
        row(table, "tasks failed", Side::failed, Amounts::count);
        row(table, "run time", Side::durationMs, Amounts::duration);
        row(table, "model calls", Side::turns, Amounts::count);
        row(table, "tool calls", Side::toolCalls, Amounts::count);
        row(table, "tokens in", Side::inputTokens, Amounts::count);
        row(table, "tokens out", Side::outputTokens, Amounts::count);
        cost(table);
        row(table, "handoffs", Side::handoffs, Amounts::count);
        row(table, "blockers", Side::blockers, Amounts::count);
        row(table, "refused by gates", Side::gatesFailed, Amounts::count);
        row(table, "agents at most", Side::agentsMax, Amounts::count);
        return table.lines(2);
    }

    private void row(Table table, String name, ToLongFunction<Side> figure, LongFunction<String> words) {
        long a = figure.applyAsLong(compared.a());
        long b = figure.applyAsLong(compared.b());
        table.row(Cell.of(name), Cell.of(words.apply(a)), Cell.of(words.apply(b)), difference(b - a, words));
    }

    private static Cell difference(long by, LongFunction<String> words) {
        if (by == 0) {
            return Cell.of(Tone.DIM, "same");
        }
        return Cell.of((by > 0 ? "+" : "−") + words.apply(Math.abs(by)));
    }

    /** A price that is not known makes no difference that could be told. */
    private void cost(Table table) {
        boolean known = compared.a().costKnown() && compared.b().costKnown();
        table.row(Cell.of("cost"), Cell.of(cost(compared.a())), Cell.of(cost(compared.b())), known
                ? difference(compared.b().costMicros() - compared.a().costMicros(), Amounts::money)
                : Cell.of(Tone.DIM, "not known"));
    }

    private static String cost(Side side) {
        return side.costKnown() ? Amounts.money(side.costMicros()) : "n/a";
    }

    private List<StyledLine> metrics() {
        var table = headed("A", "B", "");
        compared.metrics().forEach(metric -> table.row(Cell.of(metric.name()), cell(metric.a(), ABSENT),
                cell(metric.b(), ABSENT), Cell.of(Tone.DIM, "target " + metric.target())));
        return compared.metrics().isEmpty() ? List.of() : table.lines(2);
    }

    private Table headed(String... headings) {
        var cells = new ArrayList<>(List.of(Cell.of("")));
        for (String heading : headings) {
            cells.add(Cell.of(Tone.DIM, heading));
        }
        return new Table(page.columnsMax()).row(cells.toArray(Cell[]::new));
    }

    private static Cell cell(String text, String absent) {
        return text.isEmpty() ? Cell.of(Tone.DIM, absent) : Cell.of(TextWidth.cut(text, 200));
    }

    /** What differs, then how much does not. */
    private List<StyledLine> shown(Table table, int differing, int all, String noun) {
        if (all == 0) {
            return List.of();
        }
        int same = all - differing;
        var lines = new ArrayList<StyledLine>(differing == 0 ? List.of() : table.lines(2));
        if (same > 0) {
            String rest = differing == 0
                    ? "No difference in " + Amounts.of(same, noun)
                    : Amounts.of(same, "other " + noun) + (same == 1 ? " is" : " are") + " the same";
            lines.add(StyledLine.of(Tone.DIM, "  " + rest));
        }
        return lines;
    }
}
