package baton.cli.record;

import java.util.List;
import java.util.function.BiFunction;

import baton.batch.LineOutput;
import baton.cli.console.OutputOptions;
import baton.cli.console.Surroundings;
import baton.cli.console.WhereOptions;
import baton.engine.fact.RecordedEvent;
import baton.replay.Pace;
import baton.replay.Player;
import baton.runtime.SessionRecord;
import baton.view.SessionView;
import baton.view.text.StyledLine;
import picocli.CommandLine.Mixin;

/** What every command has that looks at a recorded session. */
public final class ReadOptions {
    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public SessionsFolder sessions(Surroundings around) {
        return SessionsFolder.find(where.sessions(around), around);
    }

    public OutputOptions output() {
        return output;
    }

    public LineOutput out(Surroundings around) {
        return output.out(around);
    }

    public LineOutput err(Surroundings around) {
        return output.err(around);
    }

    /** The view after the last fact. */
    public static SessionView view(SessionRecord record) throws InterruptedException {
        return new Player(Pace.INSTANT, ms -> {}).play(record, Player.Stretch.WHOLE, (view, event) -> true);
    }

    /** Shows lines for every fact of a stretch, until the reader has gone away. */
    public static void showAll(SessionRecord record, Player player, Player.Stretch stretch, LineOutput out,
            BiFunction<SessionView, RecordedEvent, List<StyledLine>> lines) throws InterruptedException {
        player.play(record, stretch, (view, event) -> {
            out.show(lines.apply(view, event));
            return !out.isGone();
        });
    }
}
