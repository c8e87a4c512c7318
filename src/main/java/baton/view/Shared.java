package baton.view;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What agents told everybody, and what the rules noticed, oldest first. */
public record Shared(PVector<Finding> findings, PVector<Contract> contracts, PVector<String> redFlags,
        PVector<String> refusals) {

    static final Shared NOTHING = new Shared(TreePVector.empty(), TreePVector.empty(), TreePVector.empty(),
            TreePVector.empty());

    /** Something other agents should know. */
    public record Finding(String id, String title, String text, Urgency urgency, String agent, String task) {}

    /** How soon a finding wants eyes. */
    public enum Urgency {
        ORDINARY, URGENT
    }

    /** An interface others build against. */
    public record Contract(String name, String version, String path, String summary, String agent) {}

    Shared plus(Finding finding) {
        return new Shared(findings.plus(finding), contracts, redFlags, refusals);
    }

    Shared plus(Contract contract) {
        return new Shared(findings, contracts.plus(contract), redFlags, refusals);
    }

    Shared plusRedFlag(String text) {
        return new Shared(findings, contracts, redFlags.plus(text), refusals);
    }

    Shared plusRefusal(String text) {
        return new Shared(findings, contracts, redFlags, refusals.plus(text));
    }
}
