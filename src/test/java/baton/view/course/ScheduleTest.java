package baton.view.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.PlanLoaded;
import baton.engine.fact.SessionEvent.SessionStarted;
import baton.engine.fact.TaskEvent.TaskAdded;
import baton.plan.AgentSpec;
import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.PlanGraph;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import baton.view.Facts;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** When tasks are expected: after what they need, in a free place, and one after another where an agent does one at a time. */
class ScheduleTest {
    private static final long MINUTE = 60_000;

    private final PlanDraft draft = new PlanDraft("A plan", "plan.md");
    private final List<Casting> castings = new ArrayList<>();

    @Test
    void anAgentsTasksStandOneBehindTheOtherAndLeaveThePlacesToOthers() {
        agent("a", 1);
        agent("b", 1);
        task("T-1", "a", "");
        task("T-2", "a", "");
        task("T-3", "a", "");
        task("T-4", "b", "");

        assertEquals(List.of("T-1 0-10", "T-2 10-20", "T-3 20-30", "T-4 0-10"), planned(2));
    }

    @Test
    void asManyInstancesAsAnAgentHasStandSideBySide() {
        agent("a", 2);
        task("T-1", "a", "");
        task("T-2", "a", "");
        task("T-3", "a", "");

        assertEquals(List.of("T-1 0-10", "T-2 0-10", "T-3 10-20"), planned(5));
    }

    @Test
    void thePhaseDecidesWhoIsTakenFirstWhereOnlyOneCanBe() {
        agent("a", 0);
        draft.phases.add(new Phase("w1", "Week 1", Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
        draft.phases.add(new Phase("w2", "Week 2", Phase.Mode.PARALLEL, List.of(), false, Place.NOWHERE));
        task("T-1", "a", "w2");
        task("T-2", "a", "w1");

        assertEquals(List.of("T-1 10-20", "T-2 0-10"), planned(1));
    }

    @Test
    void whatNeedsSomethingComesBehindItAndACircleComesLast() {
        agent("a", 0);
        task("T-1", "a", "", "T-2");
        task("T-2", "a", "");
        task("T-3", "a", "", "T-4");
        task("T-4", "a", "", "T-3");

        assertEquals(List.of("T-1 10-20", "T-2 0-10", "T-3 20-30", "T-4 30-40"), planned(5));
    }

    private void agent(String id, int atOnceMax) {
        draft.agents.add(AgentSpec.named(id, id, Place.NOWHERE));
        castings.add(new Casting(id, "", "", List.of("*"), List.of(), List.of(), List.of(), "", atOnceMax));
    }

    private void task(String id, String agent, String phase, String... needs) {
        var task = new TaskDraft(id, "Job " + id, agent);
        task.phase = phase;
        task.timeBox = Optional.of(new TaskSpec.Minutes(10));
        task.dependsOn.addAll(List.of(needs));
        draft.tasks.add(task.toTask());
    }

    private List<String> planned(int agentsMax) {
        var plan = draft.toPlan();
        var settings = RunSettings.rehearsal(1).withLimits(RunLimits.DEFAULTS.withAgents(0, agentsMax));
        var facts = new Facts().session(new SessionStarted(1, settings, List.of(), List.of()))
                .session(new PlanLoaded(plan, castings, List.of()));
        plan.tasks().forEach(task -> facts.of(task.id(), task.agent(), 0, new TaskAdded(task, "plan")));
        var schedule = Schedule.of(facts.view(), PlanGraph.of(plan), Course.EMPTY, 0);
        return plan.tasks().stream().map(TaskSpec::id)
                .map(id -> schedule.planned(id)
                        .map(span -> id + " " + span.fromMs() / MINUTE + "-" + span.toMs() / MINUTE)
                        .orElse(id + " never"))
                .toList();
    }
}
