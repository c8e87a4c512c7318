package baton.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;

import baton.cli.BatchSession.Show;
import baton.plan.Plan;
import baton.runtime.EventStore;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import baton.tool.FolderWorkspace;
import baton.view.Projector;
import baton.view.SessionView;
import baton.view.page.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton resume}: goes on where a session stopped, under its own settings with what the flags change. */
@Command(description = "Go on where a session stopped. Nothing that was answered is asked again.", footer = {"",
    "Flags change what the session was started with; the seed and the plan stay as they were.", "",
    "Example:  baton resume last --answer D-1=2"})
final class ResumeCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(paramLabel = "SESSION", arity = "0..1", defaultValue = "last", description = "the newest one if not named")
    private String session = "last";

    @Option(names = "--batch", description = "unattended, whatever face it had")
    private boolean batch;

    @Option(names = "--line", description = "line by line, as baton chat")
    private boolean line;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private WhereOptions where = new WhereOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ResumeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws IOException, InterruptedException {
        var preparation = Preparation.of(options.flags(), around);
        var format = OutputFormat.parse(preparation.layers().text(Setting.OUTPUT_FORMAT));
        var reports = Reports.tried(options.junit(), around);
        var sessions = SessionsFolder.find(where.sessions(around), around);
        Path file = sessions.file(session);
        var store = sessions.catalog().openToWrite(file);
        try {
            refuseDamaged(store);
            var view = view(store);
            var settings = settings(view, preparation);
            var place = place(preparation, settings, SideFolders.of(sessions.folder(), store.name()));
            output.err(around).show(ProblemLines.of(preparation.notes(), 0));
            var show = new Show(output, format, options.isVerbose(), reports);
            return new LiveSession(around, preparation.wiring(), face(view, show))
                    .resume(sessions, store, place, settings);
        } finally {
            store.close();
        }
    }

    /** The face it had, unless another is wanted. */
    private SessionFace.Maker face(SessionView view, Show show) {
        if (batch && line) {
            throw UserError.usage("--batch and --line cannot both hold", "Choose one.");
        }
        boolean talks = line
                || (!batch && view.head().settings().map(RunSettings::face).orElse(Face.BATCH) != Face.BATCH);
        return talks
                ? name -> new LineSession(around, LineOptions.seat(output, options.isVerbose(), around), name)
                : name -> new BatchSession(around, show, name);
    }

    /** Nothing is added to a record that somebody or something changed: it would give the change a sound end. */
    private static void refuseDamaged(EventStore store) {
        store.findDamage().ifPresent(damage -> {
            throw new StoreException(Kind.DAMAGED, "session " + store.name() + " is damaged: " + damage.message());
        });
    }

    private static SessionView view(EventStore store) {
        var view = SessionView.EMPTY;
        try (var events = store.events(1, Long.MAX_VALUE)) {
            for (var facts = events.iterator(); facts.hasNext();) {
                view = Projector.boards(view, facts.next());
            }
        }
        if (view.head().settings().isEmpty()) {
            throw UserError.refused("session " + store.name() + " holds nothing to go on with",
                    "It ended before its plan was recorded: start it again with baton run.");
        }
        return view;
    }

    private RunSettings settings(SessionView view, Preparation preparation) {
        var recorded = view.head().settings().orElseThrow();
        var layers = RecordedSettings.layers(recorded, options.flags());
        var matters = new LinkedHashMap<String, String>();
        // What is settled can still be named, but its words fit nothing that is asked.
        view.inbox().stream()
                .forEach(item -> matters.put(item.id(), item.isOpen() ? item.ask().wholeText() : ""));
        var answers = new ArrayList<PreparedAnswer>(preparation.answers(matters, options.answers()));
        answers.addAll(recorded.answers());
        var models = options.flags().containsKey(Setting.MODEL)
                ? preparation.models(recorded.models())
                : recorded.models();
        return new RunSettingsMaker(layers).make(Plan.empty("", ""), models, answers);
    }

    private WorkspacePlace place(Preparation preparation, RunSettings settings, SideFolders side) {
        boolean named = !preparation.layers().text(Setting.WORKSPACE).isEmpty();
        var noted = WorkspaceNote.read(side);
        if (named || noted.isEmpty()) {
            return preparation.workspace(settings.mode());
        }
        return preparation.workspace(settings.mode(), noted.get(), side);
    }
}
