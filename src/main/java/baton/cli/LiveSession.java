package baton.cli;

import java.io.IOException;
import java.util.List;

import baton.cli.BatchSession.Show;
import baton.engine.Command.Open;
import baton.engine.Command.Resume;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.rule.conversation.StandardTexts;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.runtime.EventStore;
import baton.runtime.SessionLoop;
import baton.settings.RunSettings;
import baton.tool.CommandRunner;
import baton.tool.Workspace;

/** Lets a session work in this process, new or gone on with, and closes everything in the right order. */
final class LiveSession {
    private final Surroundings around;
    private final Wiring wiring;
    private final Show show;

    LiveSession(Surroundings around, Wiring wiring, Show show) {
        this.around = around;
        this.wiring = wiring;
        this.show = show;
    }

    /** What a new session begins with. */
    record Start(RunSettings settings, Plan plan, List<Problem> problems, List<Casting> castings) {}

    /** The session's own folders and how it is shown, for as long as it works. */
    private record Desk(SideFolders side, Workspace workspace, WorkspacePlace place) {}

    /** Creates a session and runs it. */
    ExitCode open(SessionsFolder sessions, WorkspacePlace place, Start start) throws IOException, InterruptedException {
        var store = sessions.catalog().create(start.plan().name(), System.currentTimeMillis());
        try (store; var batch = new BatchSession(around, show, store.name())) {
            var desk = desk(sessions, store, place);
            WorkspaceNote.write(desk.side(), place);
            var context = new ContextTexts(desk.workspace(), wiring.redact()).of(start.plan());
            var opening = new Open(start.settings(), start.plan(), start.problems(), start.castings(), context,
                    StandardTexts.all(), Wiring.tools());
            var workplace = wiring.workplace(store, start.settings(), desk.workspace(), desk.side(), 0);
            try (var loop = SessionLoop.open(workplace, opening, batch.listeners());
                    var _ = new Deadline(workplace.time(), start.settings().limits().timeoutMs(), loop)) {
                return batch.watch(loop, filesIn(desk), store);
            }
        }
    }

    /** Goes on with a recorded session, whose writer {@code store} is. */
    ExitCode resume(SessionsFolder sessions, EventStore store, WorkspacePlace place, RunSettings settings)
            throws IOException, InterruptedException {
        try (store; var batch = new BatchSession(around, show, store.name())) {
            var desk = desk(sessions, store, place);
            batch.catchUp(store);
            var changes = ChangesSince.of(batch.view(), desk.workspace(), around);
            var workplace = wiring.workplace(store, settings, desk.workspace(), desk.side(),
                    batch.view().head().lastAtMs());
            try (var loop = SessionLoop.resume(workplace, new Resume(settings, changes), batch.listeners());
                    var _ = new Deadline(workplace.time(), settings.limits().timeoutMs(), loop)) {
                return batch.watch(loop, filesIn(desk), store);
            }
        }
    }

    private Desk desk(SessionsFolder sessions, EventStore store, WorkspacePlace place)
            throws IOException {
        CommandRunner.endStrays();
        var side = SideFolders.of(sessions.folder(), store.name());
        return new Desk(side, wiring.workspace(place, side), place);
    }

    private static String filesIn(Desk desk) {
        return switch (desk.place()) {
            case WorkspacePlace.Copy copy -> desk.side().files().toString();
            case WorkspacePlace.Folder folder -> "";
        };
    }
}
