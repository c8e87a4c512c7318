package baton.view;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.AttemptEvent.AttemptContinued;
import baton.engine.fact.AttemptEvent.AttemptEnded;
import baton.engine.fact.AttemptEvent.AttemptParked;
import baton.engine.fact.AttemptEvent.AttemptStarted;
import baton.engine.fact.AttemptEvent.End;
import baton.engine.fact.AttemptEvent.TimeboxSoft;
import baton.engine.fact.CheckResult;
import baton.engine.fact.CheckResult.Verdict;
import baton.engine.fact.Evidence;
import baton.engine.fact.FileChange;
import baton.engine.fact.GateEvent.GateFailed;
import baton.engine.fact.GateEvent.GatePassed;
import baton.engine.fact.GateEvent.GateStarted;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.LimitEvent.PoolBelowFloor;
import baton.engine.fact.LimitEvent.Stretch;
import baton.engine.fact.ModelReply;
import baton.engine.fact.PeopleEvent.BlockerRaised;
import baton.engine.fact.PeopleEvent.BlockerResolved;
import baton.engine.fact.PeopleEvent.DecisionOpened;
import baton.engine.fact.PeopleEvent.QuestionAnswered;
import baton.engine.fact.PeopleEvent.QuestionAsked;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.Counts;
import baton.engine.fact.SessionEvent.MetricFigure;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionResult;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.SessionEvent.Status;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAccepted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskClaimed;
import baton.engine.fact.TaskEvent.TaskReady;
import baton.engine.fact.TaskEvent.TaskStarted;
import baton.engine.fact.TaskEvent.TaskWaiting;
import baton.engine.fact.ToolEvent.ToolCompleted;
import baton.engine.fact.ToolEvent.ToolStarted;
import baton.engine.fact.TurnEvent.TurnCompleted;
import baton.engine.fact.TurnEvent.TurnRequested;
import baton.engine.fact.Usage;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import baton.settings.RunSettings;

/** A small run in which most things happen once: a gate says no, a box ends, a question is assumed, a decision stays open. */
public final class SampleRun {
    private SampleRun() {}

    public static Plan plan() {
        var draft = new PlanDraft("Harbour review", "harbour.md");
        draft.goal = "Know whether the harbour software may go live";
        draft.agents.add(AgentSpec.named("architect", "Architect", new Place("harbour.md", 5)));
        draft.agents.add(AgentSpec.named("auditor", "Auditor", new Place("harbour.md", 9)));
        draft.agents.add(AgentSpec.named("writer", "Writer", new Place("harbour.md", 13)));
        draft.tasks.add(task("T-1", "Assess the architecture", "architect"));
        draft.tasks.add(task("T-2", "Audit the access rules", "auditor"));
        draft.tasks.add(task("T-3", "Write the report", "writer", "T-1", "T-2"));
        return draft.toPlan();
    }

    private static TaskSpec task(String id, String title, String agent, String... needs) {
        var draft = new TaskDraft(id, title, agent);
        draft.timeBox = Optional.of(new TaskSpec.Minutes(15));
        draft.dependsOn.addAll(List.of(needs));
        draft.place = new Place("harbour.md", 20);
        return draft.toTask();
    }

    public static RunSettings settings() {
        return RunSettings.rehearsal(42).withLimits(RunLimits.DEFAULTS.withAgents(2, 2));
    }

    public static Facts untilAtWork() {
        var facts = new Facts()
                .session(new SessionStarted(1, settings(), List.of(), List.of()))
                .session(new PlanLoaded(plan(), List.of(
                        new Casting("architect", "architect", "", List.of("*"), List.of("reports/**"))), List.of()));
        for (var task : plan().tasks()) {
            facts.of(task.id(), task.agent(), 0, new TaskAdded(task, "plan"));
        }
        return facts
                .of("T-1", "architect", 0, new TaskReady())
                .of("T-2", "auditor", 0, new TaskReady())
                .of("T-3", "writer", 0, new TaskWaiting("needs T-1, T-2"))
                .of("T-1", "architect", 1, new TaskStarted())
                .of("T-1", "architect", 1, new AttemptStarted("rehearsal", 900_000, "", List.of()))
                .of("T-2", "auditor", 1, new TaskStarted())
                .of("T-2", "auditor", 1, new AttemptStarted("rehearsal", 900_000, "", List.of()));
    }

    /** Until a decision is all that is left. */
    public static Facts whole() {
        var facts = untilAtWork();
        firstTask(facts);
        secondTask(facts);
        return facts.at(1_000)
                .of("T-3", "writer", 0, new TaskReady())
                .of("T-3", "writer", 1, new TaskStarted())
                .of("T-3", "writer", 1, new AttemptStarted("rehearsal", 1_900_000, "", List.of("H-1")))
                .session(new PoolBelowFloor(Stretch.BEGAN, 1, 2, "no task is ready", 1_000_000, 0))
                .at(1_060)
                .of("T-3", "writer", 1, new DecisionOpened("D-1", "Go live", "Go live in May or in June?",
                        List.of("May", "June"), "2", "the audit found gaps", List.of("T-3"), "T-3/1#1.1"))
                .of("T-3", "writer", 1, new AttemptParked("decision D-1 is open", 840_000))
                .session(new PoolBelowFloor(Stretch.ENDED, 0, 2, "no task is ready", 1_000_000, 60_000))
                .session(new SessionResult(Status.WAITING, 5,
                        new Counts(3, 2, 0, 0, 1, 3, 1, 1, 0, 0, 1, 1, 1), new Usage(3_000, 600, 0, 0, false), 0, true,
                        1_060_000, List.of(new MetricFigure("Coverage", "2 of 3 reports", "3 of 3", "missed")),
                        List.of("D-1 is open: Go live in May or in June?", "Sign the report."), "",
                        List.of("mcp__web__search: named for auditor")));
    }

    private static void firstTask(Facts facts) {
        facts.at(60)
                .of("T-1", "architect", 1, new TurnRequested("T-1/1#1", "rehearsal", "d", List.of(), 0, 0, 0, false))
                .of("T-1", "architect", 1, turn("T-1/1#1"))
                .of("T-1", "architect", 1, new ToolStarted("T-1/1#1.1", "write_file", "{}", true))
                .of("T-1", "architect", 1, new ToolCompleted("T-1/1#1.1", "written",
                        List.of(new FileChange("reports/architecture.md", "", "aa", 4_100, true))))
                .at(120)
                .of("T-1", "architect", 1, new TaskClaimed("Report written", evidence()))
                .of("T-1", "architect", 1, new GateStarted("T-1/1!1", List.of("Names every service")))
                .of("T-1", "architect", 1, new GateFailed("T-1/1!1",
                        List.of(new CheckResult("Names every service", Verdict.FAILED, "no evidence\nat all"))))
                .at(180)
                .of("T-1", "architect", 1, new TaskClaimed("All services named", evidence()))
                .of("T-1", "architect", 1, new GateStarted("T-1/1!2", List.of("Names every service")))
                .of("T-1", "architect", 1, new GatePassed("T-1/1!2",
                        List.of(new CheckResult("Names every service", Verdict.PASSED, ""))))
                .of("T-1", "architect", 1, new TaskAccepted("All services named", false))
                .of("T-1", "architect", 1, new AttemptEnded(End.ACCEPTED, ""));
    }

    private static void secondTask(Facts facts) {
        facts.at(200)
                .of("T-2", "auditor", 1, new QuestionAsked("Q-1", "Which year's baseline?", List.of("2025", "2026"),
                        "2026", "", "T-2/1#1.1"))
                .of("T-2", "auditor", 1, new QuestionAnswered("Q-1", "2026", "baton", true))
                .of("T-2", "auditor", 1, new BlockerRaised("B-1", "P2", "access", "cannot read the rules",
                        "a copy of the rules", "auditor", List.of(), "T-2/1#2.1"))
                .of("T-2", "auditor", 1, new AttemptParked("blocker B-1", 700_000))
                .at(260)
                .of("T-2", "auditor", 1, new BlockerResolved("B-1", "copied", "ann"))
                .of("T-2", "auditor", 1, new AttemptContinued(960_000))
                .at(960)
                .of("T-2", "auditor", 1, new TimeboxSoft(1_020_000))
                .of("T-2", "auditor", 1, new HandoffCreated("H-1", "auditor", "",
                        new HandoffNote(List.of("rules read"), List.of(), List.of(), List.of("write it up"), List.of(),
                                "half of the rules are read"),
                        true))
                .of("T-2", "auditor", 1, new AttemptEnded(End.TIME_BOX, ""))
                .of("T-2", "auditor", 2, new AttemptStarted("rehearsal", 1_860_000, "H-1", List.of("H-1")))
                .of("T-2", "auditor", 2, new HandoffAccepted("H-1"))
                .at(990)
                .of("T-2", "auditor", 2, new FindingShared("F-1", "Two rules contradict", "see lines 4 and 9", true))
                .of("T-2", "auditor", 2, new TaskClaimed("Audit done", evidence()))
                .of("T-2", "auditor", 2, new TaskAccepted("Audit done", false))
                .of("T-2", "auditor", 2, new AttemptEnded(End.ACCEPTED, ""));
    }

    private static List<Evidence> evidence() {
        return List.of(new Evidence("1", Evidence.Kind.ARTIFACT, "reports/architecture.md", ""));
    }

    private static TurnCompleted turn(String id) {
        var reply = new ModelReply("rehearsal", "I write the report.", "", "", List.of(),
                new Usage(3_000, 600, 0, 0, false), ModelReply.Finish.TOOL_CALLS);
        return new TurnCompleted(id, reply, 0, true);
    }
}
