package baton.engine;

import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.SharingEvent.ContractPublished;
import baton.engine.fact.SharingEvent.FindingShared;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What agents share.
 *
 * @param findings newest last
 * @param urgent those of them that everybody must know
 * @param artifacts newest version of every file written in the session, by path
 */
public record Shared(TreePMap<String, Handoff> handoffs, TreePVector<FindingShared> findings,
        TreePVector<FindingShared> urgent,
        TreePMap<String, ContractPublished> contracts, TreePMap<String, FileChange> artifacts) {
    static final Shared NONE = new Shared(TreePMap.empty(), TreePVector.empty(), TreePVector.empty(),
            TreePMap.empty(), TreePMap.empty());

    /** A handoff and the task it is for. */
    public record Handoff(String id, String from, String to, String task, HandoffNote note, boolean synthesised,
            boolean accepted) {
        public Handoff asAccepted() {
            return new Handoff(id, from, to, task, note, synthesised, true);
        }
    }

    public Shared withHandoff(Handoff handoff) {
        return new Shared(handoffs.plus(handoff.id(), handoff), findings, urgent, contracts, artifacts);
    }

    public Shared withFinding(FindingShared finding) {
        return new Shared(handoffs, findings.plus(finding), finding.urgent() ? urgent.plus(finding) : urgent,
                contracts, artifacts);
    }

    public Shared withContract(ContractPublished contract) {
        return new Shared(handoffs, findings, urgent, contracts.plus(contract.name(), contract), artifacts);
    }

    public Shared withArtifact(FileChange change) {
        return new Shared(handoffs, findings, urgent, contracts, artifacts.plus(change.path(), change));
    }
}
