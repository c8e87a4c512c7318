package baton.reading.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.plan.Edge;
import baton.plan.Plan;
import baton.plan.TaskSpec;

/**
 * Edges of the plan against arrows of the truth.
 *
 * <p>An arrow between agents may stand in the plan as the arrows between their tasks, and one edge of the plan may answer
 * only arrows with its own ends; what a task depends on counts as an edge too, also through a thing that is handed over.
 */
final class Arrows {
    private final Truth truth;
    private final Plan plan;
    private final Team team;
    private final Work work;
    private final Scorecard card;

    Arrows(Truth truth, Plan plan, Team team, Work work, Scorecard card) {
        this.truth = truth;
        this.plan = plan;
        this.team = team;
        this.work = work;
        this.card = card;
    }

    void count() {
        List<Edge> edges = edges();
        List<Truth.Arrow> arrows = truth.arrows();
        Set<Edge> sound = new HashSet<>();
        for (Truth.Arrow arrow : arrows) {
            List<Edge> matching = edges.stream().filter(edge -> matches(arrow, edge)).toList();
            List<Edge> labelled = matching.stream().filter(edge -> Words.within(arrow.label(), edge.label())).toList();
            sound.addAll(matching);
            if (!arrow.maybe()) {
                card.wanted(Kind.EDGES, !labelled.isEmpty(), arrow.toString());
                labelled.stream().findFirst().ifPresent(edge -> countBinding(arrow, labelled));
            }
        }
        List<Truth.Arrow> loose = arrows.stream().filter(Truth.Arrow::maybe).toList();
        for (Edge edge : edges) {
            boolean onlyMaybe = sound.contains(edge) && loose.stream().anyMatch(arrow -> matches(arrow, edge))
                    && arrows.stream().filter(arrow -> !arrow.maybe()).noneMatch(arrow -> matches(arrow, edge));
            if (!onlyMaybe && !isOrder(edge)) {
                card.found(Kind.EDGES, sound.contains(edge) || isThroughThing(arrows, edge),
                        name(edge.from()) + " -> " + name(edge.to()),
                        edge.place());
            }
        }
    }

    /** Two tasks may wait for each other through a thing that one arrow leads to and another leads from. */
    private boolean isThroughThing(List<Truth.Arrow> arrows, Edge edge) {
        return arrows.stream().filter(arrow -> isEnd(arrow.from(), edge.from()) && isThing(arrow.to()))
                .anyMatch(arrow -> arrows.stream().anyMatch(
                        next -> next.from().equals(arrow.to()) && isEnd(next.to(), edge.to())));
    }

    private boolean isThing(String name) {
        return team.person(name).isEmpty() && work.job(name).isEmpty();
    }

    private void countBinding(Truth.Arrow arrow, List<Edge> edges) {
        if (!arrow.binding().equals("--")) {
            boolean binds = edges.stream().anyMatch(Edge::binding);
            card.wanted(Kind.BINDING, binds == arrow.binding().equals("->"),
                    arrow + (binds ? " (binds)" : " (is soft)"));
        }
    }

    /** Order that the format itself gives (tasks of a list one after another, a phase before the next). */
    private boolean isOrder(Edge edge) {
        return truth.flag("in-order") && plan.task(edge.from()).isPresent() && plan.task(edge.to()).isPresent();
    }

    private List<Edge> edges() {
        List<Edge> edges = new ArrayList<>(plan.edges());
        for (TaskSpec task : plan.tasks()) {
            for (String need : task.dependsOn()) {
                if (edges.stream().noneMatch(edge -> edge.from().equals(need) && edge.to().equals(task.id()))) {
                    edges.add(new Edge(need, task.id(), "", Edge.Kind.TASK, true, Edge.Source.TEXT, task.place()));
                }
            }
        }
        return edges;
    }

    private boolean matches(Truth.Arrow arrow, Edge edge) {
        return isEnd(arrow.from(), edge.from()) && isEnd(arrow.to(), edge.to());
    }

    private boolean isEnd(String wanted, String found) {
        Optional<Integer> person = team.person(wanted);
        Optional<Integer> job = work.job(wanted);
        Optional<TaskSpec> task = plan.task(found);
        if (person.isPresent() && job.isEmpty()) {
            return person.equals(team.personOf(found))
                    || task.map(spec -> person.equals(team.personOf(spec.agent()))).orElse(false);
        }
        if (job.isPresent()) {
            return job.equals(work.jobOf(found)) || isUnpaired(job.get(), task) || isSoleJobOf(job.get(), found)
                    || Words.key(wanted).equals(Words.key(found));
        }
        return Words.likeness(wanted, found) > 0 || Words.within(found, wanted)
                || task.map(spec -> Words.likeness(wanted, spec.title()) > 0).orElse(false);
    }

    /** Finished tasks and mentions that do not run have no job, but they have a name. */
    private boolean isUnpaired(int job, Optional<TaskSpec> task) {
        return task.isPresent() && work.jobOf(task.get().id()).isEmpty() && work.isCalled(job, task.get());
    }

    /** An edge to an agent stands for the agent's only job. */
    private boolean isSoleJobOf(int job, String agentId) {
        return team.personOf(agentId).isPresent()
                && team.personOf(agentId).equals(team.person(work.jobAt(job).text("by")))
                && truth.jobs().stream().filter(other -> other.text("by").equals(work.jobAt(job).text("by")))
                        .count() == 1;
    }

    private String name(String end) {
        return plan.task(end).map(task -> end + " (" + task.agent() + ": " + task.title() + ")").orElse(end);
    }
}
