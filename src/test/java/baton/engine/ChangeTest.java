package baton.engine;

import java.util.List;

import baton.engine.Command.ChangePlan;
import baton.engine.Command.Delegate;
import baton.engine.Command.Reassign;
import baton.engine.TaskState.Status;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeRejected;
import baton.engine.fact.Filling;
import baton.engine.fact.SessionEvent.CommandRefused;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.engine.fact.TaskEvent.TaskSplit;
import baton.plan.AgentSpec;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.PlanChange;
import baton.plan.PlanChange.Field;
import baton.plan.PlanDraft;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.plan.TaskWish;
import baton.profile.DelegationTemplate;
import baton.profile.StandardSlots;
import baton.settings.RunSettings.Face;
import org.junit.jupiter.api.Test;

import static baton.engine.Story.task;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Edits of the work while it runs. */
class ChangeTest {
    private static TaskSpec report(String id, String agent, String... needs) {
        var draft = task(id, agent);
        draft.outputs.add(id + ".md");
        draft.dependsOn.addAll(List.of(needs));
        return draft.toTask();
    }

    static Plan plan(TaskSpec... tasks) {
        var draft = new PlanDraft("A plan", "plan.md");
        for (var id : List.of("a", "b", "c")) {
            draft.agents.add(AgentSpec.named(id, "Agent " + id, Place.NOWHERE));
        }
        draft.tasks.addAll(List.of(tasks));
        return draft.toPlan();
    }

    private static Story open(TaskSpec... tasks) {
        return Story.open(Story.settings(3).withFace(Face.LINE), plan(tasks));
    }

    private static ChangePlan change(PlanChange... changes) {
        return new ChangePlan(List.of(changes), "owner");
    }

    private static List<String> errors(Story story) {
        return story.facts(ChangeRejected.class).stream().flatMap(rejected -> rejected.problems().stream())
                .map(Problem::message).toList();
    }

    @Test
    void anAddedTaskStartsWhenWhatItNeedsIsDoneAndLearnsOfItByAHandoff() {
        var story = open(report("T-1", "a"));
        story.finishes("T-1/1", "T-1.md");
        story.tell(change(new PlanChange.AddTask(
                TaskWish.of("Sum it up", "Agent B").with(List.of("T-1"), List.of("sum.md"), List.of("is short")))));
        assertEquals(List.of("T-2/1"), story.running());
        assertEquals("b", story.task("T-2").spec().agent());
        assertEquals(List.of("T-1.md"), story.facts(HandoffCreated.class).getLast().note().artifacts().stream()
                .map(file -> file.path()).toList());
        story.finishes("T-2/1", "sum.md");
        assertEquals(Status.ACCEPTED, story.task("T-2").status());
    }

    @Test
    void aChangeIsTakenWholeOrNotAtAllAndEveryErrorIsNamed() {
        var story = open(report("T-1", "a"));
        story.tell(change(new PlanChange.AddTask(TaskWish.of("Fine", "b")),
                new PlanChange.AddTask(TaskWish.of(" ", "bb")),
                new PlanChange.AddTask(TaskWish.of("Further", "c").with(List.of("T-7"), List.of("../x"), List.of())),
                new PlanChange.AddTask(TaskWish.of("work on t-1", "a"))));
        assertEquals(List.of("nobody is called \"bb\"; did you mean b?", "the task has no title",
                "\"Further\" needs T-7, which is no task and no decision", "../x leads out of the workspace",
                "a has that task already: T-1 \"Work on T-1\""), errors(story));
        assertEquals(1, story.facts(TaskAdded.class).size());
        assertEquals(0, story.facts(ChangeAccepted.class).size());
    }

    @Test
    void aTaskIsSplitIntoPartsThatLoseNothingOfIt() {
        var story = open(report("T-1", "a"), report("T-2", "b", "T-1"));
        story.replies("T-1/1", Story.write("notes.md")).wrote("T-1/1", "notes.md");
        story.tell(change(new PlanChange.SplitTask("T-1",
                List.of(TaskWish.of("First half", ""), TaskWish.of("Second half", "c")))));
        assertEquals(List.of(new TaskSplit(List.of("T-3", "T-4"), "owner")), story.facts(TaskSplit.class));
        assertEquals(Status.SPLIT, story.task("T-1").status());
        assertEquals(List.of("T-3/1"), story.running());
        assertEquals(List.of("T-1.md"), story.task("T-4").spec().outputs());
        assertEquals(List.of("T-3", "T-4"), story.task("T-2").spec().dependsOn());
        assertEquals(List.of("wrote notes.md"), story.facts(HandoffCreated.class).getFirst().note().completed());
        story.answers("T-3/1", "read").finishes("T-4/1", "T-1.md").finishes("T-2/1", "T-2.md");
        assertEquals(3, story.state.totals().accepted());
        assertEquals(3, story.state.totals().tasks());
    }

    @Test
    void anEditedTaskReadsDifferentlyAndWhoeverWorksAtItIsTold() {
        var story = open(report("T-1", "a"), report("T-2", "b", "T-1"));
        story.tell(change(new PlanChange.EditTask("T-1", Field.CRITERIA, List.of("has a table")),
                new PlanChange.EditTask("T-2", Field.NEEDS, List.of())));
        assertEquals(List.of("has a table"), story.task("T-1").spec().acceptance());
        assertEquals(List.of("T-1/1", "T-2/1"), story.running());
        story.replies("T-1/1", Story.write("T-1.md")).wrote("T-1/1", "T-1.md");
        assertEquals("A note from owner while you work. It amends your task and does not replace it:\n"
                + "Your task reads differently from now on; look at its part of the request again.",
                story.told("T-1/1").getLast());
    }

    @Test
    void needsThatWouldGoRoundAreRefused() {
        var story = open(report("T-1", "a"), report("T-2", "b", "T-1"), report("T-3", "c", "T-2"));
        story.tell(change(new PlanChange.EditTask("T-2", Field.NEEDS, List.of("T-3"))));
        story.tell(change(new PlanChange.EditTask("T-1", Field.NEEDS, List.of("T-3"))));
        assertEquals(List.of("these tasks would wait for each other: T-2 → T-3 → T-2",
                "T-1 is under way, so what it needs cannot change"), errors(story));
        assertEquals(List.of("T-1"), story.task("T-2").spec().dependsOn());
    }

    @Test
    void aReadyTaskThatIsGivenANeedWaitsAgain() {
        var story = Story.open(Story.settings(1).withFace(Face.LINE),
                plan(report("T-1", "a"), report("T-2", "b"), report("T-3", "c")));
        story.tell(change(new PlanChange.EditTask("T-2", Field.NEEDS, List.of("T-3"))));
        story.finishes("T-1/1", "T-1.md");
        assertEquals(List.of("T-3/1"), story.running());
        story.finishes("T-3/1", "T-3.md");
        assertEquals(List.of("T-2/1"), story.running());
    }

    @Test
    void aReassignedTaskGoesOnFromAHandoffWithTheNewAgent() {
        var story = open(report("T-1", "a"));
        story.replies("T-1/1", Story.write("half.md")).wrote("T-1/1", "half.md");
        story.tell(new Reassign("T-1", "b", "owner"));
        assertEquals(List.of("T-1/2"), story.running());
        assertEquals("b", story.attempt("T-1/2").agent());
        assertEquals(List.of("H-1"), List.copyOf(story.attempt("T-1/2").concerns()));
        story.tell(new Reassign("T-1", "b", "owner")).tell(new Reassign("T-1", "d", "owner"));
        assertEquals(List.of("it is a task of b already", "nobody is called \"d\"; did you mean a?"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
    }

    @Test
    void aTaskThatNobodyHasBegunSimplyGoesToTheNewAgent() {
        var story = Story.open(Story.settings(1).withFace(Face.LINE), plan(report("T-1", "a"), report("T-2", "b")));
        story.tell(new Reassign("T-2", "c", "owner")).finishes("T-1/1", "T-1.md");
        assertEquals("c", story.attempt("T-2/1").agent());
    }

    @Test
    void aTemplateBecomesATaskWithItsTextAsTheOrder() {
        var slots = StandardSlots.all().stream()
                .filter(slot -> List.of("title", "deliverables", "acceptance_criteria", "output_location")
                        .contains(slot.name()))
                .toList();
        var template = new DelegationTemplate("service", "", "A service", slots,
                "Build {{title}}.\n{{deliverables}}", "service.md", 1);
        var story = new Story().tell(new Command.Open(Story.settings(1).withFace(Face.LINE), plan(), List.of(),
                List.of(), List.of(), StandardTexts.all(), List.of(), List.of(template)));
        var slotsFilled = List.of(new Filling("Title", List.of("the heartbeat")),
                new Filling("deliverables", List.of("code", "tests")),
                new Filling("acceptance criteria", List.of("tests pass")),
                new Filling("output_location", List.of("src/heartbeat/")));
        story.tell(new Delegate("service", "b", slotsFilled, "owner"));
        assertEquals("Build the heartbeat.\n- code\n- tests", story.task("T-1").origin().brief());
        assertEquals(List.of("tests pass"), story.task("T-1").spec().acceptance());
        assertEquals(List.of("src/heartbeat/"), story.task("T-1").spec().outputs());
        story.tell(new Delegate("service", "b", List.of(), "owner"))
                .tell(new Delegate("servise", "b", List.of(), "owner"));
        assertEquals(List.of("title: what is to be done, in one line; deliverables: what must be there at the end; "
                + "acceptance_criteria: how it is judged",
                "there is no template \"servise\"; did you mean service?"),
                story.facts(CommandRefused.class).stream().map(CommandRefused::reason).toList());
    }
}
