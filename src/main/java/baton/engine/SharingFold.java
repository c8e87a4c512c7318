package baton.engine;

import baton.engine.fact.FileChange;
import baton.engine.fact.RecordedEvent;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.SharingEvent.ArtifactProduced;
import baton.engine.fact.SharingEvent.ContractPublished;
import baton.engine.fact.SharingEvent.FindingShared;
import baton.engine.fact.SharingEvent.HandoffAccepted;
import baton.engine.fact.SharingEvent.HandoffBounced;
import baton.engine.fact.SharingEvent.HandoffCreated;
import baton.engine.fact.SharingEvent.StatusUpdated;

/** Folds facts that agents share. */
final class SharingFold {
    private SharingFold() {}

    static SessionState evolve(SessionState state, RecordedEvent recorded, SharingEvent event) {
        var shared = state.shared();
        return switch (event) {
            case HandoffCreated created -> created(state, recorded, created);
            case HandoffAccepted accepted -> {
                var handoff = shared.handoffs().get(accepted.id());
                yield handoff == null ? state : state.with(shared.withHandoff(handoff.asAccepted()));
            }
            case HandoffBounced ignored -> state;
            case FindingShared finding ->
                state.with(shared.withFinding(finding)).with(PeopleFold.numbered(state.course(), finding.id()));
            case ContractPublished contract -> state.with(shared.withContract(contract));
            case ArtifactProduced artifact -> state
                    .with(shared.withArtifact(
                            new FileChange(artifact.path(), "", artifact.sha256(), artifact.bytes(), true)));
            case StatusUpdated ignored -> state;
        };
    }

    /** The subject's task receives the handoff; with an attempt number its next attempt goes on from it. */
    private static SessionState created(SessionState state, RecordedEvent recorded, HandoffCreated created) {
        var task = state.work().task(recorded.subject().task()).orElseThrow();
        var known = new Shared.Handoff(created.id(), created.from(), created.to(), task.id(), created.note(),
                created.synthesised(),
                false);
        var told = task.withHandoff(created.id());
        var continued = created.to().isEmpty() || created.to().equals(created.from())
                ? told.continuing(created.id())
                : told;
        return state.with(state.shared().withHandoff(known)).with(state.work().withTask(continued))
                .with(state.totals().counting(0, 1, 0)).with(PeopleFold.numbered(state.course(), created.id()));
    }
}
