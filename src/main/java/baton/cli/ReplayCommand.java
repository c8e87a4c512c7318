package baton.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import baton.batch.LineOutput;
import baton.cli.console.EventText;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.live.RoomOption;
import baton.cli.live.ScreenPlaces;
import baton.cli.record.ReadOptions;
import baton.cli.setup.RunOptions;
import baton.replay.Pace;
import baton.replay.Player;
import baton.replay.Player.Stretch;
import baton.replay.Verdict;
import baton.replay.Verifier;
import baton.runtime.SessionRecord;
import baton.view.page.SentenceLayout;
import baton.view.page.SentenceLayout.Detail;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton replay}: watches a recorded session again, or decides it again and compares. */
@Command(description = "Watch a recorded session again, in sentences. Nothing is asked, run or written.", footer = {
    "", "Into a file or pipe it plays without waits. --verify exits with 8 where a decision differs or the",
    "record is damaged, and names the event.", "", "Example:  baton replay last --speed 20"})
final class ReplayCommand implements Callable<ExitCode> {
    private static final int SIDE_CHARS_MAX = 240;
    private static final long IDLE_MS = 2_000;
    private static final int NUMBER_COLUMNS = 8;
    /** Seconds, or times as fast: far beyond what anybody could mean. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--speed", paramLabel = "N", description = "times as fast as it was")
    private @Nullable String speed;

    @Option(names = "--instant", description = "without waits")
    private boolean instant;

    @Option(names = "--from", paramLabel = "SEQ", description = "first event to show")
    private long from = 1;

    @Option(names = "--to", paramLabel = "SEQ", description = "last event to show")
    private long to = Long.MAX_VALUE;

    @Option(names = "--idle-limit", paramLabel = "S", description = "longest wait in seconds (2); 0 for as long as it was")
    private @Nullable String idleLimit;

    @Option(names = {"-v", "--verbose"}, description = "every step")
    private boolean verbose;

    @Option(names = "--numbers", description = "the number of the event before each line, as --at, --from and --to take it")
    private boolean numbers;

    @Option(names = "--tui", description = "on the full screen: play, step, seek, jump, compare")
    private boolean tui;

    @Option(names = "--verify", description = "decide it again from its inputs and compare; only the verdict is shown")
    private boolean verify;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Mixin
    private RoomOption room = new RoomOption();

    ReplayCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        if (tui && !verify) {
            return new ScreenPlaces(around, read.sessions(around), read.output(), new RunOptions()).in(room.room())
                    .watch(session);
        }
        try (var record = read.sessions(around).read(session)) {
            return verify ? verdict(record) : play(record);
        }
    }

    private ExitCode play(SessionRecord record) throws InterruptedException {
        refuseEmpty(record);
        var layout = new SentenceLayout(around.columnsOfLines() - (numbers ? NUMBER_COLUMNS : 0));
        var detail = verbose ? Detail.ALL : Detail.MAIN;
        ReadOptions.showAll(record, new Player(pace(), Thread::sleep), new Stretch(from, to), read.out(around),
                (view, event) -> numbered(event.seq(), layout.lines(view, event, detail)));
        return ExitCode.OK;
    }

    /** Only the first line of what an event says has its number. */
    private List<StyledLine> numbered(long seq, List<StyledLine> lines) {
        if (!numbers) {
            return lines;
        }
        var numbered = new ArrayList<StyledLine>();
        for (var line : lines) {
            String number = numbered.isEmpty() ? String.valueOf(seq) : "";
            var before = StyledLine.of(Tone.DIM,
                    " ".repeat(Math.max(0, NUMBER_COLUMNS - 2 - number.length())) + number + "  ");
            numbered.add(new StyledLine(Stream.concat(before.spans().stream(), line.spans().stream()).toList()));
        }
        return numbered;
    }

    /** Nothing would be shown, which looks like a session without events. */
    private void refuseEmpty(SessionRecord record) throws InterruptedException {
        if (from > to) {
            throw UserError.usage("--from " + from + " comes after --to " + to, "");
        }
        if (from > 1) {
            long last = ReadOptions.view(record).head().lastSeq();
            if (from > last) {
                throw UserError.usage("--from " + from + " is past the end: the last event is " + last, "");
            }
        }
    }

    private Pace pace() {
        long speedMilli = speed == null ? 1_000 : milli(speed, "--speed");
        long idleMs = idleLimit == null ? IDLE_MS : milli(idleLimit, "--idle-limit");
        if (speedMilli == 0) {
            throw UserError.usage("--speed must be more than 0", "--instant plays without waits.");
        }
        boolean watched = around.terminals().out() || speed != null;
        return instant || !watched ? Pace.INSTANT : new Pace(speedMilli, idleMs);
    }

    private static long milli(String text, String flag) {
        try {
            var number = new BigDecimal(text);
            if (number.compareTo(LARGEST) > 0) {
                throw UserError.usage(flag + " cannot be more than " + LARGEST.toPlainString(), "");
            }
            if (number.signum() >= 0) {
                return number.movePointRight(3).longValue();
            }
        } catch (NumberFormatException notANumber) {
            throw UserError.usage(flag + " cannot be \"" + text + "\"", "Write a number.");
        }
        throw UserError.usage(flag + " must not be negative", "");
    }

    private ExitCode verdict(SessionRecord record) {
        var out = read.out(around);
        return switch (new Verifier(record, EventText.lines(record.name())).verify()) {
            case Verdict.Exact exact -> said(out, Tone.GOOD, "verified", ": " + Amounts.of(exact.events(), "event")
                    + " decided again from " + Amounts.of(exact.inputs(), "input") + ", all as recorded", ExitCode.OK);
            case Verdict.Folded folded -> said(out, Tone.ATTENTION, "not decided again", ": "
                    + Amounts.of(folded.events(), "event") + " could be read, but rules " + folded.rules()
                    + " decided them, which this version does not have", ExitCode.OK);
            case Verdict.Empty empty -> said(out, Tone.ATTENTION, "empty", ": nothing was recorded", ExitCode.OK);
            case Verdict.Damaged damaged -> said(out, Tone.BAD, "damaged", " at event " + damaged.seq() + " ("
                    + damaged.type() + "): " + damaged.message(), ExitCode.DIVERGED);
            case Verdict.Diverged diverged -> diverged(out, diverged);
        };
    }

    private static ExitCode said(LineOutput out, Tone tone, String verdict, String rest, ExitCode exitCode) {
        out.show(StyledLine.of(tone, verdict).and(rest));
        return exitCode;
    }

    private static ExitCode diverged(LineOutput out, Verdict.Diverged diverged) {
        var sides = Verifier.around(diverged.recorded(), diverged.decided(), SIDE_CHARS_MAX);
        out.show(StyledLine.of(Tone.BAD, "diverged").and(" at event " + diverged.seq() + ", input "
                + diverged.input()));
        out.show(StyledLine.of("  recorded  " + sides.getFirst()));
        out.show(StyledLine.of("  decided   " + sides.getLast()));
        return ExitCode.DIVERGED;
    }
}
