package baton.cli.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import baton.cli.console.ExitCode;
import baton.cli.console.Interrupts;
import baton.cli.console.OutputOptions;
import baton.cli.console.Setting;
import baton.cli.console.Surroundings;
import baton.cli.console.UserError;
import baton.cli.record.ExamplePlan;
import baton.cli.record.SessionPages;
import baton.cli.record.SessionRows;
import baton.cli.record.SessionsFolder;
import baton.cli.setup.FirstFacts;
import baton.cli.setup.GoalPlan;
import baton.cli.setup.PlanChecks;
import baton.cli.setup.PlanFiles;
import baton.cli.setup.Preparation;
import baton.cli.setup.RunOptions;
import baton.cli.setup.TrustQuestion;
import baton.engine.Command;
import baton.plan.LoadedPlan;
import baton.reading.found.Merging;
import baton.reading.profile.ProfileFolders;
import baton.runtime.EventStore.StoreException;
import baton.settings.Origin.Source;
import baton.tui.Outside;
import baton.tui.RecordedScene;
import baton.tui.SceneSource;
import baton.tui.ScreenLoop.Exit;
import baton.tui.frame.Capabilities;
import baton.tui.frame.Capabilities.Room;
import baton.tui.state.Overlay;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiAction;
import baton.tui.state.UiAction.Destination;
import baton.tui.state.View;
import baton.view.text.Typing;

/** The places a person can be at on the screen, one after the other: the first screen, sessions at work, recorded ones. */
public final class ScreenPlaces {
    /** Thousandths of real time that the shipped rehearsal takes: a session of half an hour passes in a few minutes. */
    private static final String REHEARSAL_PACE = "0.1";

    private static final long PARTING_MS = 5_000;

    private final Surroundings around;
    private final SessionsFolder sessions;
    private final OutputOptions output;
    private final RunOptions options;
    private final SessionRows rows;
    private final SessionPages pages;
    private final Stages stages;
    private List<String> profiles = List.of();
    private final Reports reports;
    private Merging merging = Merging.ASK;
    private Room room = Room.SCREEN;

    /** Opens the terminal that all places are shown on. */
    public interface Stages {
        public ScreenStage open(Surroundings around, Capabilities capabilities, Path scratch);
    }

    public ScreenPlaces(Surroundings around, SessionsFolder sessions, OutputOptions output, RunOptions options) {
        this(around, sessions, output, options, ScreenStage::open);
    }

    public ScreenPlaces(Surroundings around, SessionsFolder sessions, OutputOptions output, RunOptions options,
            Stages stages) {
        this.stages = stages;
        this.around = around;
        this.sessions = sessions;
        this.output = output;
        this.options = options;
        this.reports = Reports.tried(options.junit(), around);
        this.rows = new SessionRows(sessions);
        this.pages = new SessionPages(around, sessions);
    }

    public ScreenPlaces in(Room wanted) {
        this.room = wanted;
        return this;
    }

    public ScreenPlaces withProfiles(List<String> folders) {
        this.profiles = folders;
        return this;
    }

    /** What becomes of jobs that a plan may name twice. */
    public ScreenPlaces merging(Merging how) {
        this.merging = how;
        return this;
    }

    /** What somebody sees at a place, and where they want to be next; nowhere where they left. */
    private record Visit(ExitCode exitCode, Optional<Destination> next) {}

    /** Works at a place, on a stage that is open. */
    private interface Place {
        Visit visit(ScreenStage stage) throws IOException, InterruptedException;
    }

    /** The first screen. */
    public ExitCode welcome() throws IOException, InterruptedException {
        return from(this::greet);
    }

    /** A new session of these documents; what is wrong with them is said before the screen is taken. */
    public ExitCode open(List<String> plans) throws IOException, InterruptedException {
        ScreenStage.refuse(around);
        var loaded = PlanFiles.readSound(plans, merging, around, output.err(around));
        var beginning = prepare(around, options.flags(), _ -> loaded);
        SpendingConsent.ask(beginning.start(), around, output.err(around));
        return from(stage -> play(stage, trusted(stage, beginning, _ -> loaded)));
    }

    public ExitCode goOn(String session) throws IOException, InterruptedException {
        // Whatever is to be said of the file is said before the screen is taken.
        sessions.read(session).close();
        return from(stage -> resume(stage, session));
    }

    public ExitCode watch(String session) throws IOException, InterruptedException {
        sessions.read(session).close();
        return from(stage -> replay(stage, session));
    }

    private ExitCode from(Place first) throws IOException, InterruptedException {
        var stage = stages.open(around, output.capabilities(around).in(room), sessions.folder().resolve("screen"));
        Visit visit;
        try {
            visit = visit(stage, first);
        } finally {
            // Also where a report could not be written: what the session came to is not lost with it.
            part(stage);
        }
        return visit.exitCode();
    }

    private Visit visit(ScreenStage stage, Place first) throws IOException, InterruptedException {
        try (stage) {
            var visit = first.visit(stage);
            while (visit.next().isPresent()) {
                visit = next(stage, visit.next().get());
            }
            return visit;
        }
    }

    /** The last page; a terminal that takes nothing any more must not keep the program from ending. */
    private void part(ScreenStage stage) throws InterruptedException {
        var page = stage.parting();
        Thread.ofPlatform().name("parting").daemon().start(() -> output.out(around).show(page)).join(PARTING_MS);
    }

    /** Where the next place cannot be reached, the person is told so on the first screen and loses nothing. */
    private Visit next(ScreenStage stage, Destination to) throws IOException, InterruptedException {
        try {
            return switch (to) {
                case Destination.Rehearse rehearse -> rehearse(stage);
                case Destination.BeginWithGoal goal -> play(stage, bounded(stage, List.of()));
                case Destination.OpenPlan open -> play(stage, bounded(stage, List.of(open.file())));
                case Destination.Trusted nothingToTrust -> greet(stage);
                case Destination.Chosen nothingToChoose -> greet(stage);
                case Destination.Watch watch -> replay(stage, watch.session());
                case Destination.GoOn session -> resume(stage, session.session());
            };
        } catch (UserError refused) {
            return greet(stage, around.typing().inOwn(refused.message() + refused.problems().stream().findFirst()
                    .map(problem -> ": " + problem.message()).orElse("") + ". " + refused.hint()));
        } catch (StoreException refused) {
            return greet(stage, String.valueOf(refused.getMessage()));
        }
    }

    private Visit greet(ScreenStage stage) throws InterruptedException {
        return greet(stage, "");
    }

    private Visit greet(ScreenStage stage, String note) throws InterruptedException {
        var facts = FirstFacts.of(around, Preparation.of(options.flags(), around), stage.capabilities());
        var start = stage.start().about(facts).with(new Overlay.Welcome(0));
        return shown(stage, new Nothing(around.typing()), note.isEmpty() ? start : start.saying(note));
    }

    private Visit shown(ScreenStage stage, SceneSource source, baton.tui.state.UiState start)
            throws InterruptedException {
        var loop = stage.loop(source, new Bystander(), start);
        Interrupts.passTo(reason -> loop.end());
        var exit = loop.run();
        return new Visit(ExitCode.OK,
                exit instanceof Exit.Elsewhere other ? Optional.of(other.to()) : Optional.empty());
    }

    private Visit replay(ScreenStage stage, String session) throws InterruptedException {
        try (var record = sessions.catalog().openToRead(sessions.file(session));
                var scene = new RecordedScene(record, sessions.typing(record.name()))) {
            scene.play(true, 4_000);
            return shown(stage, scene, stage.start().in(View.REPLAY));
        }
    }

    private Visit resume(ScreenStage stage, String session) throws IOException, InterruptedException {
        var faces = new Faces(stage);
        var resumption = new Resumption(around, sessions, options.flags(), options.answers());
        new TrustQuestion(around).ask(resumption.placeOf(session), List.of(), box -> exit(stage, box));
        var exitCode = resumption.resume(session, faces, notes -> {});
        return faces.visit(exitCode);
    }

    private Visit rehearse(ScreenStage stage) throws IOException, InterruptedException {
        var example = ExamplePlan.find(sessions.folder()).orElseThrow(() -> UserError.refused(
                "the example plan is not there", "Name a plan of your own:  baton PLAN.md"));
        var flags = new LinkedHashMap<>(options.flags());
        flags.putIfAbsent(Setting.MODEL, "rehearsal");
        flags.putIfAbsent(Setting.PACE, REHEARSAL_PACE);
        var there = new Surroundings(around.in(), around.out(), around.err(), around.environment(), example.folder(),
                around.home(), around.terminals());
        return play(stage, prepare(there, flags, _ -> PlanFiles.readSound(example.plans(), there)));
    }

    /** From within the screen nobody is asked about money, so a live session must have its bound already. */
    private Beginning bounded(ScreenStage stage, List<String> plans) throws IOException, InterruptedException {
        var reading = reading(stage, plans);
        var beginning = prepare(around, options.flags(), reading);
        SpendingConsent.refuseUnbounded(beginning.start());
        return trusted(stage, beginning, reading);
    }

    /** The documents are read, and asked about, once; what was answered holds however often a session is prepared. */
    private Function<ProfileFolders.Found, LoadedPlan> reading(ScreenStage stage, List<String> plans) {
        if (plans.isEmpty()) {
            return found -> GoalPlan.of("", found.catalog());
        }
        var loaded = PlanFiles.readSound(plans, merging, around, new MergeQuestion(box -> exit(stage, box)));
        return _ -> loaded;
    }

    /** The same session, in a folder that a person may have said yes to meanwhile. */
    private Beginning trusted(ScreenStage stage, Beginning beginning,
            Function<ProfileFolders.Found, LoadedPlan> reading) throws IOException, InterruptedException {
        var checks = List.copyOf(PlanChecks.commands(beginning.start().plan()));
        return new TrustQuestion(around).ask(beginning.place(), checks, box -> exit(stage, box))
                ? prepare(around, options.flags(), reading)
                : beginning;
    }

    private Exit exit(ScreenStage stage, Overlay box) throws InterruptedException {
        var loop = stage.loop(new Nothing(around.typing()), new Bystander(), stage.start().with(box));
        Interrupts.passTo(reason -> loop.end());
        return loop.run();
    }

    private Beginning prepare(Surroundings where, Map<Setting, String> flags,
            Function<ProfileFolders.Found, LoadedPlan> reading) {
        var preparation = Preparation.of(flags, where);
        // A person is there to ask; whoever wants it otherwise says so.
        preparation.layers().put(Setting.APPROVE, "ask", Source.PLAN, "the screen");
        var found = preparation.profiles(profiles);
        return Beginning.of(reading.apply(found), found, preparation, options.answers(), sessions, where);
    }

    private Visit play(ScreenStage stage, Beginning beginning) throws IOException, InterruptedException {
        var faces = new Faces(stage);
        return faces.visit(beginning.work(faces));
    }

    /** Makes the one face of a session, and keeps it to be asked where its person went. */
    private final class Faces implements SessionFace.Maker {
        private final ScreenStage stage;
        private Optional<ScreenSession> made = Optional.empty();

        private Faces(ScreenStage stage) {
            this.stage = stage;
        }

        @Override
        public SessionFace of(Typing session) {
            var face = new ScreenSession(stage, rows, pages, reports, session, around::columns);
            made = Optional.of(face);
            return face;
        }

        private Visit visit(ExitCode exitCode) {
            return new Visit(exitCode, made.flatMap(ScreenSession::elsewhere));
        }
    }

    /** Where there is no session. */
    private record Nothing(Typing typing) implements SceneSource {
        @Override
        public Scene now() {
            return Scene.EMPTY.named(typing);
        }

        @Override
        public void watch(Runnable changed) {
            // Nothing ever changes.
        }
    }

    /** What can be reached from a place without a session at work: the list of sessions. */
    private final class Bystander implements Outside {
        @Override
        public String tell(Command command) {
            return "This hears nothing: it is no session at work.";
        }

        @Override
        public String ask(Command command) {
            return tell(command);
        }

        @Override
        public List<SessionRow> sessions(String words) {
            return rows.of(words);
        }

        @Override
        public Looked look(UiAction.Look look) {
            return pages.of(look);
        }

        @Override
        public void leaving() {
            // There is nothing to stop.
        }
    }
}
