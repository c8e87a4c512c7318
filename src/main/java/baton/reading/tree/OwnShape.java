package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.plan.Gate;
import baton.plan.Place;
import baton.plan.PlannedDecision;
import baton.plan.TaskDraft;
import baton.plan.TaskSpec;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * Plans in formats of people's own: whatever the keys are called, a team, jobs that name its members or each other, and what
 * stands beside them.
 *
 * <p>
 * Settings of programs have jobs and owners too. They are told apart by keys that only they have, and by nobody being named
 * twice who does something that is said in words. What uses only the words of {@code plan.yaml} is left to its reader.
 */
public final class OwnShape implements TreeShape {

    private static final Set<String> STRICT = Set.of("id", "title", "agent", "phase", "track", "sprint", "priority",
            "deadline", "timeBoxMinutes", "dependsOn", "inputs", "deliverables", "acceptance", "outputs",
            "integrationPoints", "contract", "tools", "returns", "start", "estimate", "kind", "runs", "sameAs", "line",
            "file", "place");
    private static final int CONFIGURED_DEPTH_MAX = 6;
    /** No plan is so long; lock files and catalogues are. */
    private static final int NODES_MAX = 20_000;

    /** A team and work that make a plan. */
    record Found(TreeTeam team, TreeWork work) {

        /** Reads everything; what stands beside the work is known by its keys. */
        void read(String file, Findings findings) {
            readWork(file, findings);
            var topics = new MappingTopics(file, findings);
            work.beside.forEach(field -> {
                if (!topics.read(plain(field))) {
                    gates(field, file, findings);
                    decisions(field, file, findings);
                    people(field, file, findings);
                }
            });
        }

        /** Reads those who take part and what they do. */
        void readWork(String file, Findings findings) {
            team.describe(file, findings);
            TreeJobs.read(work, team, file, findings);
        }

        /** With its key as words, and below it those that state a limit: "maxParallel" is "max parallel". */
        private static Yaml.Field plain(Yaml.Field field) {
            Yaml value = field.value() instanceof Yaml.Fields(var inner, int line, long weight)
                    ? new Yaml.Fields(inner.stream().map(one -> new Yaml.Field(
                            Lexicon.WORDS.words("POOL_KEY").contains(TreeKeys.of(one.key()))
                                    ? TreeKeys.of(one.key())
                                    : one.key(),
                            one.line(), one.value())).toList(), line, weight)
                    : field.value();
            return new Yaml.Field(TreeKeys.of(field.key()), field.line(), value);
        }

        /** What is to be decided, where a text and a list of two or more stand together. */
        private static void decisions(Yaml.Field field, String file, Findings findings) {
            if (!Topic.in(TreeKeys.of(field.key())).contains(Topic.DECISIONS)) {
                return;
            }
            for (TreeEntry entry : TreeEntry.of(field.value())) {
                List<PlannedDecision.Option> options = new ArrayList<>();
                entry.fields().stream().map(Yaml.Field::value).filter(Yaml.Items.class::isInstance).findFirst()
                        .ifPresent(items -> TreeEntry.of(items).forEach(one -> options.add(new PlannedDecision.Option(
                                String.valueOf((char) ('A' + options.size() % 26)), TreeEntry.line(one.value())))));
                List<String> texts = entry.fields().stream().map(Yaml.Field::value)
                        .filter(Yaml.Scalar.class::isInstance).map(TreeEntry::line).toList();
                String advised = entry.fields().stream()
                        .filter(one -> Label.all(TreeKeys.of(one.key())).contains(Label.RECOMMENDATION))
                        .map(one -> TreeEntry.line(one.value())).findFirst().orElse("");
                String title = texts.stream().filter(text -> Words.count(text) > 1).findFirst().orElse(entry.key());
                if (options.size() > 1 && !title.isEmpty()) {
                    findings.draft.decisions.add(new PlannedDecision("D-" + (findings.draft.decisions.size() + 1),
                            title, title, options, advised, List.of(), new Place(file, entry.line())));
                }
            }
        }

        /** Jobs that no agent does. */
        private static void people(Yaml.Field field, String file, Findings findings) {
            if (Topic.in(TreeKeys.of(field.key())).contains(Topic.HUMAN_TASKS)) {
                TreeEntry.of(field.value()).stream().filter(TreeEntry::isText).forEach(entry -> {
                    var draft = new TaskDraft("", TreeEntry.line(entry.value()), "");
                    draft.place = new Place(file, entry.line());
                    draft.kind = TaskSpec.Kind.HUMAN;
                    draft.runs = false;
                    findings.tasks.add(new Findings.FoundTask(draft, List.of(), "mappings"));
                });
            }
        }

        /** Gates with names: mappings that hold their checks. */
        private static void gates(Yaml.Field field, String file, Findings findings) {
            if (!Topic.in(TreeKeys.of(field.key())).contains(Topic.GATES)) {
                return;
            }
            for (TreeEntry gate : TreeEntry.of(field.value())) {
                List<Yaml> checks = gate.fields().isEmpty()
                        ? List.of(gate.value())
                        : gate.fields().stream().filter(one -> TreeKeys.isCriteria(one.key())).map(Yaml.Field::value)
                                .toList();
                List<Gate.Check> boxes = checks.stream().flatMap(one -> YamlTexts.list(one).stream())
                        .map(text -> new Gate.Check(text, "", "")).toList();
                if (!boxes.isEmpty()) {
                    findings.draft.gates.add(new Gate(gate.name(), Gate.Scope.RUN, "", boxes,
                            new Place(file, gate.line())));
                }
            }
        }
    }

    @Override
    public boolean fits(Yaml.Fields root) {
        return !isStrict(root) && find(root).isPresent();
    }

    /** A plan that is one list of jobs, as a mapping that calls it so. */
    public static Yaml.Fields whole(Yaml root) {
        return root instanceof Yaml.Fields fields
                ? fields
                : new Yaml.Fields(List.of(new Yaml.Field("tasks", root.line(), root)), root.line(), root.weight());
    }

    static Optional<Found> find(Yaml.Fields root) {
        if (root.weight() > NODES_MAX) {
            return Optional.empty();
        }
        TreeTeam team = TreeTeam.in(root);
        TreeWork work = TreeWork.in(root, team);
        return isPlan(root, team, work) ? Optional.of(new Found(team, work)) : Optional.empty();
    }

    private static boolean isPlan(Yaml.Fields root, TreeTeam team, TreeWork work) {
        long known = work.jobs.stream().filter(job -> team.meant(job.agent()).isPresent()).map(TreeWork.Job::agent)
                .count();
        long named = work.jobs.stream().map(TreeWork.Job::agent).filter(agent -> !agent.isEmpty()).count();
        long told = work.jobs.stream().filter(job -> TreeWork.isSaid(job.title())).count();
        boolean described = team.agents() > 0 && known > 0 && named * 2 >= work.jobs.size();
        boolean mentioned = named > 1 && named * 2 >= work.jobs.size();
        long meant = work.meant();
        return (described || mentioned) && meant * 2 >= work.jobs.size() && told * 2 >= work.jobs.size()
                && ((described && team.agents() > 1 && known > 1) || !isConfigured(root, 0));
    }

    private static boolean isConfigured(Yaml value, int depth) {
        return depth < CONFIGURED_DEPTH_MAX && TreeEntry.of(value).stream()
                .anyMatch(entry -> TreeKeys.isConfiguration(entry.key()) || isConfigured(entry.value(), depth + 1));
    }

    private static boolean isStrict(Yaml.Fields root) {
        var fields = new TreeFields(root);
        List<TreeFields> tasks = fields.mappings("tasks");
        return fields.hasAny("edges")
                || (!tasks.isEmpty()
                        && tasks.stream().allMatch(task -> task.has("id") && task.fields().fields().stream()
                                .allMatch(field -> STRICT.contains(field.key()))));
    }

    @Override
    public void read(List<TreeDocument> documents, Findings findings) {
        for (TreeDocument document : documents) {
            Yaml.Fields root = document.root();
            String name = told(root, "TREE_TITLE");
            findings.draft.name = findings.draft.name.isBlank() ? name : findings.draft.name;
            findings.draft.goal = findings.draft.goal.isBlank() ? told(root, "TREE_GOAL") : findings.draft.goal;
            find(document.root()).ifPresent(found -> found.read(document.file(), findings));
        }
    }

    /** What the whole says of itself, also where one key holds everything. */
    private static String told(Yaml.Fields root, String list) {
        String own = new TreeEntry("", root, root.line()).best(list);
        return own.isEmpty() && root.fields().size() == 1
                && root.fields().getFirst().value() instanceof Yaml.Fields inner
                        ? new TreeEntry("", inner, inner.line()).best(list)
                        : own;
    }
}
