package baton.cli.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import baton.cli.console.ExitCode;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Preparation;
import baton.cli.setup.RecordedSettings;
import baton.cli.setup.RunSettingsMaker;
import baton.cli.setup.SideFolders;
import baton.cli.setup.WorkspaceNote;
import baton.cli.setup.WorkspacePlace;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.runtime.EventStore;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.SessionRecord;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import baton.view.Projector;
import baton.view.SessionView;

/** Goes on with a recorded session in any face, under its own settings with what flags change. */
public final class Resumption {
    private final Surroundings around;
    private final SessionsFolder sessions;
    private final Preparation preparation;
    private final Map<Setting, String> flags;
    private final List<String> answers;

    /** {@code answers} are given in advance, as the flag has them. */
    public Resumption(Surroundings around, SessionsFolder sessions, Map<Setting, String> flags, List<String> answers) {
        this.around = around;
        this.sessions = sessions;
        this.preparation = Preparation.of(flags, around);
        this.flags = flags;
        this.answers = answers;
    }

    public Preparation preparation() {
        return preparation;
    }

    /** Is told what is worth a note before the session goes on. */
    public interface Notes {
        void show(List<Problem> notes);
    }

    /** The face that the session had last. */
    public Face recordedFace(String session) {
        try (var record = sessions.catalog().openToRead(sessions.file(session))) {
            return view(record).head().settings().map(RunSettings::face).orElse(Face.BATCH);
        }
    }

    /** Where the session would work if it went on now. */
    WorkspacePlace placeOf(String session) {
        Path file = sessions.file(session);
        try (var record = sessions.catalog().openToRead(file)) {
            return place(settings(view(record)), SideFolders.of(file));
        }
    }

    public ExitCode resume(String session, SessionFace.Maker faces, Notes notes)
            throws IOException, InterruptedException {
        Path file = sessions.file(session);
        var store = sessions.catalog().openToWrite(file);
        try {
            refuseDamaged(store);
            var view = view(store);
            var settings = settings(view);
            var side = SideFolders.of(file);
            var place = place(settings, side);
            notes.show(preparation.notes());
            return new LiveSession(around, preparation.wiring(), faces).resume(store,
                    new LiveSession.Where(sessions, side, place), settings);
        } finally {
            store.close();
        }
    }

    /** Nothing is added to a record that somebody or something changed: it would give the change a sound end. */
    private static void refuseDamaged(EventStore store) {
        store.findDamage().ifPresent(damage -> {
            throw new StoreException(Kind.DAMAGED, "session " + store.name() + " is damaged: " + damage.message());
        });
    }

    private static SessionView view(SessionRecord store) {
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

    private RunSettings settings(SessionView view) {
        var recorded = view.head().settings().orElseThrow();
        var layers = RecordedSettings.layers(recorded, flags);
        var all = new ArrayList<PreparedAnswer>(preparation.answers(RecordedSettings.matters(view), answers));
        all.addAll(recorded.answers());
        var models = flags.containsKey(Setting.MODEL) ? preparation.models(recorded.models()) : recorded.models();
        return new RunSettingsMaker(layers).make(Plan.empty("", ""), models, all);
    }

    private WorkspacePlace place(RunSettings settings, SideFolders side) {
        boolean named = !preparation.layers().text(Setting.WORKSPACE).isEmpty();
        var noted = WorkspaceNote.read(side);
        if (named || noted.isEmpty()) {
            return preparation.workspace(settings.mode());
        }
        return preparation.workspace(settings.mode(), noted.get(), side);
    }
}
