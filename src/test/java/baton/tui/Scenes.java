package baton.tui;

import java.nio.file.Path;
import java.util.List;

import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.ToolEvent.ToolRequested;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.store.SqliteCatalog;
import baton.tui.frame.Size;
import baton.tui.screen.ScreenSight;
import baton.tui.state.Moment;
import baton.tui.state.Scene;
import baton.tui.state.Scene.SessionRow;
import baton.tui.state.UiState;
import baton.tui.state.View;

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
        var scene = Scene.EMPTY.named("harbour-demo");
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

    static List<SessionRow> rows() {
        return List.of(
                new SessionRow("harbour-20261120-0900-ab12", "Harbour review", "running", 1_795_000_000_000L, 513, true,
                        false, "", List.of()),
                new SessionRow("deploy-20261119-1700-cd34", "Deploy the gateway", "waiting", 1_794_900_000_000L, 88,
                        false, false, "", List.of()));
    }

}
