package baton.wire;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Event;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.HandoffNote.NotedArtifact;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.PeopleEvent.DecisionMade;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.RecordedEvent.Subject;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.MetricFigure;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.fact.Usage;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.TaskSpec;
import baton.settings.RunSettings;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SessionMarkdownTest {

    private final List<RecordedEvent> events = new ArrayList<>();

    @Test
    void theReportTellsWhatCameOfTheSession() {
        var plan = new PlanDraft("Ten", "plan.md");
        plan.goal = "Know the market";
        plan.agents.add(AgentSpec.named("ann", "Ann", Place.NOWHERE));
        add("", new SessionStarted(1, RunSettings.rehearsal(1), List.of(), List.of()),
                new PlanLoaded(plan.toPlan(), List.of(), List.of()),
                new TaskAdded(TaskSpec.of("T-1", "Read *all*", "ann"), "plan"),
                new TaskAdded(TaskSpec.of("T-2", "Write", "ann"), "plan"));
        add("T-1", new TaskStarted(), new ArtifactProduced("a.md", "00", 12, "c"),
                new HandoffCreated("H-1", "ann", "", new HandoffNote(List.of("half"), List.of(), List.of(),
                        List.of("rest"), List.of(new NotedArtifact("a.md", "draft")), "careful"), true),
                new TaskAccepted("All\nread.", false));
        add("T-2", new TaskWaiting("T-1 is not accepted yet"));
        add("", new BlockerRaised("B-1", "P1", "access", "no key", "a key", "ann", List.of(), ""),
                new BlockerResolved("B-1", "given", "you"),
                new QuestionAsked("Q-1", "Which?", List.of(), "", "", ""),
                new QuestionAnswered("Q-1", "this", "you", true),
                new DecisionOpened("D-1", "Store", "Which store?", List.of("a"), "a", "", List.of(), ""),
                new DecisionMade("D-1", "a", "fast", "you"), new FindingShared("F-1", "Slow", "It is slow.", true),
                new SessionResult(Status.WAITING, 5, new Counts(2, 1, 0, 0, 1, 3, 4, 1, 0, 0, 0, 0, 1),
                        new Usage(10, 5, 0, 0, false), 1_500_000, true, 9,
                        List.of(new MetricFigure("Speed", "3", "2", "met")), List.of("Sign it"), "T-2 waits",
                        List.of()));
        assertEquals("""
                # ten\\_1

                Started 2026-11-20T09:30:00.120Z, a rehearsal: no model was asked.

                ## Result

                - **waiting**: T-2 waits
                - 1 of 2 tasks accepted, 0 failed, 1 waiting, 0 cancelled
                - 3 turns, 4 tool calls, 15 tokens, cost 1.5 USD
                - Speed: 3 (target 2, met)
                - Left for people: Sign it

                ## Plan

                - **Ten** from `plan.md`
                - Know the market
                - `ann` Ann

                ## Tasks

                - **T-1** Read \\*all\\* (ann): accepted. All read.
                - **T-2** Write (ann): waiting. T-1 is not accepted yet

                ## Files

                - `a.md`, 12 bytes, by ann for T-1

                ## Handoffs

                - **H-1** T-1, ann to the next attempt, written from the record
                  - Completed: half
                  - Next steps: rest
                  - Files: a.md draft
                  - Notes: careful

                ## Blockers

                - **B-1** P1 no key (ann)\s\s
                  Resolved by you: given

                ## Questions

                - **Q-1** Which?\s\s
                  you (assumed): this

                ## Decisions

                - **D-1** Store: Which store?\s\s
                  you decided: a, because fast

                ## Findings

                - **F-1 Slow** (urgent) It is slow.
                """, SessionMarkdown.of("ten_1", events.stream()));
    }

    @Test
    void foreignTextCannotBreakOutOfItsLine() {
        add("", new FindingShared("F-1", "x\n# y", "\u001b[31m<script>\u202e", false));
        String text = SessionMarkdown.of("s", events.stream());
        assertFalse(text.contains("\u001b") || text.contains("\n# y") || text.contains("\u202e"), text);
    }

    private void add(String task, Event... added) {
        for (Event event : added) {
            events.add(new RecordedEvent(events.size() + 1L, 1, 1_795_167_000_120L,
                    new Subject(task.isEmpty() ? "" : "ann", task, task.isEmpty() ? 0 : 1), 0, event));
        }
    }
}
