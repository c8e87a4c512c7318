package baton.plan.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import baton.plan.AgentSpec;
import baton.plan.Plan;
import baton.plan.PlanDraft;
import baton.plan.PlanDraftMerge;
import baton.plan.PlanGraph;
import baton.plan.PlanLint;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.plan.assist.Proposal.NewAgent;
import baton.plan.assist.Proposal.NewCheckpoint;
import baton.plan.assist.Proposal.NewDecision;
import baton.plan.assist.Proposal.NewEdge;
import baton.plan.assist.Proposal.NewGate;
import baton.plan.assist.Proposal.NewQuestion;
import baton.plan.assist.Proposal.NewTask;
import baton.plan.lint.Called;

/**
 * Decides which proposals may be shown to a person: those that quote the document, say no more than the lines they quote, are
 * new, and fit the plan.
 *
 * <p>Agents come first, then tasks, then what speaks of both, whatever order the model chose; each is screened against the plan
 * with those before it. Nothing is mended: a proposal holds as it is or is dropped with its reason.
 */
public final class Screening {
    /** Errors that an addition must not bring; other errors may have been there and may go away with it. */
    private static final List<String> REFUSING = List.of("cycle", "duplicate-id", "unknown-agent");

    private final Quotations quotations;
    private final Map<String, String> refs = new LinkedHashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private Plan plan;

    /** Why a proposal is not shown. */
    public enum Reason {
        NOT_CITED("quotes what is not in the document"), BEYOND("says more than the lines it quotes"),
        KNOWN("is in the plan already"), UNFIT("does not fit the plan");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A proposal that holds.
     *
     * @param after the plan with it and all before it
     */
    public record Kept(Proposal proposal, Plan after) {}

    /** {@code detail} says what exactly; it may hold the model's words. */
    public record Dropped(Proposal proposal, Reason reason, String detail) {}

    /** All that was proposed, in the order in which it was screened. */
    public record Screened(List<Kept> kept, List<Dropped> dropped) {
        public Screened {
            kept = List.copyOf(kept);
            dropped = List.copyOf(dropped);
        }

        /** The plan with everything that holds. */
        public Plan planOr(Plan otherwise) {
            return kept.isEmpty() ? otherwise : kept.getLast().after();
        }
    }

    private Screening(Plan plan, List<CitedDocument> documents) {
        this.plan = plan;
        this.quotations = new Quotations(documents);
    }

    public static Screened screen(List<Proposal> proposals, Plan plan, List<CitedDocument> documents) {
        var screening = new Screening(plan, documents);
        proposals.stream().sorted(Comparator.comparingInt(Screening::rank)).forEach(screening::screen);
        return new Screened(screening.kept, screening.dropped);
    }

    private static int rank(Proposal proposal) {
        return switch (proposal) {
            case NewAgent _ -> 0;
            case NewTask _ -> 1;
            case NewEdge _ -> 2;
            case NewCheckpoint _,NewDecision _,NewQuestion _,NewGate _ -> 3;
        };
    }

    private void screen(Proposal proposal) {
        var found = new ArrayList<Quotations.Found>();
        var cites = new ArrayList<Citation>();
        for (Citation citation : proposal.cites()) {
            var place = quotations.find(citation);
            if (place.isEmpty()) {
                drop(proposal, Reason.NOT_CITED, "\"" + citation.quote() + "\"");
                return;
            }
            found.add(place.get());
            cites.add(new Citation(place.get().place(), citation.quote()));
        }
        if (found.isEmpty()) {
            drop(proposal, Reason.NOT_CITED, "it quotes nothing");
            return;
        }
        var cited = new Cited(quotations.linesOf(found));
        var beyond = cited.beyond(proposal).or(() -> beyond(proposal, cited));
        var known = Known.in(plan, proposal, this::task);
        if (beyond.isPresent()) {
            drop(proposal, Reason.BEYOND, beyond.get());
        } else if (known.isPresent()) {
            drop(proposal, Reason.KNOWN, known.get());
        } else {
            enter(proposal.citing(cites));
        }
    }

    /** What of others the proposal names and the cited lines do not. */
    private Optional<String> beyond(Proposal proposal, Cited cited) {
        return switch (proposal) {
            case NewTask task -> agent(task.agent()).filter(agent -> !cited.names(agent)).map(AgentSpec::name)
                    .or(() -> task.dependsOn().stream().flatMap(id -> task(id).stream())
                            .filter(needed -> !names(cited, needed)).map(TaskSpec::title).findFirst());
            case NewEdge edge -> List.of(edge.from(), edge.to()).stream().flatMap(id -> task(id).stream())
                    .filter(end -> !names(cited, end)).map(TaskSpec::title).findFirst();
            case NewCheckpoint point -> point.criteria().stream().flatMap(one -> agent(one.agent()).stream())
                    .filter(agent -> !cited.names(agent)).map(AgentSpec::name).findFirst();
            case NewAgent _,NewDecision _,NewQuestion _,NewGate _ -> Optional.empty();
        };
    }

    private boolean names(Cited cited, TaskSpec task) {
        return cited.names(task) || plan.agent(task.agent()).filter(cited::names).isPresent();
    }

    private Optional<AgentSpec> agent(String written) {
        return written.isBlank() ? Optional.empty() : new Called(plan).find(written);
    }

    /** By its id, or by how this answer speaks of it. */
    private Optional<TaskSpec> task(String written) {
        return plan.task(refs.getOrDefault(written, written));
    }

    private void enter(Proposal proposal) {
        var missing = missing(proposal);
        if (missing.isPresent()) {
            drop(proposal, Reason.UNFIT, missing.get());
            return;
        }
        var addition = new Addition(plan, written -> agent(written).map(AgentSpec::id).orElse(""),
                written -> task(written).map(TaskSpec::id).orElse(written));
        Plan after = joined(addition.of(proposal));
        var fault = newError(after);
        if (fault.isPresent()) {
            drop(proposal, Reason.UNFIT, fault.get());
            return;
        }
        plan = after;
        kept.add(new Kept(proposal, after));
        if (proposal instanceof NewTask task && !task.ref().isBlank()) {
            refs.put(task.ref(), after.tasks().getLast().id());
        }
    }

    /** Somebody or something that is named and is not there: nobody is invented along with a task. */
    private Optional<String> missing(Proposal proposal) {
        return switch (proposal) {
            case NewTask task -> nobody(task.agent()).or(() -> noTask(task.dependsOn()));
            case NewEdge edge -> noTask(List.of(edge.from(), edge.to()));
            case NewCheckpoint point ->
                point.criteria().stream().flatMap(one -> nobody(one.agent()).stream()).findFirst();
            case NewAgent _,NewDecision _,NewQuestion _,NewGate _ -> Optional.empty();
        };
    }

    private Optional<String> nobody(String agent) {
        return agent.isBlank() || agent(agent).isPresent()
                ? Optional.empty()
                : Optional.of("no agent is \"" + agent + "\"");
    }

    private Optional<String> noTask(List<String> ids) {
        return ids.stream().filter(id -> task(id).isEmpty()).map(id -> "no task is \"" + id + "\"").findFirst();
    }

    private Plan joined(Plan addition) {
        var draft = new PlanDraft(plan.name(), plan.source());
        PlanDraftMerge.into(draft, plan);
        PlanDraftMerge.into(draft, addition);
        return draft.toPlan();
    }

    private Optional<String> newError(Plan after) {
        Set<String> before = new LinkedHashSet<>();
        errors(plan).forEach(problem -> before.add(problem.message()));
        return errors(after).stream().map(Problem::message).filter(message -> !before.contains(message)).findFirst();
    }

    private static List<Problem> errors(Plan plan) {
        boolean circular = !PlanGraph.of(plan).cycle().isEmpty();
        return circular || hasLooseEnds(plan)
                ? PlanLint.check(plan).stream().filter(problem -> REFUSING.contains(problem.code())).toList()
                : List.of();
    }

    /** Most plans have none, and need no whole check for each proposal. */
    private static boolean hasLooseEnds(Plan plan) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> agents = new LinkedHashSet<>();
        boolean twice = plan.agents().stream().anyMatch(agent -> !agents.add(agent.id()))
                || plan.tasks().stream().anyMatch(task -> !ids.add(task.id()));
        return twice || plan.tasks().stream().anyMatch(task -> !task.agent().isBlank()
                && !task.agent().equals(PlanLint.ORCHESTRATOR) && !agents.contains(task.agent()));
    }

    private void drop(Proposal proposal, Reason reason, String detail) {
        dropped.add(new Dropped(proposal, reason, detail));
    }
}
