package baton.tui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import baton.chat.ChatNames;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;
import baton.profile.SlotValue;
import baton.store.SqliteCatalog;
import baton.tui.frame.Size;
import baton.tui.screen.ScreenSight;
import baton.tui.state.Moment;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiEvent;
import baton.tui.state.UiState;
import baton.tui.state.UiUpdate;
import baton.tui.state.View;
import baton.view.text.Typing;

/** Scenes of the session that is shipped with the program, at chosen facts. */
final class Scenes {
    private static final Path SHIPPED = Path.of("sessions/examples/harbour-review.db");

    private static final ScreenSight SIGHT = new ScreenSight();

    private Scenes() {}

    static List<RecordedEvent> shipped() {
        try (var record = new SqliteCatalog(SHIPPED.resolveSibling(""), List.of()).openToRead(SHIPPED);
                var events = record.events(1, Long.MAX_VALUE)) {
            return events.toList();
        }
    }

    static Scene at(int count) {
        var scene = Scene.EMPTY.named(Typing.PLAIN.of("harbour-demo", "harbour-demo"));
        for (var event : shipped().subList(0, count)) {
            scene = scene.after(event);
        }
        return scene;
    }

    /** In the middle, with matters of every kind open and an agent that writes. */
    static Scene busy() {
        var scene = at(240);
        scene = more(scene, "T-6", "integration-analyst", new DecisionOpened("D-9", "Retention",
                "Which retention rule shall the reports follow?",
                List.of("1: 24 months, as the security baseline says", "2: 36 months, as the architecture says"), "1",
                "the notes disagree", List.of("T-7", "T-11"), ""));
        scene = more(scene, "T-2", "security-auditor", new BlockerRaised("B-9", "P1", "access",
                "No access to the staging cluster", "credentials", "security-auditor", List.of("T-2"), ""));
        scene = more(scene, "T-3", "test-engineer", new QuestionAsked("Q-9", "What is the SLA target for the API?",
                List.of(), "", "", ""));
        scene = more(scene, "T-4", "cost-analyst", new ToolRequested("T-4/1#1.1", "run_command",
                "git push origin main", "A-9"));
        var open = scene.talk().open();
        return open.isEmpty()
                ? scene
                : scene.piece(open.keySet().iterator().next(),
                        "The reconnect queue keeps order with a number; 日本語 keys ");
    }

    static Scene more(Scene scene, String task, String agent, baton.engine.fact.Event event) {
        var head = scene.session().head();
        return scene.after(new RecordedEvent(head.lastSeq() + 1, 1, head.lastAtMs() + 1_000,
                new Subject(agent, task, 1), 0, event));
    }

    static Scene asking(Scene scene, String turn) {
        return more(scene, turn.substring(0, turn.indexOf('/')), "cost-analyst",
                new TurnRequested(turn, "rehearsal", "d", List.of(), 0, 0, 0, false));
    }

    static UiState state(int columns, int rows, View view) {
        var state = UiState.start(new Size(columns, rows), 0);
        return view == View.CHAT ? state : state.in(view);
    }

    static Moment moment(Scene scene, long atMs) {
        return new Moment(scene, SIGHT, Moment.Names.NONE, atMs);
    }

    static final String DIFF = """
            --- a/reports/cost.md
            +++ b/reports/cost.md
            @@ -1,3 +1,4 @@
             # Cost
            -The installation costs 40 a month.
            +The installation costs 44 a month.
            +Backups are a tenth of it; 日本語 stays whole.
             End
            """;

    /** A service to build, with a slot of every sort. */
    static final DelegationTemplate SERVICE = new DelegationTemplate("service", "", "A service to build", List.of(
            new Slot("title", Slot.Type.TEXT, Slot.Need.REQUIRED, Optional.empty(), "what it is", List.of()),
            new Slot("priority", Slot.Type.ENUM, Slot.Need.OPTIONAL, Optional.of(new SlotValue.Text("medium")),
                    "how urgent it is", List.of("high", "medium", "low")),
            new Slot("deliverables", Slot.Type.LIST, Slot.Need.REQUIRED, Optional.empty(), "what is there", List.of()),
            new Slot("dependencies", Slot.Type.LIST, Slot.Need.OPTIONAL, Optional.empty(), "what comes before",
                    List.of()),
            new Slot("output_location", Slot.Type.PATH, Slot.Need.OPTIONAL, Optional.empty(), "where", List.of())),
            "Build {{title}}", "service.md", 1);

    /** The names a line may use while there is a template. */
    static ChatNames names(Scene scene) {
        var agents = scene.session().agents().stream()
                .map(agent -> new ChatNames.Agent(agent.id(), agent.name(), List.of(), "")).toList();
        var tasks = scene.session().tasks().stream().map(task -> new ChatNames.Task(task.id(), task.spec().title(),
                task.spec().agent(), task.stand().isEnded(), "")).toList();
        return new ChatNames(agents, tasks, List.of(), List.of(SERVICE), "orchestrator", "", List.of());
    }

    /** The form of a template whose first fields are filled. */
    static UiState filling(UiState chat, Scene scene) {
        var moment = new Moment(scene, SIGHT, lane -> names(scene), 1_000);
        String text = "+service @cost-analyst title=\"Count the boats\"";
        var typed = UiUpdate.apply(chat, new UiEvent.Pasted(text, 1_000), moment).state();
        return UiUpdate.apply(typed, new UiEvent.Typed("Enter", "", 1_000), moment).state();
    }

    static List<SessionRow> rows() {
        return List.of(
                new SessionRow("harbour-20261120-0900-ab12", "Harbour review", "running", 1_795_000_000_000L, 513, true,
                        false, "", List.of()),
                new SessionRow("deploy-20261119-1700-cd34", "Deploy the gateway", "waiting", 1_794_900_000_000L, 88,
                        false, false, "", List.of()));
    }

}
