package baton.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import baton.engine.Effect.AskModel;
import baton.engine.fact.Action;
import baton.engine.fact.SessionEvent.Casting;
import baton.engine.fact.SessionEvent.ContextText;
import baton.plan.AgentSpec;
import baton.plan.AgentSpec.OwnedArea;
import baton.plan.Place;
import baton.plan.PlanDraft;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.settings.PreparedAnswer;
import baton.settings.RunSettings.OnQuestion;
import baton.view.Golden;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The words and the order of a request, as a model gets them; any change of either shows in the golden file. */
class RequestGoldenTest {

    @Test
    void aRequestHasItsPartsInTheDocumentedOrder() throws IOException {
        var story = opened("What the service is for.");
        story.replies("T-1/1", new Action.ShareFinding("Port clash", "8080 is taken", true));
        story.replies("T-1/1", Story.write("notes/api.md")).wrote("T-1/1", "notes/api.md");
        story.replies("T-1/1", Story.claim("notes/api.md"));
        var checks = story.effects.stream().filter(Effect.RunChecks.class::isInstance).map(Effect.RunChecks.class::cast)
                .findFirst();
        story.passes(checks.orElseThrow());
        var ask = story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast).findFirst();
        assertEquals(List.of("role", "plan", "context", "task", "concerns"),
                ask.orElseThrow().parts().stream().map(Effect.Part::name).toList());
        Golden.checkText("engine/request.txt", ask.orElseThrow().parts().stream()
                .map(part -> "--- " + part.name() + "\n" + part.text() + "\n").collect(Collectors.joining()));
    }

    @Test
    void anOrchestratorIsToldOfItsTeamAndWhatRunsAnyway() throws IOException {
        var plan = new PlanDraft("Port the service", "plan.md");
        plan.goal = "The service runs on the new port";
        plan.agents.add(new AgentSpec("tester", "Tester", List.of(), "", "Tests what others only describe.", List.of(),
                List.of(), List.of(), List.of(), List.of(), new Place("plan.md", 9)));
        plan.tasks.add(task("T-1", "Describe the interface", "tester", "notes/api.md", 5).toTask());
        plan.tasks.add(TaskSpec.of("T-2", "Bring it all together", "orchestrator"));
        var slots = baton.profile.StandardSlots.all().stream().limit(4).toList();
        var template = new baton.profile.DelegationTemplate("research-brief", "", "What to find out.", slots,
                "{{title}}", "brief.md", 1);
        var story = new Story().tell(new Command.Open(Story.settings(2), plan.toPlan(), List.of(),
                List.of(new Casting("tester", "tester", "", List.of("*"), List.of("notes/**"))), List.of(),
                StandardTexts.all(), List.of(), List.of(template)));
        var ask = story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast)
                .filter(one -> one.turn().startsWith("T-2/")).findFirst();
        Golden.checkText("engine/request-orchestrator.txt", ask.orElseThrow().parts().stream()
                .map(part -> "--- " + part.name() + "\n" + part.text() + "\n").collect(Collectors.joining()));
    }

    @Test
    void aPartThatIsTooLongIsCutAndSaysHowMuchIsMissing() {
        var story = opened("word ".repeat(20_000));
        var ask = story.effects.stream().filter(AskModel.class::isInstance).map(AskModel.class::cast).findFirst();
        var context = ask.orElseThrow().parts().stream().filter(part -> part.name().equals("context")).findFirst();
        assertTrue(context.orElseThrow().text().length() < 60_100);
        assertTrue(context.orElseThrow().text().endsWith("more characters]"));
    }

    private static Story opened(String contextText) {
        var draft = new PlanDraft("Port the service", "plan.md");
        draft.goal = "The service runs on the new port";
        draft.agents.add(new AgentSpec("api", "API writer", List.of(), "", "writes interfaces",
                List.of("Keep the interface small"), List.of(new OwnedArea("notes/", "")), List.of(), List.of(),
                List.of(), new Place("plan.md", 3)));
        draft.agents.add(AgentSpec.named("tester", "Tester", new Place("plan.md", 9)));
        draft.completion.add("Both notes are accepted");
        draft.tasks.add(task("T-1", "Describe the interface", "api", "notes/api.md", 5).toTask());
        var test = task("T-2", "Test the interface", "tester", "notes/test.md", 11);
        test.dependsOn.add("T-1");
        test.timeBox = Optional.of(new TaskSpec.Minutes(15));
        draft.tasks.add(test.toTask());
        draft.questions.add(
                new baton.plan.PlannedQuestion("Q-1", "Ports", "Which port?", List.of(), new Place("plan.md", 20)));
        var settings = Story.settings(2).withOnQuestion(OnQuestion.WAIT,
                List.of(new PreparedAnswer(PreparedAnswer.By.ID, "Q-1", "8080")));
        return new Story().tell(new Command.Open(settings, draft.toPlan(), List.of(),
                List.of(new Casting("tester", "tester", "You test what others only describe.", List.of("*"),
                        List.of())),
                List.of(new ContextText("docs/brief.md", List.of(), contextText, true, 0),
                        new ContextText("docs/missing.md", List.of(), "", false, 0)),
                StandardTexts.all(), List.of()));
    }

    private static TaskDraft task(String id, String title, String agent, String output, int line) {
        var draft = new TaskDraft(id, title, agent);
        draft.inputs.add("docs/brief.md");
        draft.outputs.add(output);
        draft.acceptance.add("names the port");
        draft.place = new Place("plan.md", line);
        return draft;
    }
}
