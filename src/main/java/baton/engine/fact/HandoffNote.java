package baton.engine.fact;

import java.util.List;
import java.util.Objects;

/** What one attempt leaves for the next agent: the seven standard fields; a plan may show them under other names. */
public record HandoffNote(List<String> completed, List<String> dependenciesReady, List<String> blockers,
        List<String> nextSteps, List<NotedArtifact> artifacts, String notes) {
    public static final HandoffNote EMPTY = new HandoffNote(List.of(), List.of(), List.of(), List.of(), List.of(), "");

    /** A file worth knowing about. */
    public record NotedArtifact(String path, String description) {
        public NotedArtifact {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(description, "description");
        }
    }

    public HandoffNote {
        completed = List.copyOf(completed);
        dependenciesReady = List.copyOf(dependenciesReady);
        blockers = List.copyOf(blockers);
        nextSteps = List.copyOf(nextSteps);
        artifacts = List.copyOf(artifacts);
        Objects.requireNonNull(notes, "notes");
    }
}
