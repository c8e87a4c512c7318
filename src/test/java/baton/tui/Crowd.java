package baton.tui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.SessionState;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.Event;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import baton.settings.RunSettings;

/** A session with many agents who all write at once. */
final class Crowd {
    private static final long START_MS = 1_795_000_000_000L;

    private final List<RecordedEvent> events = new ArrayList<>();

    private Crowd() {}

    static void fill(LiveScene live, int agents) {
        var crowd = new Crowd();
        crowd.make(agents);
        live.committed(crowd.events, SessionState.EMPTY);
    }

    static String turn(int agent) {
        return "T-" + agent + "/1#1";
    }

    private void make(int agents) {
        var draft = new PlanDraft("A crowd", "crowd.md");
        for (int i = 0; i < agents; i++) {
            draft.agents.add(AgentSpec.named("agent-" + i, "Agent " + i, new Place("crowd.md", i + 1)));
            var task = new TaskDraft("T-" + i, "Write part " + i + " of the report", "agent-" + i);
            task.timeBox = Optional.of(new TaskSpec.Minutes(15));
            draft.tasks.add(task.toTask());
        }
        var plan = draft.toPlan();
        add(Subject.SESSION, new SessionStarted(1,
                RunSettings.rehearsal(1).withLimits(RunLimits.DEFAULTS.withAgents(agents, agents)), List.of(),
                List.of()));
        add(Subject.SESSION, new PlanLoaded(plan, List.of(), List.of()));
        for (int i = 0; i < agents; i++) {
            var who = new Subject("agent-" + i, "T-" + i, 1);
            add(who, new TaskAdded(plan.tasks().get(i), "plan"));
            add(who, new AttemptStarted("rehearsal", 900_000, "", List.of()));
            add(who, new TurnRequested(turn(i), "rehearsal", "d", List.of(), 0, 0, 0, false));
        }
    }

    private void add(Subject subject, Event event) {
        events.add(new RecordedEvent(events.size() + 1L, 1, START_MS + events.size(), subject, 0, event));
    }
}
