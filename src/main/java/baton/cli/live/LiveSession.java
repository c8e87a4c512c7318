package baton.cli.live;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import baton.cli.console.Deadline;
import baton.cli.console.ExitCode;
import baton.cli.console.Surroundings;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.ContextTexts;
import baton.cli.setup.PlanChecks;
import baton.cli.setup.SessionTemplates;
import baton.cli.setup.SideFolders;
import baton.cli.setup.Wiring;
import baton.cli.setup.WorkspaceNote;
import baton.cli.setup.WorkspacePlace;
import baton.engine.Command.Open;
import baton.engine.Command.Resume;
import baton.engine.StandardTexts;
import baton.engine.fact.SessionEvent.Casting;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.runtime.EventStore;
import baton.runtime.SessionListener;
import baton.runtime.SessionLoop;
import baton.runtime.SessionRecord;
import baton.runtime.Workplace;
import baton.settings.RunSettings;
import baton.tool.CommandRunner;
import baton.tool.Workspace;

/** Lets a session work in this process, new or gone on with, and closes everything in the right order. */
public final class LiveSession {
    private final Surroundings around;
    private final Wiring wiring;
    private final SessionFace.Maker faces;

    LiveSession(Surroundings around, Wiring wiring, SessionFace.Maker faces) {
        this.around = around;
        this.wiring = wiring;
        this.faces = faces;
    }

    /** What a new session begins with. */
    public record Start(RunSettings settings, Plan plan, List<Problem> problems, List<Casting> castings) {}

    /** Where a session lies, with the folders beside it, and where its agents work. */
    record Where(SessionsFolder sessions, SideFolders side, WorkspacePlace place) {}

    /** The same with the workspace open, for as long as the session works. */
    private record Desk(SessionsFolder sessions, SideFolders side, Workspace workspace, WorkspacePlace place) {}

    /** Creates a session and runs it. */
    ExitCode open(SessionsFolder sessions, WorkspacePlace place, Start start) throws IOException, InterruptedException {
        var store = sessions.catalog().create(start.plan().name(), System.currentTimeMillis());
        try (store; var face = faces.of(sessions.typing(store.name()))) {
            var desk = desk(new Where(sessions, SideFolders.of(sessions.folder(), store.name()), place));
            WorkspaceNote.write(desk.side(), place);
            var context = new ContextTexts(desk.workspace(), wiring.redact()).of(start.plan());
            var settings = start.settings().withFace(face.kind());
            var opening = new Open(settings, start.plan(), start.problems(), start.castings(), context,
                    StandardTexts.all(), Wiring.tools(), SessionTemplates.of(start.plan(), around));
            var workplace = wiring.workplace(store, settings, desk.workspace(), desk.side(),
                    PlanChecks.of(start.plan(), place, around), 0);
            return work(face, desk, workplace, settings, store,
                    listeners -> SessionLoop.open(workplace, opening, listeners));
        }
    }

    /** Goes on with a recorded session, whose writer {@code store} is. */
    ExitCode resume(EventStore store, Where where, RunSettings given) throws IOException, InterruptedException {
        try (store; var face = faces.of(where.sessions().typing(store.name()))) {
            var desk = desk(where);
            catchUp(face, store);
            var changes = ChangesSince.of(face.view(), desk.workspace(), around);
            face.changed(changes, ChangesSince.meaning(face.view(), changes));
            var settings = given.withFace(face.kind());
            var workplace = wiring.workplace(store, settings, desk.workspace(), desk.side(),
                    PlanChecks.of(face.view().head().plan().orElse(Plan.empty("", "")), desk.place(), around),
                    face.view().head().lastAtMs());
            return work(face, desk, workplace, settings, store,
                    listeners -> SessionLoop.resume(workplace, new Resume(settings, ChangesSince.told(changes)),
                            listeners));
        }
    }

    /** Everything is closed in the reverse order: nobody is let in any more before the result has gone to those who are. */
    private ExitCode work(SessionFace face, Desk desk, Workplace workplace, RunSettings settings, EventStore store,
            Function<List<SessionListener>, SessionLoop> starting) throws InterruptedException {
        face.clock(workplace.time());
        try (var doors = new Doors(store.name(), face, desk.side(), wiring, desk.sessions(), around);
                var loop = starting.apply(doors.listeners());
                var _ = new Deadline(workplace.time(), settings.limits().timeoutMs(), loop)) {
            doors.open(loop);
            return face.watch(loop, filesIn(desk), store);
        }
    }

    private Desk desk(Where where) throws IOException {
        CommandRunner.endStrays();
        return new Desk(where.sessions(), where.side(), wiring.workspace(where.place(), where.side()), where.place());
    }

    private static void catchUp(SessionFace face, SessionRecord record) {
        try (var events = record.events(1, Long.MAX_VALUE)) {
            events.forEach(face::catchUp);
        }
    }

    private static String filesIn(Desk desk) {
        return switch (desk.place()) {
            case WorkspacePlace.Copy copy -> desk.side().files().toString();
            case WorkspacePlace.Folder folder -> "";
        };
    }
}
