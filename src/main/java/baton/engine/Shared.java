package baton.engine;

import java.util.List;

import baton.engine.fact.CheckResult;
import baton.engine.fact.FileChange;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.SharingEvent.ContractPublished;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * What agents share.
 *
 * @param findings newest last
 * @param urgent those of them that everybody must know
 * @param artifacts newest version of every file written in the session, by path
 * @param makers the task that wrote it, by path
 * @param made the paths of the files that a task wrote last, by task
 * @param reviews those that were asked for, by the task that gives them
 */
public record Shared(TreePMap<String, Handoff> handoffs, TreePVector<Finding> findings,
        TreePVector<Finding> urgent, TreePMap<String, Finding> findingsById,
        TreePMap<String, ContractPublished> contracts, TreePMap<String, FileChange> artifacts,
        TreePMap<String, String> makers, TreePMap<String, TreePSet<String>> made,
        TreePMap<String, Review> reviews) {
    static final Shared NONE = new Shared(TreePMap.empty(), TreePVector.empty(), TreePVector.empty(),
            TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), TreePMap.empty(),
            TreePMap.empty(), TreePMap.empty());

    /** A handoff and the task it is for. */
    public record Handoff(String id, String from, String to, String task, HandoffNote note, boolean synthesised,
            boolean accepted) {
        Handoff toAgent(String agent) {
            return new Handoff(id, from, agent, task, note, synthesised, accepted);
        }

        public Handoff asAccepted() {
            return new Handoff(id, from, to, task, note, synthesised, true);
        }
    }

    /** A finding, and the agent and task it came from. */
    public record Finding(String id, String title, String text, boolean urgent, String agent, String task) {}

    /** A review that a claim waits for; {@code results} are the checks that held before it was asked for. */
    public record Review(String id, String gate, String reviewer, String check, String attempt, String call,
            List<CheckResult> results) {
        public Review {
            results = List.copyOf(results);
        }
    }

    public Shared withReview(Review review) {
        return new Shared(handoffs, findings, urgent, findingsById, contracts, artifacts, makers, made,
                reviews.plus(review.id(), review));
    }

    public Shared withHandoff(Handoff handoff) {
        return new Shared(handoffs.plus(handoff.id(), handoff), findings, urgent, findingsById, contracts, artifacts,
                makers, made, reviews);
    }

    public Shared withFinding(Finding finding) {
        return new Shared(handoffs, findings.plus(finding), finding.urgent() ? urgent.plus(finding) : urgent,
                findingsById.plus(finding.id(), finding), contracts, artifacts, makers, made, reviews);
    }

    public Shared withContract(ContractPublished contract) {
        return new Shared(handoffs, findings, urgent, findingsById, contracts.plus(contract.name(), contract),
                artifacts, makers, made, reviews);
    }

    /** {@code task} wrote it last. */
    public Shared withArtifact(FileChange change, String task) {
        var before = makers.get(change.path());
        var fewer = before == null ? made : made.plus(before, madeSet(before).minus(change.path()));
        var now = fewer.getOrDefault(task, TreePSet.empty()).plus(change.path());
        return new Shared(handoffs, findings, urgent, findingsById, contracts, artifacts.plus(change.path(), change),
                makers.plus(change.path(), task), fewer.plus(task, now), reviews);
    }

    /** Paths of the files that this task wrote last. */
    public List<String> madeBy(String task) {
        return List.copyOf(madeSet(task));
    }

    private TreePSet<String> madeSet(String task) {
        return made.getOrDefault(task, TreePSet.empty());
    }
}
