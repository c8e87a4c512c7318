package baton.view.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.view.SessionView;
import baton.view.Stand;
import baton.view.Wording;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import baton.view.text.Typing;

/** The page at the end of a run: what was done, what it took, what is left, and what to type next. */
public final class Summary {
    private static final int NAME_COLUMNS_MIN = 16;
    /** Columns for the words around the plan's name in the first line. */
    private static final int OTHERS = 26;
    private static final int BRIEF_ROWS = 40;

    private final SessionView view;
    private final Frame frame;

    private Summary(SessionView view, Frame frame) {
        this.view = view;
        this.frame = frame;
    }

    /**
     * Where the page is shown and what its commands must name.
     *
     * @param typing the session, and how commands for it are typed where the page is read
     * @param filesIn the folder the files were written to, or empty where that needs no saying
     * @param columnsMax terminal columns
     * @param rowsMax rows of a section; what needs a person is never cut
     */
    public record Frame(Typing typing, String filesIn, int columnsMax, int rowsMax) {
        /** With all rows there are. */
        public Frame(Typing typing, String filesIn, int columnsMax) {
            this(typing, filesIn, columnsMax, Integer.MAX_VALUE);
        }

        /** Of a session that is found by its name. */
        public Frame(String session, String filesIn, int columnsMax) {
            this(Typing.PLAIN.of(session, session), filesIn, columnsMax);
        }

        String session() {
            return typing.session();
        }

        /** What is written for a person beside a screen: as much as they still look through. */
        public Frame brief() {
            return new Frame(typing, filesIn, columnsMax, BRIEF_ROWS);
        }
    }

    /** The page for a session as it stands, also for one that has not ended. */
    public static List<StyledLine> of(SessionView view, Frame frame) {
        return new Summary(view, frame).page();
    }

    private List<StyledLine> page() {
        int columns = frame.columnsMax();
        var page = new Page(columns);
        headline().forEach(page::line);
        page.section("Tasks", cut(TaskSection.of(view, columns)));
        page.section(filesHeading(), cut(FileSection.of(view, columns)));
        page.section("Gates", cut(RecordSection.gates(view, columns)));
        page.section("Handoffs", cut(RecordSection.handoffs(view, columns)));
        page.section("Findings", cut(RecordSection.findings(view, columns)));
        page.section("Settled on the way", cut(PeopleSection.settled(view, columns)));
        page.section("Agents at work", pool(page));
        page.section("Figures of the plan", RecordSection.metrics(view, columns));
        page.section("Spent", page.wrapped(spent()));
        page.section("Red flags", redFlags(page));
        page.section("Tools that were not here", toolsMissing(page));
        page.section("For you", PeopleSection.open(view, frame));
        page.section("Next", next());
        return page.lines();
    }

    private List<StyledLine> cut(List<StyledLine> lines) {
        if (lines.size() <= frame.rowsMax()) {
            return lines;
        }
        var shown = new ArrayList<>(lines.subList(0, frame.rowsMax() - 1));
        shown.add(StyledLine.of(Tone.DIM, "  … and " + Amounts.count(lines.size() - shown.size()) + " more; "
                + frame.typing().inOwn("baton sessions show " + frame.session() + "  has all of them")));
        return shown;
    }

    private List<StyledLine> headline() {
        var head = view.head();
        var result = head.result();
        var first = (head.isRehearsal() ? StyledLine.of(Tone.ATTENTION, "rehearsal").and(" · ") : StyledLine.EMPTY)
                .and(Tone.STRONG,
                        TextWidth.cut(head.planName(), Math.max(NAME_COLUMNS_MIN, frame.columnsMax() - OTHERS)))
                .and(" · ")
                .and(result.map(Wording::tone).orElse(Tone.PLAIN),
                        result.map(ended -> Wording.status(ended.status())).orElse("not ended"));
        int accepted = view.count(Stand.ACCEPTED) + view.count(Stand.DEGRADED);
        String counts = accepted + " of " + Amounts.of(view.tasks().size(), "task") + " accepted in "
                + Amounts.duration(durationMs());
        var lines = new ArrayList<>(List.of(first, StyledLine.of(counts)));
        for (var origin : head.origins().reversed()) {
            lines.add(StyledLine.of(Tone.DIM,
                    TextWidth.cut("forked from " + origin.session() + " at event " + origin.seq(),
                            frame.columnsMax())));
        }
        result.filter(ended -> Wording.tone(ended) != Tone.GOOD).map(SessionResult::reason)
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> lines.add(StyledLine.of(Tone.ATTENTION, reason)));
        return lines;
    }

    private long durationMs() {
        return view.head().result().map(SessionResult::durationMs).orElse(view.head().runMs());
    }

    private String filesHeading() {
        long bytes = FileSection.kept(view).mapToLong(file -> file.bytes()).sum();
        String where = frame.filesIn().isEmpty() ? "" : " in " + frame.filesIn();
        return "Files written (" + FileSection.kept(view).count() + ", " + Amounts.bytes(bytes) + ")" + where;
    }

    private List<StyledLine> pool(Page page) {
        var pool = view.pool();
        long runMs = view.head().runMs();
        if (pool.activeMs() == 0 || runMs == 0) {
            return List.of();
        }
        String average = String.format(Locale.ROOT, "%.1f", (double) pool.activeMs() / runMs);
        String wanted = pool.floor() > 0 && pool.floor() != pool.ceiling()
                ? pool.floor() + " to " + pool.ceiling()
                : (pool.floor() > 0 ? "always " : "up to ") + pool.ceiling();
        var lines = new ArrayList<>(page.wrapped(average + " on average, " + wanted + " wanted"));
        var table = new Table(page.columnsMax());
        pool.belowMs().forEach((reason, ms) -> table.row(
                Table.Cell.of(Amounts.duration(ms) + " below the floor"), Table.Cell.of(Tone.DIM, reason)));
        lines.addAll(table.lines(2));
        return lines;
    }

    private String spent() {
        var spend = view.spend();
        var usage = spend.usage();
        String cached = usage.cacheReadTokens() == 0
                ? ""
                : " (" + Amounts.count(usage.cacheReadTokens()) + " from the cache)";
        return Amounts.of(spend.turns(), "model call") + ", " + Amounts.of(spend.toolCalls(), "tool call") + ", "
                + (usage.estimated() ? "about " : "") + Amounts.count(usage.inputTokens()) + " tokens in" + cached
                + ", " + Amounts.count(usage.outputTokens()) + " out, cost " + Wording.cost(view);
    }

    private List<StyledLine> redFlags(Page page) {
        return view.shared().redFlags().stream().flatMap(flag -> page.wrapped(flag).stream()).toList();
    }

    private List<StyledLine> toolsMissing(Page page) {
        return view.head().result().map(SessionResult::toolsMissing).orElse(List.of()).stream()
                .flatMap(tool -> page.wrapped(tool).stream()).toList();
    }

    private List<StyledLine> next() {
        var commands = NextCommands.of(view, frame.typing());
        int command = commands.stream().mapToInt(next -> TextWidth.of(next.command())).max().orElse(0);
        int purpose = commands.stream().mapToInt(next -> TextWidth.of(next.purpose())).max().orElse(0);
        if (2 + command + 2 + purpose > frame.columnsMax()) {
            // A command must be whole to be of use; what it is for gives way first.
            return commands.stream().map(next -> StyledLine.of("  " + next.command())).toList();
        }
        var table = new Table(frame.columnsMax());
        commands.forEach(next -> table.row(Table.Cell.of(next.command()), Table.Cell.of(Tone.DIM, next.purpose())));
        return table.lines(2);
    }
}
