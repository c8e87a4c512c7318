package baton.plan.assist;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import baton.plan.Checkpoint;
import baton.plan.Gate;

/**
 * One addition to a plan, as a model proposes it. There is none that changes or takes away what the reader found.
 *
 * <p>Nothing in it can be run: a check is a sentence, never a command.
 */
public sealed interface Proposal {

    List<Citation> cites();

    /** In which part of {@code plan.yaml} it would stand. */
    String part();

    /** Its own words in short. */
    String title();

    /** Names, ids and paths: each must stand in the cited lines as it is. */
    default List<String> names() {
        return List.of();
    }

    /** Sentences: most of their words must stand in the cited lines. */
    List<String> texts();

    /** Somebody who takes part. */
    record NewAgent(String name, String role, List<String> owns, List<Citation> cites) implements Proposal {
        public NewAgent {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
            owns = List.copyOf(owns);
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "agents";
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public List<String> names() {
            return joined(List.of(name), owns);
        }

        @Override
        public List<String> texts() {
            return List.of(role);
        }
    }

    /**
     * A job.
     *
     * @param ref how other proposals of the same answer speak of it, or empty
     * @param agent its name, alias or id
     * @param dependsOn ids of tasks of the plan, or refs
     */
    record NewTask(String ref, String title, String agent, List<String> outputs, List<String> acceptance,
            List<String> dependsOn, List<Citation> cites) implements Proposal {
        public NewTask {
            Objects.requireNonNull(ref, "ref");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(agent, "agent");
            outputs = List.copyOf(outputs);
            acceptance = List.copyOf(acceptance);
            dependsOn = List.copyOf(dependsOn);
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "tasks";
        }

        @Override
        public List<String> names() {
            return outputs;
        }

        @Override
        public List<String> texts() {
            return joined(List.of(title), acceptance);
        }
    }

    /** "{@code to} waits for {@code from}"; ids of tasks of the plan, or refs. */
    record NewEdge(String from, String to, List<Citation> cites) implements Proposal {
        public NewEdge {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "edges";
        }

        @Override
        public String title() {
            return from + " → " + to;
        }

        @Override
        public List<String> texts() {
            return List.of();
        }
    }

    /** A point at which agents meet. */
    record NewCheckpoint(String name, List<Checkpoint.Criterion> criteria, List<Citation> cites) implements Proposal {
        public NewCheckpoint {
            Objects.requireNonNull(name, "name");
            criteria = List.copyOf(criteria);
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "checkpoints";
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public List<String> texts() {
            return joined(List.of(name), criteria.stream().map(Checkpoint.Criterion::text).toList());
        }
    }

    /** A choice that somebody must make. */
    record NewDecision(String title, String question, List<String> options, String recommendation,
            List<Citation> cites) implements Proposal {
        public NewDecision {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(question, "question");
            options = List.copyOf(options);
            Objects.requireNonNull(recommendation, "recommendation");
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "decisions";
        }

        @Override
        public List<String> texts() {
            return joined(List.of(title, question, recommendation), options);
        }
    }

    /** Something only the owner can answer. */
    record NewQuestion(String group, String text, List<Citation> cites) implements Proposal {
        public NewQuestion {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(text, "text");
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "questions";
        }

        @Override
        public String title() {
            return text;
        }

        @Override
        public List<String> texts() {
            return List.of(group, text);
        }
    }

    /** Checks that must hold. */
    record NewGate(String name, Gate.Scope scope, List<String> checks, List<Citation> cites) implements Proposal {
        public NewGate {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(scope, "scope");
            checks = List.copyOf(checks);
            cites = List.copyOf(cites);
        }

        @Override
        public String part() {
            return "gates";
        }

        @Override
        public String title() {
            return name;
        }

        @Override
        public List<String> texts() {
            return joined(List.of(name), checks);
        }
    }

    /** The same with citations as they were found. */
    default Proposal citing(List<Citation> found) {
        return switch (this) {
            case NewAgent(var name, var role, var owns, _) -> new NewAgent(name, role, owns, found);
            case NewTask(var ref, var title, var agent, var outputs, var acceptance, var dependsOn, _) ->
                new NewTask(ref, title, agent, outputs, acceptance, dependsOn, found);
            case NewEdge(var from, var to, _) -> new NewEdge(from, to, found);
            case NewCheckpoint(var name, var criteria, _) -> new NewCheckpoint(name, criteria, found);
            case NewDecision(var title, var question, var options, var recommendation, _) ->
                new NewDecision(title, question, options, recommendation, found);
            case NewQuestion(var group, var text, _) -> new NewQuestion(group, text, found);
            case NewGate(var name, var scope, var checks, _) -> new NewGate(name, scope, checks, found);
        };
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).filter(text -> !text.isBlank()).toList();
    }
}
