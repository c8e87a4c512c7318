package baton.cli.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.fork.FilesAt.Contents;
import baton.cli.fork.FilesAt.Over;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.Preparation;
import baton.cli.setup.RecordedSettings;
import baton.cli.setup.RunSettingsMaker;
import baton.cli.setup.SideFolders;
import baton.cli.setup.WorkspaceNote;
import baton.cli.setup.WorkspacePlace;
import baton.engine.Command.Fork;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.plan.Plan;
import baton.runtime.Content;
import baton.runtime.EventStore.StoreException;
import baton.runtime.EventStore.StoreException.Kind;
import baton.runtime.ForkedRecord;
import baton.runtime.SessionRecord;
import baton.settings.ModelChoice;
import baton.settings.ModelName;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;
import baton.store.SessionDraft;
import baton.tool.FolderWorkspace;
import baton.tool.WorkspaceToolBox;

/** Makes a session of the beginning of another one, which is only read; {@code cli.live} then goes on with it. */
public final class SessionFork {
    private static final String BY = "person";
    private static final int NAMED_MAX = 8;

    private final Surroundings around;
    private final SessionsFolder sessions;
    private final Map<Setting, String> flags;
    private final Preparation preparation;

    public SessionFork(Surroundings around, SessionsFolder sessions, Map<Setting, String> flags) {
        this.around = around;
        this.sessions = sessions;
        this.flags = new EnumMap<>(Setting.class);
        this.flags.putAll(flags);
        this.preparation = Preparation.of(flags, around);
    }

    /**
     * What is wanted.
     *
     * @param at the last event that both sessions have
     * @param answers {@code ID=TEXT} for whatever is open there
     * @param decisions {@code ID=CHOICE} for decisions
     * @param words lines of the chat to agents and tasks
     * @param rehearse the offline model goes on
     */
    public record Order(String session, long at, List<String> answers, List<String> decisions, List<String> words,
            boolean rehearse) {
        public Order {
            words = List.copyOf(words);
            answers = List.copyOf(answers);
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * What was made.
     *
     * @param facts those by which it differs from the other session's beginning
     * @param notes what a person should know of files, a sentence each
     */
    public record Made(String session, List<RecordedEvent> facts, List<String> notes) {
        public Made {
            facts = List.copyOf(facts);
            notes = List.copyOf(notes);
        }
    }

    /** All of it becomes a session at once; whatever is refused leaves nothing behind. */
    public Made make(Order order) throws IOException {
        Path from = sessions.file(order.session());
        try (var record = sessions.catalog().openToRead(from)) {
            var notes = new ArrayList<String>();
            refuseDamaged(record, order.at(), notes);
            var point = ForkPoint.of(record, order.at());
            var fork = command(point, order);
            try (var draft = sessions.catalog().draft(from, order.at(), System.currentTimeMillis())) {
                var facts = ForkedRecord.write(draft.store(), fork, System.currentTimeMillis());
                refuseRefused(facts);
                notes.addAll(prepareFiles(from, record, point, draft, fork.settings().mode()));
                return new Made(draft.name(), facts, notes);
            }
        }
    }

    /** The folders beside it come first: a session must not be there without them. */
    private List<String> prepareFiles(Path from, SessionRecord record, ForkPoint point, SessionDraft draft, Mode mode)
            throws IOException {
        var side = SideFolders.of(draft.file());
        boolean kept = false;
        try {
            var notes = prepareFiles(SideFolders.of(from), record, point, side, mode);
            draft.keep();
            kept = true;
            return notes;
        } finally {
            if (!kept) {
                side.delete();
            }
        }
    }

    /** The flags that going on with the fork still needs; what rules the session is in its record already. */
    public Map<Setting, String> flagsToGoOn() {
        var kept = new EnumMap<Setting, String>(Setting.class);
        for (var setting : List.of(Setting.WORKSPACE, Setting.NOTIFY, Setting.OUTPUT_FORMAT)) {
            setting.in(kept, flags.get(setting));
        }
        return kept;
    }

    /** What stands behind the point does not count, except that the person should know. */
    private static void refuseDamaged(SessionRecord record, long at, List<String> notes) {
        record.findDamage().ifPresent(damage -> {
            if (damage.seq() <= at) {
                throw new StoreException(Kind.DAMAGED,
                        "session " + record.name() + " is damaged: " + damage.message());
            }
            notes.add("session " + record.name() + " is damaged behind this point: " + damage.message());
        });
    }

    private static void refuseRefused(List<RecordedEvent> facts) {
        for (var fact : facts) {
            if (fact.event() instanceof CommandRefused(String command, String reason)) {
                throw UserError.refused("the fork cannot " + command + ": " + reason, "Answer it otherwise.");
            }
        }
    }

    private Fork command(ForkPoint point, Order order) {
        var recorded = point.view().head().settings().orElseThrow(() -> UserError.refused(
                "nothing is recorded at event " + order.at() + " that could go on", "Choose a later event."));
        var answers = ForkAnswers.of(point, order.answers(), order.decisions());
        var settings = settings(point, recorded, order.rehearse());
        var words = ForkWords.of(point, order.words(), BY);
        var changes = new ArrayList<>(ForkAnswers.phrases(answers));
        changes.addAll(ForkWords.phrases(words));
        changes.addAll(SettingsChanges.of(recorded, settings));
        return new Fork(point.origin(), settings, answers, words, changes, BY);
    }

    private RunSettings settings(ForkPoint point, RunSettings recorded, boolean rehearse) {
        var all = new ArrayList<PreparedAnswer>(preparation.answers(RecordedSettings.matters(point.view()),
                List.of()));
        all.addAll(recorded.answers());
        return new RunSettingsMaker(RecordedSettings.layers(recorded, flags)).make(Plan.empty("", ""),
                models(recorded, rehearse), all).withFace(recorded.face());
    }

    private ModelChoice models(RunSettings recorded, boolean rehearse) {
        String named = flags.getOrDefault(Setting.MODEL, "");
        boolean offline = named.equals(ModelName.REHEARSAL.toString()) || named.equals("rehearsal");
        if (rehearse && !named.isEmpty() && !offline) {
            throw UserError.usage("--rehearse and --model " + named + " cannot both hold", "Choose one.");
        }
        if (rehearse || offline) {
            return ModelChoice.REHEARSAL;
        }
        return named.isEmpty() ? recorded.models() : preparation.models(recorded.models());
    }

    /** Where its agents will work, and what they will find there. */
    private List<String> prepareFiles(SideFolders source, SessionRecord record, ForkPoint point, SideFolders side,
            Mode mode) throws IOException {
        var noted = WorkspaceNote.read(source);
        var files = FilesAt.of(record, point.origin().seq());
        boolean named = !preparation.layers().text(Setting.WORKSPACE).isEmpty();
        if (mode == Mode.REHEARSAL && !named) {
            var place = new WorkspacePlace.Copy(noted.orElse(around.folder()));
            return restored(place, side, files, Over.ANYTHING, contents(record, source));
        }
        var place = named || noted.isEmpty()
                ? preparation.workspace(mode)
                : new WorkspacePlace.Folder(noted.get(), FolderWorkspace.Mode.READ_ONLY);
        boolean elsewhere = place instanceof WorkspacePlace.Folder(Path folder, var rights)
                && rights == FolderWorkspace.Mode.READ_WRITE && !noted.map(known -> isSame(known, folder)).orElse(true);
        if (elsewhere) {
            return restored(place, side, files, Over.WHAT_WAS_BEFORE, contents(record, source));
        }
        WorkspaceNote.write(side, place);
        return inPlace(files, point);
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private List<String> restored(WorkspacePlace place, SideFolders side, FilesAt files, Over over, Contents contents)
            throws IOException {
        WorkspaceNote.write(side, place);
        try (var workspace = preparation.wiring().workspace(place, side)) {
            return files.restore(workspace, over, contents);
        }
    }

    private static Contents contents(SessionRecord record, SideFolders source) {
        var aside = WorkspaceToolBox.contentsIn(source.scratch());
        return sha256 -> record.content(sha256).map(Content::bytes).or(() -> aside.find(sha256));
    }

    /** Files of a person stay as they are: taking back what was done since is a thing of its own. */
    private static List<String> inPlace(FilesAt files, ForkPoint point) {
        if (files.then().isEmpty() && files.later().isEmpty()) {
            return List.of();
        }
        var notes = new ArrayList<>(List.of("files stay as they are now; nothing is taken back to event "
                + point.origin().seq()));
        if (!files.later().isEmpty()) {
            var named = files.later().stream().limit(NAMED_MAX).toList();
            int more = files.later().size() - named.size();
            notes.add("agents of " + point.origin().session() + " changed after it: " + String.join(", ", named)
                    + (more > 0 ? " and " + more + " more" : "") + "; baton diff and baton undo "
                    + point.origin().session() + "  show that and take it back");
        }
        return notes;
    }
}
