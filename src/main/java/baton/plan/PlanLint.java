package baton.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import baton.plan.lint.LintRules;

/**
 * What is wrong in a plan, each with its line and what to do.
 *
 * <p>Errors are the few things that make a plan impossible to run: no agents, ids given twice, a cycle, an agent that nobody
 * is. Everything else is a warning, because the plan still says enough.
 */
public final class PlanLint {

    /** Who does the tasks that no agent of the plan owns. */
    public static final String ORCHESTRATOR = "orchestrator";

    private final Plan plan;
    private final PlanGraph graph;
    private final Set<String> agentIds = new LinkedHashSet<>();
    private final Set<String> taskIds = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final boolean mostSayHowTheyEnd;

    private PlanLint(Plan plan) {
        this.plan = plan;
        this.graph = PlanGraph.of(plan);
        plan.agents().forEach(agent -> agentIds.add(agent.id()));
        plan.tasks().forEach(task -> taskIds.add(task.id()));
        long running = plan.tasks().stream().filter(TaskSpec::runs).count();
        long open = plan.tasks().stream().filter(TaskSpec::runs).filter(PlanLint::isOpenEnded).count();
        this.mostSayHowTheyEnd = open * 2 <= running;
    }

    private static boolean isOpenEnded(TaskSpec task) {
        return task.outputs().isEmpty() && task.deliverables().isEmpty() && task.returns().isEmpty()
                && task.acceptance().isEmpty();
    }

    /** Checks everything and reports all of it at once, errors and warnings in the order of the rules. */
    public static List<Problem> check(Plan plan) {
        return new PlanLint(plan).check();
    }

    private List<Problem> check() {
        if (plan.agents().isEmpty() && !isOrchestratorsAlone()) {
            error("no-agents", new Place(plan.source(), 0), "no agents found",
                    plan.source().matches(".*\\.ya?ml")
                            ? "List them under the key \"agents\", each with an id."
                            : "Give each agent a heading with its name and a line for its task.");
            return problems;
        }
        if (plan.tasks().stream().noneMatch(TaskSpec::runs)) {
            warning("no-tasks", new Place(plan.source(), 0), "no task was found, so a run would end at once",
                    "Give an agent a line such as  Task: what it does, or a list of tasks.");
        }
        if (plan.agents().isEmpty()) {
            note("no-agent-named", new Place(plan.source(), 0),
                    "the plan names nobody, so the orchestrator does all of its work",
                    "Add a document that names the team, and say who does what.");
        }
        duplicates();
        agents();
        cycle();
        dangling();
        limits();
        plan.tasks().stream().filter(TaskSpec::runs).forEach(this::task);
        pathsFromTheRoot();
        pathsOwnedTwice();
        problems.addAll(LintRules.check(plan));
        return Gathered.of(problems);
    }

    /** True for lists of work that name nobody at all, as other programs write them. */
    private boolean isOrchestratorsAlone() {
        List<TaskSpec> running = plan.tasks().stream().filter(TaskSpec::runs).toList();
        return !running.isEmpty() && running.stream().allMatch(task -> task.agent().equals(ORCHESTRATOR));
    }

    private void duplicates() {
        Map<String, Place> places = new LinkedHashMap<>();
        for (AgentSpec agent : plan.agents()) {
            twice("agent", agent.id(), agent.place(), places);
        }
        places.clear();
        for (TaskSpec task : plan.tasks()) {
            twice("task", task.id(), task.place(), places);
        }
    }

    private void twice(String what, String id, Place place, Map<String, Place> places) {
        Place before = places.putIfAbsent(id, place);
        if (before != null) {
            error("duplicate-id", place, what + " id \"" + id + "\" is given twice, first at " + before,
                    "Give one of the two another id.");
        }
    }

    private void agents() {
        for (TaskSpec task : plan.tasks()) {
            if (task.agent().isBlank() && task.runs()) {
                warning("task-without-agent", task.place(), task.id() + " \"" + task.title() + "\" has no agent",
                        "Name one; without it the orchestrator does it.");
            } else if (!task.agent().isBlank() && !task.agent().equals(ORCHESTRATOR)
                    && !agentIds.contains(task.agent())) {
                error("unknown-agent", task.place(),
                        task.id() + " is given to \"" + task.agent() + "\", and nobody is that",
                        "Add the agent, or correct the name.");
            }
        }
    }

    private void cycle() {
        List<String> cycle = graph.cycle();
        if (!cycle.isEmpty()) {
            Place place = plan.task(cycle.getFirst()).map(TaskSpec::place).orElse(Place.NOWHERE);
            error("cycle", place, "these tasks wait for each other: " + String.join(" → ", cycle),
                    "Take one of these dependencies away.");
            List<String> behind = graph.unreachable().stream().filter(task -> !cycle.contains(task)).toList();
            if (!behind.isEmpty()) {
                warning("unreachable", place, "can never start because of the cycle: " + String.join(", ", behind), "");
            }
        }
    }

    private void dangling() {
        for (TaskSpec task : plan.tasks()) {
            for (String needed : task.dependsOn()) {
                if (!taskIds.contains(needed)) {
                    warning("dangling-dependency", task.place(), task.id() + " depends on \"" + needed
                            + "\", which no task is", "Correct the id; until then nobody waits for it.");
                }
            }
        }
        for (Edge edge : plan.edges()) {
            if (edge.kind() == Edge.Kind.TASK && (!taskIds.contains(edge.from()) || !taskIds.contains(edge.to()))) {
                warning("dangling-edge", edge.place(),
                        "an end of \"" + edge.from() + " → " + edge.to() + "\" is no task", "Correct the id.");
            }
        }
    }

    private void limits() {
        OptionalInt floor = plan.limits().agentsMin();
        OptionalInt ceiling = plan.limits().agentsMax();
        if (floor.isEmpty()) {
            return;
        }
        var place = new Place(plan.source(), 0);
        long running = plan.tasks().stream().filter(TaskSpec::runs).count();
        if (ceiling.isPresent() && floor.getAsInt() > ceiling.getAsInt()) {
            warning("pool-bounds", place, "at least " + floor.getAsInt() + " agents and at most " + ceiling.getAsInt()
                    + " can't both hold", "The ceiling is kept, the floor is reported.");
        }
        if (floor.getAsInt() > running) {
            warning("pool-floor", place, "never fewer than " + floor.getAsInt() + " agents can't hold with " + running
                    + " tasks", "Lower the floor; every second below it is reported with its reason.");
            return;
        }
        List<List<String>> layers = graph.layers();
        if (!layers.isEmpty() && floor.getAsInt() > 1) {
            note("pool-floor-tail", place, "never fewer than " + floor.getAsInt()
                    + " agents can't hold at the end, when fewer tasks are left (the last step has "
                    + layers.getLast().size() + ")", "Nothing to do: below the floor the reason is given.");
        }
    }

    private void task(TaskSpec task) {
        String who = task.id() + " \"" + task.title() + "\"";
        boolean noOutput = task.outputs().isEmpty() && task.deliverables().isEmpty() && task.returns().isEmpty();
        boolean noCriteria = task.acceptance().isEmpty();
        boolean orchestrators = task.agent().equals(ORCHESTRATOR) && task.kind() != TaskSpec.Kind.OPENING;
        if (orchestrators && !agentIds.contains(ORCHESTRATOR) && !agentIds.isEmpty()) {
            warning("task-without-owner", task.place(),
                    who + " belongs to none of the agents; the orchestrator does it",
                    "Name its agent, output and criteria.");
        }
        if (noOutput && noCriteria) {
            // Where no task says how it ends, that is how the author writes; where most do, these were forgotten.
            problems.add(new Problem(mostSayHowTheyEnd ? Problem.Severity.WARNING : Problem.Severity.NOTE,
                    "task-open-ended", who + " names neither an output nor criteria", task.place(),
                    "Say what file it writes and how it is judged; until then its answer is the result."));
        } else if (noOutput) {
            note("task-without-output", task.place(), who + " names no output",
                    "Say what file it writes; until then its answer is the result.");
        } else if (noCriteria) {
            note("task-without-criteria", task.place(), who + " names no criteria",
                    "Say how it is judged; until then its output being there is enough.");
        }
        task.outputs().stream().filter(PlanLint::leadsOut).forEach(path -> warning("output-outside", task.place(),
                task.id() + " writes " + path + ", which leads out of the workspace",
                "Name a path within it; agents write nowhere else, so the task cannot be accepted."));
    }

    /** Said once, since a document that writes one path so writes all of them so. */
    private void pathsFromTheRoot() {
        var rooted = new LinkedHashMap<String, Place>();
        plan.agents().forEach(agent -> agent.owns().forEach(area -> rooted.putIfAbsent(area.path(), agent.place())));
        plan.tasks().forEach(task -> {
            task.inputs().forEach(path -> rooted.putIfAbsent(path, task.place()));
            task.outputs().forEach(path -> rooted.putIfAbsent(path, task.place()));
        });
        rooted.keySet().removeIf(path -> !path.startsWith("/") || path.length() < 2
                || path.chars().anyMatch(Character::isWhitespace));
        if (!rooted.isEmpty()) {
            var first = rooted.firstEntry();
            note("path-root", first.getValue(), first.getKey() + (rooted.size() > 1
                    ? " and " + (rooted.size() - 1) + " more that begin with /"
                    : "") + (rooted.size() > 1 ? " mean files" : " means a file")
                    + " in the workspace, not on the whole machine",
                    "Nothing to do: agents read and write " + first.getKey().substring(1) + " there.");
        }
    }

    /** Whether more steps go up than came down at any point of the path. */
    public static boolean leadsOut(String path) {
        int depth = 0;
        for (String step : path.split("/", -1)) {
            depth += switch (step) {
                case ".." -> -1;
                case "", "." -> 0;
                default -> 1;
            };
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private void pathsOwnedTwice() {
        Map<String, TaskSpec> writers = new LinkedHashMap<>();
        for (TaskSpec task : plan.tasks()) {
            for (String path : task.runs() ? task.outputs() : List.<String>of()) {
                TaskSpec first = writers.putIfAbsent(path, task);
                if (first != null && !first.agent().equals(task.agent())) {
                    warning("output-owned-twice", task.place(), path + " is written by " + task.id() + " and by "
                            + first.id() + " at " + first.place(),
                            "Give each its own file, or make one wait for the other.");
                }
            }
        }
        Map<String, AgentSpec> owners = new LinkedHashMap<>();
        for (AgentSpec agent : plan.agents()) {
            for (AgentSpec.OwnedArea area : agent.owns()) {
                AgentSpec first = owners.putIfAbsent(area.path(), agent);
                if (first != null && !first.id().equals(agent.id())) {
                    warning("path-owned-twice", agent.place(), area.path() + " is owned by " + agent.id() + " and by "
                            + first.id(), "Name one owner; until then neither may write it alone.");
                }
            }
        }
    }

    private void error(String code, Place place, String message, String hint) {
        problems.add(Problem.error(code, place, message, hint));
    }

    private void note(String code, Place place, String message, String hint) {
        problems.add(Problem.note(code, place, message, hint));
    }

    private void warning(String code, Place place, String message, String hint) {
        problems.add(Problem.warning(code, place, message, hint));
    }
}
