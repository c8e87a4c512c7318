package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.reading.source.SourceDocument;

/** What a few lines say, in the short form in which tests compare it. */
record Told(Plan plan) {

    static Told of(String text) {
        return of("P.md", text);
    }

    static Told of(String name, String text) {
        return new Told(PlanReader.read(List.of(new SourceDocument(name, text.getBytes(StandardCharsets.UTF_8))))
                .plan());
    }

    List<String> agents() {
        return plan.agents().stream().map(AgentSpec::id).toList();
    }

    /** Who does what, of all that runs. */
    List<String> tasks() {
        return plan.tasks().stream().filter(TaskSpec::runs).map(task -> task.agent() + ": " + task.title()).toList();
    }

    List<String> needs() {
        return plan.tasks().stream().filter(TaskSpec::runs).map(task -> String.join(" ", task.dependsOn())).toList();
    }

    List<String> phases() {
        return plan.tasks().stream().filter(TaskSpec::runs).map(TaskSpec::phase).toList();
    }
}
