package baton.view.page;

import java.util.List;
import java.util.Optional;

import baton.engine.fact.SessionEvent.Casting;
import baton.plan.Coverage;
import baton.plan.LoadedPlan;
import baton.plan.Place;
import baton.plan.Problem;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.RunSettings;
import baton.view.Golden;
import baton.view.SampleRun;
import baton.view.text.StyledLine;
import baton.view.text.Typing;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PagesTest {
    private static final LoadedPlan LOADED = new LoadedPlan(SampleRun.plan(),
            List.of(Problem.warning("unknown-tool", new Place("harbour.md", 7), "no tool is called \"radar\"",
                    "Name a tool that baton has, or leave it out.")),
            new Coverage(40, 38, List.of(new Coverage.LineRange("harbour.md", 30, 31))));

    @Test
    void theSummaryOfARunThatWaits() throws Exception {
        Golden.check("view/summary.txt",
                Summary.of(SampleRun.whole().view(), new Summary.Frame("harbour-20261120-0930-a1b2", "", 110)));
    }

    @Test
    void theSummaryOfARunThatHasNotEnded() throws Exception {
        Golden.check("view/summary-running.txt",
                Summary.of(SampleRun.untilAtWork().view(), new Summary.Frame("harbour", "/tmp/files", 80)));
    }

    @Test
    void whyTasksWait() throws Exception {
        Golden.check("view/why.txt", Why.of(SampleRun.whole().view(), 110));
    }

    @Test
    void whyOneTaskWaitsWithTheCommandThatHelps() throws Exception {
        var view = SampleRun.whole().view();
        Golden.check("view/why-task.txt", Why.of(view, view.task("T-3").orElseThrow(), "last"));
    }

    @Test
    void whatARehearsalWouldDo() throws Exception {
        Golden.check("view/what.txt", PlanWhat.of(LOADED, new PlanWhat.Intent(SampleRun.settings(), castings(),
                "a copy beside the session", 100)));
    }

    @Test
    void whatALiveRunWouldCost() throws Exception {
        var model = new ModelName("acme", "large");
        var facts = new ModelFacts(model, 100_000, 8_000,
                Optional.of(new ModelFacts.Price(3_000_000, 15_000_000, 300_000, 3_750_000, "2026-11-01")));
        var settings = SampleRun.settings();
        var live = new RunSettings(RunSettings.Mode.LIVE, settings.face(), settings.limits(), settings.budget(),
                settings.onQuestion(), settings.answers(), settings.approvals(),
                new ModelChoice(model, List.of(), List.of(), List.of(facts)), 0, 0);
        Golden.check("view/what-live.txt", PlanWhat.of(LOADED, new PlanWhat.Intent(live, castings(), ".", 100)));
    }

    @Test
    void thePlanAsATree() throws Exception {
        Golden.check("view/tree.txt", PlanTree.of(LOADED, 100));
    }

    private static List<Casting> castings() {
        return List.of(new Casting("architect", "architect", "", List.of("*"), List.of("reports/**")),
                new Casting("auditor", "", "", List.of("*"), List.of()));
    }

    @Test
    void whereAPageIsKeptShortTheCommandForAllOfItIsNamed() {
        var typing = new Typing("./baton", "harbour", "harbour --sessions my");
        var view = SampleRun.whole().view();
        var whole = Summary.of(view, new Summary.Frame(typing, "", 110)).stream().map(StyledLine::text).toList();
        var brief = Summary.of(view, new Summary.Frame(typing, "", 110, 2)).stream().map(StyledLine::text).toList();

        int tasks = view.tasks().size();
        assertEquals(whole.indexOf("Tasks"), brief.indexOf("Tasks"));
        assertEquals("  … and " + (tasks - 1) + " more; ./baton sessions show harbour --sessions my  has all of them",
                brief.get(brief.indexOf("Tasks") + 2));
        // What to do next is never cut.
        assertEquals(whole.subList(whole.indexOf("Next"), whole.size()),
                brief.subList(brief.indexOf("Next"), brief.size()));
    }
}
