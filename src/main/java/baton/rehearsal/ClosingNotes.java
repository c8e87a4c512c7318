package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.HandoffNote.NotedArtifact;

/** What an agent whose time is up leaves for the next one: only what this attempt really did and saw. */
final class ClosingNotes {
    private ClosingNotes() {}

    static HandoffNote of(Scene scene) {
        var ready = scene.task().dependsOn().stream().map(task -> task + " is accepted").toList();
        return new HandoffNote(completed(scene), ready, List.of(), nextSteps(scene), artifacts(scene),
                notes(scene.contradictions()));
    }

    private static List<String> completed(Scene scene) {
        var completed = new ArrayList<String>();
        for (SourceText source : scene.sources()) {
            completed.add("Read " + source.path() + " (" + Wording.count(source.lines(), "line", "lines") + ", "
                    + Wording.count(source.headings().size(), "heading", "headings") + ")");
        }
        scene.brief().changes().forEach(change -> completed.add("Wrote a first draft of " + change.path()));
        return completed;
    }

    private static List<String> nextSteps(Scene scene) {
        var steps = new ArrayList<String>();
        scene.unread().forEach(path -> steps.add("Read " + path));
        var passages = scene.passages();
        for (String topic : ReportWriter.topics(scene.task())) {
            String start = passages.about(topic, 1).stream().map(best -> " (start at " + best.place() + ")").findFirst()
                    .orElse("");
            steps.add("Write the section \"" + Wording.withoutFullStop(topic) + "\"" + start);
        }
        return steps;
    }

    private static List<NotedArtifact> artifacts(Scene scene) {
        return scene.brief().changes().stream().map(FileChange::path).distinct()
                .map(path -> new NotedArtifact(path, "draft: sources and open sections, no conclusions yet")).toList();
    }

    private static String notes(List<Contradiction> contradictions) {
        String found = contradictions.isEmpty()
                ? "No contradiction between the files has turned up so far."
                : "Worth settling first: " + Wording.withoutFullStop(contradictions.getFirst().title()) + ".";
        return "Rehearsal: the time box ended before the report was done. " + found;
    }
}
