package baton.plan;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What tasks wait for, and what a phase that the document closes off adds. */
class NeedsTest {

    @Test
    void whatBeginsAPhaseWithABarrierWaitsForWhatEndsThePhaseBefore() {
        var plan = plan(true, List.of(), List.of("C"));
        assertEquals("{A=[], B=[A], C=[B], D=[C]}", Needs.of(plan).toString());
    }

    @Test
    void withoutTheDocumentsWordNobodyWaits() {
        assertEquals("{A=[], B=[A], C=[], D=[C]}", Needs.of(plan(false, List.of(), List.of("C"))).toString());
    }

    @Test
    void whereNeedsAreNamedNothingIsAdded() {
        assertEquals("{A=[], B=[A], C=[A], D=[C]}", Needs.of(plan(true, List.of("A"), List.of("C"))).toString());
    }

    @Test
    void earlierWorkThatNeedsTheLaterIsNoBarrierFromWhichNobodyComesBack() {
        var draft = draft(true);
        draft.tasks.add(task("A", "one", List.of("C")));
        draft.tasks.add(task("C", "two", List.of()));
        assertEquals("{A=[C], C=[]}", Needs.of(draft.toPlan()).toString());
    }

    private static Plan plan(boolean barrier, List<String> ofC, List<String> ofD) {
        var draft = draft(barrier);
        draft.tasks.add(task("A", "one", List.of()));
        draft.tasks.add(task("B", "one", List.of("A")));
        draft.tasks.add(task("C", "two", ofC));
        draft.tasks.add(task("D", "two", ofD));
        return draft.toPlan();
    }

    private static PlanDraft draft(boolean barrier) {
        var draft = new PlanDraft("P", "P.md");
        draft.phases.add(new Phase("one", "One", Phase.Mode.PARALLEL, List.of(), false, new Place("P.md", 1)));
        draft.phases.add(new Phase("two", "Two", Phase.Mode.PARALLEL, List.of(), barrier, new Place("P.md", 9)));
        return draft;
    }

    private static TaskSpec task(String id, String phase, List<String> needs) {
        var draft = new TaskDraft(id, "Do " + id, "anna");
        draft.phase = phase;
        draft.dependsOn.addAll(needs);
        return draft.toTask();
    }
}
