package baton.engine.fact;

import java.util.List;

/** Facts that agents share with each other. */
public sealed interface SharingEvent extends Event {
    /**
     * Work passed on.
     *
     * @param from the agent that leaves it
     * @param to the agent that goes on, or empty for the next attempt
     * @param synthesised true where baton wrote it from the record
     */
    record HandoffCreated(String id, String from, String to, HandoffNote note, boolean synthesised)
            implements
                SharingEvent {}

    record HandoffAccepted(String id) implements SharingEvent {}

    record HandoffBounced(String id, String reason) implements SharingEvent {}

    /** {@code tells} are attempts at work that it concerns; an urgent one reaches everybody anyway. */
    record FindingShared(String id, String title, String text, boolean urgent, List<String> tells)
            implements
                SharingEvent {
        public FindingShared {
            tells = List.copyOf(tells);
        }

        /** One that nobody at work is told of. */
        public FindingShared(String id, String title, String text, boolean urgent) {
            this(id, title, text, urgent, List.of());
        }
    }

    record ContractPublished(String name, String version, String path, String summary) implements SharingEvent {}

    /** A file this attempt wrote, by content. */
    record ArtifactProduced(String path, String sha256, long bytes, String call) implements SharingEvent {}

    record StatusUpdated(String text, int percent, String nextUpdate) implements SharingEvent {}
}
